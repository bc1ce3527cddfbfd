import { childrenAndYouth } from './children-youth.ts';
import { craftsAndGames } from './crafts-games.ts';
import { culture } from './culture.ts';
import { elders } from './elders.ts';
import { health } from './health.ts';
import { learningAndDigital } from './learning-digital.ts';
import { lendingAndRooms } from './lending-rooms.ts';
import { localLife } from './local-life.ts';
import { mobilityAndHome } from './mobility-home.ts';
import { musicAndDance } from './music-dance.ts';
import { natureAndAnimals } from './nature-animals.ts';
import { solidarity } from './solidarity.ts';
import { sports } from './sports.ts';
import type { WordFamily } from './word-family.ts';

/** The words of daily life, for any territory of France: one chapter a file, in which the most telling words come first. */
export const everydayWords: readonly WordFamily[] = [
  ...sports,
  ...culture,
  ...musicAndDance,
  ...craftsAndGames,
  ...natureAndAnimals,
  ...childrenAndYouth,
  ...elders,
  ...learningAndDigital,
  ...solidarity,
  ...health,
  ...localLife,
  ...lendingAndRooms,
  ...mobilityAndHome,
];
