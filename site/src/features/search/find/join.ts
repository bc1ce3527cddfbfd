import type { Piece } from '../understand/pieces.ts';
import type { Criteria } from './criteria.ts';

/** What was ticked and what was understood, as one: two places or two days add to each other, an age more is one more person. */
export function join(ticked: Criteria, pieces: readonly Piece[]): Criteria {
  let all: Criteria = ticked;
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'age':
        all = { ...all, ages: [...all.ages, ...piece.ranges] };
        break;
      case 'jour':
        all = { ...all, days: both(all.days, piece.days) };
        break;
      case 'moment':
        all = { ...all, moments: both(all.moments, piece.moments) };
        break;
      case 'dates':
        all = { ...all, dates: piece };
        break;
      case 'lieu':
        all = {
          ...all,
          communes: both(all.communes, piece.communes),
          within: piece.within === null ? all.within : Math.max(piece.within, all.within ?? 0),
        };
        break;
      case 'prix':
        all = { ...all, price: Math.min(piece.most, all.price ?? Infinity) };
        break;
      case 'benevolat':
        all = { ...all, volunteers: true };
        break;
      case 'pret':
        break;
      // Where somebody is the device alone knows, once it is asked.
      case 'pres-de-moi':
        break;
    }
  }
  return all;
}
