/** From what a visitor asks to what Pagefind is asked: which shelf, which words, which filters. */
import { rangesIncluding } from './ages.ts';
import { valueFilter, type Grain, type Shelf } from './shelves.ts';
import { listFacets, without, type Facet, type SearchState } from './state.ts';
import { questionWords } from '../../view/search-words.ts';

/** Facets that only an activity (or what takes place somewhere, some day) can answer. */
const facetsOfActivities: readonly Facet[] = ['commune', 'jour', 'age'];

export interface Plan {
  readonly shelf: Shelf;
  /** Words for Pagefind; null asks for every record that passes the filters. */
  readonly term: string | null;
  /** Values of each facet that is asked: any value within a facet, every facet at once. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** @param ranges every age range of the index */
export function planSearch(state: SearchState, ranges: readonly string[]): Plan {
  const filters: Record<string, readonly string[]> = {};
  for (const facet of listFacets) {
    if (state[facet].length > 0) filters[facet] = state[facet];
  }
  if (state.age !== null) filters['age'] = rangesIncluding(state.age, ranges);
  const words = questionWords(state.q);
  return {
    shelf: facetsOfActivities.some((facet) => facet in filters) ? 'activities' : 'pages',
    term: words.length > 0 ? words.join(' ') : null,
    filters,
  };
}

/** Nothing to look for: no word that carries meaning, no facet. */
export function isIdle(plan: Plan): boolean {
  return plan.term === null && Object.keys(plan.filters).length === 0;
}

/** No activity is for that age: Pagefind would take an empty list of values for no filter at all. */
export function isHopeless(plan: Plan): boolean {
  return Object.values(plan.filters).some((values) => values.length === 0);
}

/** The plan's filters in Pagefind's own form. */
export function pagefindFilters(plan: Plan, grain: Grain): object {
  const facets = Object.entries(plan.filters);
  if (grain === 'facet') return Object.fromEntries(facets.map(([facet, values]) => [facet, { any: values }]));
  if (facets.length === 0) return {};
  return {
    all: facets.map(([facet, values]) => ({ any: values.map((value) => ({ [valueFilter(facet, value)]: '1' })) })),
  };
}

/**
 * The searches that tell how many results each value of a facet would give: what is asked, without that facet (its values add to
 * each other), on the shelf where choosing one leads. Facets that share a search are counted by one.
 */
export function planCounts(
  state: SearchState,
  ranges: readonly string[],
): { readonly facets: readonly Facet[]; readonly plan: Plan }[] {
  const bySearch = new Map<string, { facets: Facet[]; plan: Plan }>();
  for (const facet of listFacets) {
    const base = planSearch(without(state, facet), ranges);
    const plan: Plan = facetsOfActivities.includes(facet) ? { ...base, shelf: 'activities' } : base;
    const key = JSON.stringify(plan);
    const found = bySearch.get(key);
    if (found) found.facets.push(facet);
    else bySearch.set(key, { facets: [facet], plan });
  }
  return [...bySearch.values()];
}
