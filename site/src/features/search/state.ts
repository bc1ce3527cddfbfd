/** What a visitor asks, and its place in the URL: `?q=judo&commune=cavignac,marsas&age=8&jour=mercredi`; `age=8&unite=mois` for a baby. */
import { isAge, type Age } from '@trame/cms/domain/ages';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import type { Criteria } from './find/criteria.ts';
import { NEAR_KM } from './understand/places.ts';
import {
  accesses,
  flagsOfAccess,
  kindsOfType,
  moments,
  priceLimits,
  prices,
  resultTypes,
  type Access,
  type Moment,
  type PriceChoice,
  type ResultType,
} from './vocabulary.ts';

/** Facets whose values are chosen from a list, in the order of the page; the name is that in the URL. */
export const listFacets = [
  'commune',
  'jour',
  'moment',
  'theme',
  'public',
  'prix',
  'acces',
  'benevoles',
  'type',
] as const;

export type ListFacet = (typeof listFacets)[number];
export type Facet = ListFacet | 'age';

export interface SearchState extends Readonly<Record<ListFacet, readonly string[]>> {
  readonly q: string;
  /** Null when it is not asked. */
  readonly age: Age | null;
  /** The communes that are ticked and what is near them. */
  readonly around: boolean;
  /** The words as they are, even where nobody wrote them. */
  readonly literally: boolean;
  /** Are the results on a map, beside the list? */
  readonly map: boolean;
}

export const emptyState: SearchState = {
  q: '',
  age: null,
  around: false,
  literally: false,
  map: false,
  commune: [],
  jour: [],
  moment: [],
  theme: [],
  public: [],
  prix: [],
  acces: [],
  benevoles: [],
  type: [],
};

/** Values of each list facet that exist; what is not there is dropped from a URL. */
export type KnownValues = Readonly<Record<ListFacet, ReadonlySet<string>>>;

const LONGEST_QUESTION = 200;

/** The others are what editors put in the directory. */
export function knownValues(lists: Readonly<Record<'theme' | 'commune' | 'public', readonly string[]>>): KnownValues {
  return {
    theme: new Set(lists.theme),
    commune: new Set(lists.commune),
    public: new Set(lists.public),
    jour: new Set(days.values),
    moment: new Set(moments),
    prix: new Set(prices),
    acces: new Set(accesses),
    benevoles: new Set(['oui']),
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
  const lists = Object.fromEntries(listFacets.map((facet) => [facet, list(facet)])) as Record<ListFacet, string[]>;
  return {
    ...lists,
    q: (params.get('q') ?? '').slice(0, LONGEST_QUESTION),
    age: readAge(params.get('age') ?? '', params.get('unite') === 'mois' ? 'mois' : 'ans'),
    around: lists.commune.length > 0 && params.get('autour') === 'oui',
    literally: params.get('exact') === 'oui',
    map: params.get('vue') === 'carte',
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
  if (state.around && state.commune.length > 0) pairs.push(['autour', 'oui']);
  if (state.age !== null) pairs.push(['age', String(state.age.count)]);
  if (state.age?.unit === 'mois') pairs.push(['unite', 'mois']);
  if (state.literally && state.q.trim() !== '') pairs.push(['exact', 'oui']);
  if (state.map) pairs.push(['vue', 'carte']);
  return new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
}

/** The same question without one facet, or without one of its values. */
export function without(state: SearchState, facet: Facet | 'q', value?: string): SearchState {
  if (facet === 'q') return { ...state, q: '', literally: false };
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

/** What is ticked, as criteria. */
export function criteriaOf(state: SearchState): Criteria {
  const { age } = state;
  return {
    ages: age === null ? [] : [{ ageMin: age.count, ageMinUnit: age.unit, ageMax: age.count, ageMaxUnit: age.unit }],
    days: state.jour as readonly Day[],
    moments: state.moment as readonly Moment[],
    dates: null,
    communes: state.commune,
    within: state.around ? NEAR_KM : null,
    price: state.prix.length === 0 ? null : Math.max(...state.prix.map((one) => priceLimits[one as PriceChoice])),
    volunteers: false,
    themes: state.theme,
    publics: state.public,
    kinds: state.type.flatMap((type) => kindsOfType[type as ResultType]),
    flags: [
      ...state.acces.map((one) => flagsOfAccess[one as Access]),
      ...(state.benevoles.length > 0 ? (['volunteers'] as const) : []),
    ],
  };
}
