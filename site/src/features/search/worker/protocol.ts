/** What the page and the worker that answers say to each other. Everything here is copied from one to the other. */
import type { Language } from '../../../i18n/language.ts';
import type { Counts } from '../counts.ts';
import type { Point } from '../facts/distance.ts';
import type { FactsCommune } from '../facts/format.ts';
import type { Answer } from '../find/ask.ts';
import type { OnMap } from '../find/on-map.ts';
import type { RankedPage } from '../find/rank.ts';
import type { Result } from '../results.ts';
import type { SearchState } from '../state.ts';
import type { Piece } from '../understand/pieces.ts';
import type { UnderstoodQuestion } from '../understand/understand.ts';

export type Question =
  /** Fetches what a first answer needs, and says nothing. */
  | { readonly kind: 'open' }
  /** @property wanted results of the answer that are shown @property from where who asks stands, if they asked for what is near */
  | {
      readonly kind: 'ask';
      readonly state: SearchState;
      readonly wanted: number;
      readonly from: Point | null;
      /** Of the page; questions of a French one are in French. */
      readonly language: Language;
    }
  /** More results of the answer that was given under this number. */
  | { readonly kind: 'more'; readonly answer: number; readonly from: number; readonly to: number }
  /** Where all that was answered under this number stands; everything, when nothing was asked. */
  | { readonly kind: 'places'; readonly answer: number | null }
  /** Pages of a place, as the list shows them. */
  | { readonly kind: 'entries'; readonly pages: readonly RankedPage[] }
  | { readonly kind: 'count'; readonly state: SearchState };

/** The first thing that the page hands over: what it fetched while the worker itself was on its way. */
export interface Given {
  /** The facts as they came; null when they did not. */
  readonly facts: string | null;
}

export interface Asked {
  readonly id: number;
  /** `YYYY-MM-DD` where the page is read. */
  readonly today: string;
  readonly question: Question;
}

/** An answer as the page needs it: what is shown of it, and what can be changed in the question. */
export interface Answered extends Pick<Answer, 'q' | 'corrected' | 'absent' | 'marked' | 'idle'> {
  /** Words of the question, and the ranks of those that no criterion took. */
  readonly words: UnderstoodQuestion['words'];
  readonly left: UnderstoodQuestion['left'];
  /** By which `more` asks for more of it. */
  readonly number: number;
  readonly total: number;
  readonly exact: readonly Result[];
  /** What is almost what was asked; empty when something close stands for a subject that is absent. */
  readonly near: readonly Result[];
  readonly close: {
    readonly label: string | null;
    readonly why: 'elsewhere' | 'partly';
    readonly results: readonly Result[];
  } | null;
  /** What was understood, each once, with the question that is left without it. */
  readonly understood: readonly { readonly piece: Piece; readonly without: string }[];
  /** Does the question say something besides what was understood? */
  readonly hasWords: boolean;
  /** Slugs of the communes that are asked for. */
  readonly communes: readonly string[];
  /** In so many kilometres; null for the communes themselves. */
  readonly within: number | null;
}

/** What each kind of question is answered with; null when it is too late for it. */
export interface AnswerTo {
  readonly open: null;
  readonly ask: Answered;
  readonly more: readonly Result[] | null;
  readonly places: { readonly communes: readonly FactsCommune[]; readonly places: OnMap } | null;
  readonly entries: readonly Result[];
  readonly count: Counts;
}

export type Reply =
  { readonly id: number; readonly answer: AnswerTo[keyof AnswerTo] } | { readonly id: number; readonly error: string };
