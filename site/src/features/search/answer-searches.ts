/** Saved searches, answered on a release that lies in a folder: what is all of what is asked, by the identity of its record. */
import type { FoundRecord, SearchesAnswer, ToldType } from '@trame/cms/domain/contract/press/searches';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { publicPaths } from '@trame/cms/domain/public-paths';
import words from '../../i18n/fr.json' with { type: 'json' };
import { inWords } from './client/sentences.ts';
import { labelsOf } from './labels.ts';
import { answeringRows, placeOf, readRows } from './results.ts';
import { criteriaOf, readState, writeState } from './state.ts';
import { askStrictly } from './find/ask.ts';
import type { Library } from './find/library.ts';
import { LAST } from './find/rank.ts';

/** Type and documentId of the record of each page, by the page's path. */
function recordsOf(content: SiteExport): ReadonlyMap<string, { readonly type: ToldType; readonly id: string }> {
  const of = (type: ToldType, list: readonly { readonly id: string; readonly slug: string }[]) =>
    list.map(({ id, slug }) => [publicPaths[type](slug), { type, id }] as const);
  return new Map([
    ...of('association', content.associations),
    ...of('event', content.events),
    ...of('resource', content.resources),
    ...of('guide', content.guides),
  ]);
}

/**
 * @param library of the release, opened for today
 * @param content that the release was made of
 * @param searches each the part of an address after `?`
 */
export async function answerSearches(
  library: Library,
  content: SiteExport,
  searches: readonly string[],
): Promise<SearchesAnswer> {
  const { facts, index } = library;
  const { known, labelOf } = labelsOf(words.search, {
    theme: content.themes,
    commune: content.communes,
    public: content.audiences,
  });
  const byPath = recordsOf(content);
  const records: FoundRecord[] = [];
  const ranks = new Map<number, number | null>();

  /** Rank of the record of a page among `records`; null of a page that is no record's. */
  async function rankOf(page: number): Promise<number | null> {
    const before = ranks.get(page);
    if (before !== undefined) return before;
    const { url, meta } = await index.page(page);
    const record = byPath.get(url);
    ranks.set(page, record === undefined ? null : records.length);
    if (record === undefined) return null;
    records.push({
      ...record,
      kind: meta['genre'] ?? '',
      title: meta['title'] ?? '',
      place: placeOf(meta),
      when: meta['quand'] ?? null,
      rows: readRows(meta['activites']).map(({ label, when, place }) => ({ label, when, place })),
    });
    return records.length - 1;
  }

  const answers: SearchesAnswer['answers'] = [];
  for (const search of searches) {
    const state = readState(search, known);
    // Words are taken as they are: one that the directory loses must not be read as another, which would answer with anything.
    const pages = await askStrictly(library, { q: state.q, ticked: criteriaOf(state), literally: true });
    const found: { record: number; rows: number[] }[] = [];
    for (const ranked of pages ?? []) {
      const { page } = ranked;
      if (LAST.includes(facts.kind(page)) && state.type.length === 0) continue;
      const record = await rankOf(page);
      if (record === null) continue;
      const first = facts.firstRow[page]!;
      const shown = records[record]!.rows.length;
      found.push({
        record,
        rows: answeringRows(ranked)
          .map((row) => row - first)
          .filter((row) => row < shown),
      });
    }
    answers.push({
      search: writeState(state),
      words: pages === null ? '' : inWords(state, words.search.live, labelOf),
      found,
    });
  }
  return { records, answers };
}
