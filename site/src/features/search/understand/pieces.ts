/** What a question says besides its words: each piece is a criterion that a result fits or does not. */
import type { AgeRange } from '@trame/cms/domain/ages';
import type { Day } from '@trame/cms/domain/vocabulary/days';

/** Parts of a day, in its order; where they begin and end stands in `facts/moments.ts`. */
export const moments = ['matin', 'apres-midi', 'soir'] as const;
export type Moment = (typeof moments)[number];

export interface AgePiece {
  readonly kind: 'age';
  /** Of each person that is spoken of: one for "8 ans", two for "8 et 10 ans". Whoever welcomes all comes first. */
  readonly ranges: readonly AgeRange[];
}
export interface DayPiece {
  readonly kind: 'jour';
  readonly days: readonly Day[];
}
export interface MomentPiece {
  readonly kind: 'moment';
  readonly moments: readonly Moment[];
}
/** Days of the calendar, `YYYY-MM-DD`, both included. */
export interface DatesPiece {
  readonly kind: 'dates';
  readonly from: string;
  readonly to: string;
}
export interface PlacePiece {
  readonly kind: 'lieu';
  /** Slugs; several where a post code or a name is shared. */
  readonly communes: readonly string[];
  /** "près de", "à moins de 10 km": everything in that many kilometres answers, the nearest first; null for the place itself. */
  readonly within: number | null;
}
/** "gratuit" is 0 €; "pas cher" and "moins de 50 euros" a sum. */
export interface PricePiece {
  readonly kind: 'prix';
  readonly most: number;
}
/** Who wants to give time. */
export interface VolunteerPiece {
  readonly kind: 'benevolat';
}
/** Who wants to borrow or hire. */
export interface LendingPiece {
  readonly kind: 'pret';
  readonly what: 'salle' | 'materiel';
}

/** “près de chez moi”: where that is, only the device can tell. */
export interface NearMePiece {
  readonly kind: 'pres-de-moi';
}

export type Piece =
  | AgePiece
  | DayPiece
  | MomentPiece
  | DatesPiece
  | PlacePiece
  | PricePiece
  | VolunteerPiece
  | LendingPiece
  | NearMePiece;

/** A piece and the words of the question that said it. */
export interface Understood {
  readonly piece: Piece;
  /** Ranks of its words, the last one included. */
  readonly words: readonly [number, number];
}
