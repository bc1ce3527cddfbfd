import type { DemoCommune } from './demo-content.ts';

/**
 * The twelve communes of the Communauté de communes Latitude Nord Gironde (COG 2026: INSEE codes, postcodes, population).
 * Centres are approximate, to two decimals (about a kilometre).
 */
const rows: [
  slug: string,
  name: string,
  insee: string,
  postalCode: string,
  population: number,
  latitude: number,
  longitude: number,
][] = [
  ['cavignac', 'Cavignac', '33114', '33620', 2372, 45.1, -0.39],
  ['cezac', 'Cézac', '33123', '33620', 2727, 45.09, -0.42],
  ['civrac-de-blaye', 'Civrac-de-Blaye', '33126', '33920', 795, 45.11, -0.44],
  ['cubnezais', 'Cubnezais', '33142', '33620', 1915, 45.07, -0.41],
  ['donnezac', 'Donnezac', '33151', '33860', 926, 45.25, -0.44],
  ['laruscade', 'Laruscade', '33233', '33620', 2811, 45.11, -0.34],
  ['marcenais', 'Marcenais', '33266', '33620', 863, 45.06, -0.34],
  ['marsas', 'Marsas', '33272', '33620', 1247, 45.07, -0.38],
  ['saint-mariens', 'Saint-Mariens', '33439', '33620', 1639, 45.12, -0.4],
  ['saint-savin', 'Saint-Savin', '33473', '33920', 3582, 45.14, -0.45],
  ['saint-vivien-de-blaye', 'Saint-Vivien-de-Blaye', '33489', '33920', 358, 45.1, -0.51],
  ['saint-yzan-de-soudiac', 'Saint-Yzan-de-Soudiac', '33492', '33920', 2586, 45.14, -0.41],
];

const most = (of: (row: (typeof rows)[number]) => number): string =>
  rows.reduce((found, row) => (of(row) > of(found) ? row : found))[1];

/** What the figures above say of a commune, and nothing else: the demonstration invents no portrait of a real one. */
const portraits: Readonly<Record<string, string>> = {
  [most((row) => row[4])]: 'La commune la plus peuplée du territoire.',
  [most((row) => -row[4])]: 'La commune la moins peuplée du territoire.',
  [most((row) => row[5])]: 'La plus au nord des douze communes.',
};
/** What people say for short: the form that signposts and neighbours use. */
const shortNames: Readonly<Record<string, string>> = {
  'Civrac-de-Blaye': 'Civrac',
  'Saint-Vivien-de-Blaye': 'Saint-Vivien',
  'Saint-Yzan-de-Soudiac': 'Saint-Yzan',
};

const describe = (name: string): string | null => portraits[name] ?? null;

export const communes: DemoCommune[] = rows.map(
  ([slug, name, inseeCode, postalCode, population, latitude, longitude]) => ({
    slug,
    name,
    inseeCode,
    postalCodes: [postalCode],
    ...(shortNames[name] === undefined ? {} : { otherNames: [shortNames[name]] }),
    population,
    latitude,
    longitude,
    description: describe(name),
    website: null,
  }),
);
