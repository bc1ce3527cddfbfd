/** Whoever asks to borrow or to hire is answered by what is lent: that a club does it is no answer to "louer un vélo". */
import { tokenOf } from '../bundle/tokens.ts';
import { folded } from '../question.ts';
import { stem } from '../stem.ts';
import type { Library } from './library.ts';

/** Words by which an entry says that it lends or hires out; a room or a thing to share is there to be lent. */
const LENDING =
  'prêt prêter prêté prêtés prêtons location louer loue louent emprunter emporter bibliothèque médiathèque ludothèque matériauthèque outilthèque'.split(
    ' ',
  );

/** @returns whether a page lends, or says who does */
export async function lendsAnything({ facts, index }: Library): Promise<(page: number) => boolean> {
  const tokens = new Set(LENDING.map((word) => tokenOf(stem(folded(word)))));
  const said = await Promise.all([...tokens].map((token) => index.placesOf(token)));
  return (page) =>
    facts.has(page, 'material') ||
    facts.has(page, 'room') ||
    facts.kind(page) === 'guides' ||
    said.some((places) => places.has(page));
}

/** @returns whether a page is a room, or says how to come by one: tables and a tombola are none */
export const letsRooms =
  ({ facts }: Library) =>
  (page: number): boolean =>
    facts.has(page, 'room') || facts.kind(page) === 'guides';
