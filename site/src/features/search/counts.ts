/** How many results each value of a facet would give: what is asked, without that facet, whose values add to each other. */
import { daysIn, momentsIn } from './facts/moments.ts';
import type { Facts } from './facts/format.ts';
import { criteriaOf, listFacets, without, type ListFacet, type SearchState } from './state.ts';
import { flagsOfAccess, accesses, kindsOfType, priceLimits, prices, resultTypes } from './vocabulary.ts';
import { ask } from './find/ask.ts';
import type { Criteria } from './find/criteria.ts';
import type { Library } from './find/library.ts';
import type { RankedPage } from './find/rank.ts';

export type Counts = Readonly<Partial<Record<ListFacet, Readonly<Record<string, number>>>>>;

/** What words may say of a facet: its values are counted as if they did not. */
const CRITERIA_OF: Partial<Record<ListFacet, readonly (keyof Criteria)[]>> = {
  commune: ['communes', 'within'],
  jour: ['days'],
  moment: ['moments'],
  prix: ['price'],
  benevoles: ['volunteers'],
};

export async function countFacets(library: Library, state: SearchState): Promise<Counts> {
  const { facts } = library;
  const counts: Partial<Record<ListFacet, Readonly<Record<string, number>>>> = {};
  const everything = allPages(facts);
  const shared = new Map<string, readonly RankedPage[]>();
  for (const facet of listFacets) {
    const open = without(state, facet);
    const leftOpen = CRITERIA_OF[facet] ?? [];
    const key = JSON.stringify([open, leftOpen]);
    let pages = shared.get(key);
    if (pages === undefined) {
      const answer = await ask(library, {
        q: open.q,
        ticked: criteriaOf(open),
        literally: open.literally,
        open: leftOpen,
      });
      pages = answer.idle ? everything : answer.exact;
      shared.set(key, pages);
    }
    counts[facet] = countValues(facts, facet, pages);
  }
  return counts;
}

/** Without a question and a criterion everything would answer. */
export function allPages(facts: Facts): RankedPage[] {
  return Array.from({ length: facts.pageCount }, (_, page) => ({
    page,
    score: 0,
    misses: [],
    km: null,
    rows: Array.from({ length: facts.firstRow[page + 1]! - facts.firstRow[page]! }, (_row, at) => ({
      row: facts.firstRow[page]! + at,
      score: 0,
    })),
  }));
}

function countValues(facts: Facts, facet: ListFacet, pages: readonly RankedPage[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { page, rows } of pages) {
    for (const value of new Set(
      valuesOf(
        facts,
        facet,
        page,
        rows.map(({ row }) => row),
      ),
    ))
      counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function valuesOf(facts: Facts, facet: ListFacet, page: number, rows: readonly number[]): readonly string[] {
  const { file } = facts;
  const ofRows = (values: (row: ReturnType<Facts['row']>) => readonly string[]): string[] =>
    rows.flatMap((row) => values(facts.row(row)));
  switch (facet) {
    case 'commune':
      return ofRows(({ communes }) => communes.map((rank) => file.communes[rank]!.slug));
    case 'jour':
      return ofRows(({ times }) => daysIn(times));
    case 'moment':
      return ofRows(({ times }) => momentsIn(times));
    case 'theme':
      return facts.themes(page).map((rank) => file.themes[rank]!);
    case 'public':
      return facts.publics(page).map((rank) => file.publics[rank]!);
    case 'prix':
      return ofRows(({ price }) => prices.filter((choice) => price !== null && price <= priceLimits[choice]));
    case 'acces':
      return accesses.filter((access) => facts.has(page, flagsOfAccess[access]));
    case 'benevoles':
      return facts.has(page, 'volunteers') ? ['oui'] : [];
    case 'type':
      return resultTypes.filter((type) => kindsOfType[type].includes(facts.kind(page)));
  }
}
