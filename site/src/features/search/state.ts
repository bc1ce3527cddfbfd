/** What a visitor asks, and its place in the URL: `?q=judo&commune=cavignac,marsas&age=8&jour=mercredi`; `age=8&unite=mois` for a baby. */
import { isAge, type Age } from '@trame/cms/domain/ages';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { days } from '@trame/cms/domain/vocabulary/days';
import { resultTypes } from './shelves.ts';

/** Facets whose values are chosen from a list, in the order of the page: the name in the URL is that of the index. */
export const listFacets = ['theme', 'commune', 'public', 'jour', 'type'] as const;

export type ListFacet = (typeof listFacets)[number];
export type Facet = ListFacet | 'age';

export interface SearchState extends Readonly<Record<ListFacet, readonly string[]>> {
  readonly q: string;
  /** Null when it is not asked. */
  readonly age: Age | null;
}

export const emptyState: SearchState = { q: '', age: null, theme: [], commune: [], public: [], jour: [], type: [] };

/** Values of each list facet that exist; what is not there is dropped from a URL. */
export type KnownValues = Readonly<Record<ListFacet, ReadonlySet<string>>>;

const LONGEST_QUESTION = 200;

/** `days` and `type` are known to code; the others are what editors put in the directory. */
export function knownValues(lists: Readonly<Record<'theme' | 'commune' | 'public', readonly string[]>>): KnownValues {
  return {
    theme: new Set(lists.theme),
    commune: new Set(lists.commune),
    public: new Set(lists.public),
    jour: new Set(days.values),
    type: new Set(resultTypes),
  };
}

/**
 * Reads the part of a URL after `?`. Values come as lists (`jour=mardi,jeudi`) or repeated (`jour=mardi&jour=jeudi`), in any case;
 * an unknown value or an impossible age is dropped, so that an old link still finds something.
 */
export function readState(query: string | URLSearchParams, known: KnownValues): SearchState {
  const params = new URLSearchParams(query);
  const list = (facet: ListFacet): string[] => {
    const asked = params.getAll(facet).flatMap((value) => value.toLowerCase().split(','));
    return [...known[facet]].filter((value) => asked.some((one) => one.trim() === value));
  };
  return {
    q: (params.get('q') ?? '').slice(0, LONGEST_QUESTION),
    age: readAge(params.get('age') ?? '', params.get('unite') === 'mois' ? 'mois' : 'ans'),
    theme: list('theme'),
    commune: list('commune'),
    public: list('public'),
    jour: list('jour'),
    type: list('type'),
  };
}

/**
 * An age as a visitor writes it ("8", "8 ans", "8 mois"); null when there is none, or none that a person has.
 * @param unit of a number that says none
 */
export function readAge(text: string, unit: AgeUnit = 'ans'): Age | null {
  const found = /^\s*(\d{1,3})(?:\s*(ans?|mois))?\s*$/u.exec(text);
  if (!found) return null;
  const said = found[2] === undefined ? unit : found[2] === 'mois' ? 'mois' : 'ans';
  const age = { count: Number(found[1]), unit: said } as const;
  return isAge(age) ? age : null;
}

/** The URL's query for a state, without `?`; empty for an empty state. Commas stay readable. */
export function writeState(state: SearchState): string {
  const pairs: [string, string][] = [];
  if (state.q.trim() !== '') pairs.push(['q', state.q.trim()]);
  for (const facet of listFacets) {
    if (state[facet].length > 0) pairs.push([facet, state[facet].join(',')]);
  }
  if (state.age !== null) pairs.push(['age', String(state.age.count)]);
  if (state.age?.unit === 'mois') pairs.push(['unite', 'mois']);
  return new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
}

/** The same question without one facet, or without one of its values. */
export function without(state: SearchState, facet: Facet | 'q', value?: string): SearchState {
  if (facet === 'q') return { ...state, q: '' };
  if (facet === 'age') return { ...state, age: null };
  return { ...state, [facet]: value === undefined ? [] : state[facet].filter((one) => one !== value) };
}

export function sameState(a: SearchState, b: SearchState): boolean {
  return writeState(a) === writeState(b);
}

/** Facets in use, in the order of the page. */
export function activeFacets(state: SearchState): Facet[] {
  const lists = listFacets.filter((facet) => state[facet].length > 0);
  return state.age === null ? lists : [...lists, 'age'];
}
