/** Ranked pages as a visitor reads them: what each shows, and the rows of it that answer. */
import type { ShownRow } from './bundle/shown-row.ts';
import type { Miss } from './find/criteria.ts';
import type { RankedPage } from './find/rank.ts';
import type { Facts } from './facts/format.ts';
import type { FoundPage } from './find/word-index.ts';

export interface ResultRow extends ShownRow {
  readonly url: string;
}

export interface Result {
  readonly url: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Rows that answer, when they are not simply all of them. */
  readonly rows: readonly ResultRow[];
  /** Labels of the activities, when the page as a whole answers. */
  readonly labels: readonly string[];
  readonly misses: readonly Miss[];
  /** Kilometres from where it is asked; null when that is not asked or not known. */
  readonly km: number | null;
  readonly seeksVolunteers: boolean;
}

/** A row that says much less of what is asked than the best one of its page is not shown with it. */
const LEAST_OF_BEST = 0.6;

/** @param about are rows asked for: a day, an age, a place? */
export function resultOf(facts: Facts, ranked: RankedPage, { url, meta }: FoundPage, about: boolean): Result {
  const first = facts.firstRow[ranked.page]!;
  const shown = readRows(meta['activites']);
  const best = ranked.rows[0]?.score ?? 0;
  const answering = ranked.rows.filter(({ score }) => score >= best * LEAST_OF_BEST).map(({ row }) => row - first);
  const isWhole = shown.length === 0 || (!about && answering.length === shown.length && shown.length > 1);
  return {
    url,
    title: meta['title'] ?? '',
    meta,
    rows: isWhole
      ? []
      : answering.flatMap((at) => {
          const row = shown[at];
          return row === undefined ? [] : [{ ...row, url: `${url}#activite-${at + 1}` }];
        }),
    labels: isWhole ? [...new Set(shown.map(({ label }) => label))] : [],
    misses: ranked.misses,
    km: ranked.km,
    seeksVolunteers: facts.has(ranked.page, 'volunteers'),
  };
}

/** What the index holds was written by this program (`index/records.ts`); anything else shows nothing. */
function readRows(json: string | undefined): ShownRow[] {
  if (json === undefined) return [];
  const rows = JSON.parse(json) as unknown;
  return Array.isArray(rows) ? (rows as ShownRow[]) : [];
}
