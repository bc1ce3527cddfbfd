/** A list as an address: what is looked at can be gone back to, sent to a colleague, and reloaded. Pure. */
import { anyRecord, FOUND_TYPES, MOST_QUESTION, type RecordCriteria } from '../../domain/contract/desk/finding.ts';
import { recordGaps } from '../../domain/vocabulary/record-gaps.ts';
import { recordStates } from '../../domain/vocabulary/record-states.ts';

/** What the page looks at. */
export interface Looked {
  /** A list with a name; null for criteria of one’s own. */
  readonly list: string | null;
  readonly criteria: RecordCriteria;
  /** From 1. */
  readonly page: number;
}

const among = <T extends string>(text: string | null, known: readonly T[]): T[] =>
  known.filter((one) => (text ?? '').split(',').includes(one));

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text.slice(0, 64));

const number = (text: string | null, most: number): number | null => {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= 1 && value <= most ? value : null;
};

/** Types without what all of ours begin and repeat: `association`. */
const shortOf = (uid: string): string => uid.replace(/^api::([a-z-]+)\..*$/, '$1');
const SHORT_TYPES = FOUND_TYPES.map(shortOf);

/** What an address does not say asks for nothing, and what it says wrongly neither. */
export function readAddress(search: URLSearchParams): Looked {
  const types = among(search.get('types'), SHORT_TYPES);
  return {
    list: orNull(search.get('liste')),
    page: number(search.get('page'), 10_000) ?? 1,
    criteria: {
      question: (search.get('recherche') ?? '').slice(0, MOST_QUESTION),
      types: FOUND_TYPES.filter((uid) => types.includes(shortOf(uid))),
      states: among(search.get('etats'), recordStates.values),
      gaps: among(search.get('manque'), recordGaps.values),
      commune: orNull(search.get('commune')),
      theme: orNull(search.get('theme')),
      unverifiedMonths: number(search.get('mois'), 120),
      printedOnly: search.get('papier') === 'oui',
    },
  };
}

/** The address of what is looked at, without what asks for nothing. */
export function writeAddress({ list, criteria, page }: Looked): URLSearchParams {
  const said: readonly (readonly [string, string | null])[] = [
    ['liste', list],
    ...(list === null
      ? ([
          ['recherche', criteria.question],
          ['types', criteria.types.map(shortOf).join(',')],
          ['etats', criteria.states.join(',')],
          ['manque', criteria.gaps.join(',')],
          ['commune', criteria.commune],
          ['theme', criteria.theme],
          ['mois', criteria.unverifiedMonths === null ? null : String(criteria.unverifiedMonths)],
          ['papier', criteria.printedOnly ? 'oui' : null],
        ] as const)
      : []),
    ['page', page === 1 ? null : String(page)],
  ];
  return new URLSearchParams(said.flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])));
}

/** Does it ask for anything? */
export const asks = (criteria: RecordCriteria): boolean =>
  JSON.stringify({ ...anyRecord, ...criteria }) !== JSON.stringify(anyRecord);
