/** The columns of `facts/format.ts` from the pages, in their order. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { daysBetween } from '@trame/cms/domain/dates';
import { FACTS_VERSION, flagBits, pageKinds, type FactsFile, type IndexHead } from '../facts/format.ts';
import { rangeValue } from '../facts/ages.ts';
import { dictionary } from './dictionary.ts';
import type { IndexedPage } from './records.ts';
import type { Words } from './words.ts';

/**
 * @param words of each page, in the same order
 * @param today `YYYY-MM-DD`: dates are counted from there
 */
export function encodeFacts(
  pages: readonly IndexedPage[],
  words: readonly Words[],
  { communes, themes, audiences }: Pick<SiteExport, 'communes' | 'themes' | 'audiences'>,
  today: string,
  index: IndexHead | null,
): FactsFile {
  const lists = dictionary<readonly number[]>((list) => list.join(' '));
  const ages = dictionary<string>((value) => value);
  const times = dictionary<number>(String);
  const dates = dictionary<readonly number[]>((list) => list.join(' '));
  const ranksOf = (slugs: readonly { readonly slug: string }[]) => new Map(slugs.map(({ slug }, rank) => [slug, rank]));
  const [communeRanks, themeRanks, publicRanks] = [ranksOf(communes), ranksOf(themes), ranksOf(audiences)];
  const list = (slugs: readonly string[], ranks: ReadonlyMap<string, number>): number =>
    lists.rank(slugs.flatMap((slug) => ranks.get(slug) ?? []));
  const dayRank = (day: string): number => daysBetween(today, day);
  const rows = pages.flatMap((page, rank) => page.rows.map((row, at) => ({ row, said: words[rank]!.rows[at]! })));
  const bits = (page: IndexedPage): number => page.flags.reduce((sum, flag) => sum | flagBits[flag], 0);
  const ownCommunes = (communesOfRow: (typeof rows)[number]['row']['communes']): number =>
    communesOfRow === null
      ? -1
      : list(
          communesOfRow.map(({ slug }) => slug),
          communeRanks,
        );

  const columns = {
    pages: {
      kind: pages.map(({ kind }) => pageKinds.indexOf(kind)),
      themes: pages.map((page) => list(page.themes, themeRanks)),
      publics: pages.map((page) => list(page.publics, publicRanks)),
      communes: pages.map((page) =>
        list(
          page.communes.map(({ slug }) => slug),
          communeRanks,
        ),
      ),
      flags: pages.map(bits),
      name: words.map(({ name }) => name.length),
      text: words.map(({ rest }) => rest.length),
      rows: pages.map((page) => page.rows.length),
    },
    rows: {
      label: rows.map(({ said }) => said.label.length),
      text: rows.map(({ said }) => said.text.length),
      ages: rows.map(({ row }) => ages.rank(rangeValue(row.ages))),
      times: rows.map(({ row }) => times.rank(row.times)),
      communes: rows.map(({ row }) => ownCommunes(row.communes)),
      price: rows.map(({ row }) => row.price ?? -1),
      dates: rows.map(({ row }) => dates.rank(row.dates.flatMap(([from, to]) => [dayRank(from), dayRank(to)]))),
    },
  };
  return {
    version: FACTS_VERSION,
    index,
    communes: communes.map(({ slug, name, latitude, longitude, postalCodes, otherNames = [] }) => ({
      slug,
      name,
      at: latitude === null || longitude === null ? null : [latitude, longitude],
      postalCodes,
      others: otherNames,
    })),
    themes: themes.map(({ slug }) => slug),
    publics: audiences.map(({ slug }) => slug),
    lists: lists.values,
    ages: ages.values,
    times: times.values,
    dates: dates.values,
    day0: today,
    ...columns,
  };
}
