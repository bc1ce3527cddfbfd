import type { Event } from '@trame/cms/domain/contract/event';
import { sortByName } from '@trame/cms/domain/french';
import { isOngoing, isPast, readTiming, type Span } from './span.ts';

/** An event on one of its dates. */
export interface Occurrence {
  readonly event: Event;
  readonly span: Span;
}

/** What begins on one day, in order of time. */
export interface AgendaDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly occurrences: readonly Occurrence[];
}

export interface AgendaMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly days: readonly AgendaDay[];
  readonly count: number;
}

export interface Agenda {
  /** Began before today and still on, the one that ends first at the top. */
  readonly ongoing: readonly Occurrence[];
  /** From today on, the first month without the days that are over. */
  readonly upcoming: readonly AgendaMonth[];
  /** Every month in which something begins, in order, whole: what the pages by month show. */
  readonly months: readonly AgendaMonth[];
  /** No date is known yet; in order of title. */
  readonly undated: readonly Event[];
  /** Announced without a date, for years that are over. */
  readonly neverDated: readonly Event[];
}

/** Every date of every event, in order of time; events that share an instant are in order of title. */
export function occurrencesOf(events: readonly Event[]): Occurrence[] {
  return sortByName(events, (event) => event.title)
    .flatMap((event) => event.timings.map((timing) => ({ event, span: readTiming(timing) })))
    .sort((a, b) => Date.parse(a.span.begin) - Date.parse(b.span.begin));
}

/** @param today `YYYY-MM-DD`, Europe/Paris */
export function buildAgenda(events: readonly Event[], today: string): Agenda {
  const all = occurrencesOf(events);
  const withoutDate = sortByName(
    events.filter(({ timings }) => timings.length === 0),
    ({ title }) => title,
  );
  return {
    ongoing: all
      .filter(({ span }) => isOngoing(span, today))
      .sort((a, b) => a.span.lastDay.localeCompare(b.span.lastDay)),
    upcoming: byMonth(all.filter(({ span }) => span.firstDay >= today)),
    months: byMonth(all),
    undated: withoutDate.filter(({ period }) => mayStillCome(period, today)),
    neverDated: withoutDate.filter(({ period }) => !mayStillCome(period, today)),
  };
}

/** A period that names only years that are over will not come ("2023, date à définir"); one that names none may. */
function mayStillCome(period: string | null, today: string): boolean {
  const years = period?.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return years.length === 0 || years.some((year) => year >= today.slice(0, 4));
}

/** Groups by month, then by day; the occurrences are in order of time. */
function byMonth(occurrences: readonly Occurrence[]): AgendaMonth[] {
  const days = groupBy(occurrences, ({ span }) => span.firstDay);
  const months = groupBy([...days], ([day]) => day.slice(0, 7));
  return [...months].map(([month, entries]) => ({
    month,
    days: entries.map(([day, items]) => ({ day, occurrences: items })),
    count: entries.reduce((sum, [, items]) => sum + items.length, 0),
  }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * Cuts a list of months so that a page stays light: whole months, at least one, about `room` occurrences.
 * @returns the months to show, and those that only get a link
 */
export function cutMonths(months: readonly AgendaMonth[], room: number): [shown: AgendaMonth[], linked: AgendaMonth[]] {
  let sum = 0;
  let cut = 0;
  for (const { count } of months) {
    if (cut > 0 && sum + count > room) break;
    sum += count;
    cut += 1;
  }
  return [months.slice(0, cut), months.slice(cut)];
}

/** Years with their months, the latest year first; `before` is the month (`YYYY-MM`) that is not past yet. */
export function pastYears(months: readonly AgendaMonth[], before: string): { year: string; months: AgendaMonth[] }[] {
  const years = groupBy(
    months.filter(({ month }) => month < before),
    ({ month }) => month.slice(0, 4),
  );
  return [...years].map(([year, items]) => ({ year, months: items })).sort((a, b) => b.year.localeCompare(a.year));
}

/** The dates of one event, those to come first and in order, then those that are over, the latest first. */
export function datesOf(event: Event, today: string): { upcoming: Span[]; past: Span[] } {
  const spans = occurrencesOf([event]).map(({ span }) => span);
  return {
    upcoming: spans.filter((span) => !isPast(span, today)),
    past: spans.filter((span) => isPast(span, today)).reverse(),
  };
}
