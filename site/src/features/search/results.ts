/** Ranked pages as a visitor reads them: what each shows, and the rows of it that answer. */
import { addDays, daysBetween } from '@trame/cms/domain/dates';
import type { Day } from '@trame/cms/domain/vocabulary/days';
import { BETWEEN_SLOTS, type ShownRow } from './bundle/shown-row.ts';
import type { Miss } from './find/criteria.ts';
import type { RankedPage } from './find/rank.ts';
import type { Facts } from './facts/format.ts';
import type { FoundPage } from './find/word-index.ts';

export interface ResultRow extends ShownRow {
  readonly url: string;
  /** Slots that `when` leaves out. */
  readonly moreSlots: number;
}

export interface Result {
  readonly url: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Rows that answer, the best first. */
  readonly rows: readonly ResultRow[];
  /** Of an event, the next day on which it takes place (`YYYY-MM-DD`), when that is another than the release says. */
  readonly on: string | null;
  readonly misses: readonly Miss[];
  /** Kilometres from where it is asked; null when that is not asked or not known. */
  readonly km: number | null;
  readonly seeksVolunteers: boolean;
}

/** A row that says much less of what is asked than the best one of its page is not shown with it. */
const LEAST_OF_BEST = 0.6;

/** The rows of a page that are shown with it, the best first. */
export function answeringRows({ rows }: RankedPage): number[] {
  const best = rows[0]?.score ?? 0;
  return rows.filter(({ score }) => score >= best * LEAST_OF_BEST).map(({ row }) => row);
}

/** Slots of a row that are shown. */
const MOST_SLOTS = 2;

/** What is asked of when, for choosing what is shown of it. */
export interface AskedWhen {
  readonly days: readonly Day[];
  /** `YYYY-MM-DD`, both included. */
  readonly dates: { readonly from: string; readonly to: string } | null;
  /** `YYYY-MM-DD`: nothing before it is to come. */
  readonly today: string;
}

export function resultOf(facts: Facts, ranked: RankedPage, { url, meta }: FoundPage, asked: AskedWhen): Result {
  const first = facts.firstRow[ranked.page]!;
  const shown = readRows(meta['activites']);
  return {
    url,
    title: meta['title'] ?? '',
    meta,
    rows: answeringRows(ranked).flatMap((at) => {
      const row = shown[at - first];
      return row === undefined
        ? []
        : [{ ...row, ...fewSlots(row, asked.days), url: `${url}#activite-${at - first + 1}` }];
    }),
    on: nextOn(facts, facts.row(first).dates, asked),
    misses: ranked.misses,
    km: ranked.km,
    seeksVolunteers: facts.has(ranked.page, 'volunteers'),
  };
}

/** The slots that fit best, those of the days that are asked. */
function fewSlots({ when }: ShownRow, asked: readonly Day[]): { when: string | null; moreSlots: number } {
  const slots = when?.split(BETWEEN_SLOTS) ?? [];
  if (slots.length <= MOST_SLOTS) return { when, moreSlots: 0 };
  const isAsked = (slot: string): boolean => asked.some((day) => slot.toLowerCase().includes(day));
  const best = [...slots.filter(isAsked), ...slots.filter((slot) => !isAsked(slot))].slice(0, MOST_SLOTS);
  const kept = slots.filter((slot) => best.includes(slot));
  return { when: kept.join(BETWEEN_SLOTS), moreSlots: slots.length - kept.length };
}

/**
 * The release says the next day of when it was made: some days later that may be over, and who asks for October wants the one in
 * October.
 * @returns null when it is the first one still
 */
function nextOn({ file }: Facts, dates: readonly number[], { dates: asked, today }: AskedWhen): string | null {
  const from = daysBetween(file.day0, asked !== null && asked.from > today ? asked.from : today);
  const to = asked === null ? Infinity : daysBetween(file.day0, asked.to);
  for (let at = 0; at < dates.length; at += 2) {
    if (dates[at + 1]! < from) continue;
    // What lasts several days and has begun is on.
    return at === 0 || (dates[at]! > to && dates[1]! >= daysBetween(file.day0, today))
      ? null
      : addDays(file.day0, dates[at]!);
  }
  return null;
}

/** What the index holds was written by this program (`index/records.ts`); anything else shows nothing. */
export function readRows(json: string | undefined): ShownRow[] {
  if (json === undefined) return [];
  const rows = JSON.parse(json) as unknown;
  return Array.isArray(rows) ? (rows as ShownRow[]) : [];
}

/** Where it is: its place, and its commune. */
export const placeOf = (meta: Readonly<Record<string, string>>): string | null =>
  [meta['lieu'], meta['commune']].filter((part) => part !== undefined).join(', ') || null;
