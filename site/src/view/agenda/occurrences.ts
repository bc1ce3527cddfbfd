import type { Event } from '@trame/cms/domain/contract/site/event';
import { addDays, weekdayRank } from '@trame/cms/domain/dates';
import { sortByName } from '@trame/cms/domain/french';
import { isPostponed, stateOf } from './event-state.ts';
import { formatHoursOf } from './when.ts';
import { isOff, isOngoing, isPast, spansOf, type Span } from './span.ts';

/** An event on one of its dates. */
export interface Occurrence {
  readonly event: Event;
  readonly span: Span;
  /** Where dates are told together: the later ones, which nothing else is said of. */
  readonly also?: readonly Span[];
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
  /** Began in a month before and still on in this one, the one that ends first at the top. */
  readonly ongoing: readonly Occurrence[];
  readonly days: readonly AgendaDay[];
  readonly count: number;
}

export interface Agenda {
  /** Began before today and still on, the one that ends first at the top. */
  readonly ongoing: readonly Occurrence[];
  /**
   * What begins from today on, the first month without the days that are over; what goes on stands in each later month that it
   * takes. In the month of today that is `ongoing` of the agenda.
   */
  readonly upcoming: readonly AgendaMonth[];
  /** Every month in which something takes place, in order, whole: what the pages by month show. */
  readonly months: readonly AgendaMonth[];
  /** No date is known yet; in order of title. */
  readonly undated: readonly Event[];
  /** Announced without a date, for years that are over. */
  readonly neverDated: readonly Event[];
}

/** Every date of every event, also those that were cancelled or moved, in order of time; events that share an instant are in order of title. */
export function occurrencesOf(events: readonly Event[]): Occurrence[] {
  return sortByName(events, (event) => event.title)
    .flatMap((event) => event.timings.flatMap(spansOf).map((span) => ({ event, span })))
    .sort((a, b) => Date.parse(a.span.begin) - Date.parse(b.span.begin));
}

/** @param today `YYYY-MM-DD`, Europe/Paris */
export function buildAgenda(events: readonly Event[], today: string): Agenda {
  const all = occurrencesOf(events);
  const withoutDate = sortByName(events.filter(awaitsItsDate), ({ title }) => title);
  return {
    ongoing: all
      .filter(({ span }) => isOngoing(span, today))
      .sort((a, b) => a.span.lastDay.localeCompare(b.span.lastDay)),
    upcoming: withOngoing(byMonth(all.filter(({ span }) => span.firstDay >= today)), all, monthAfter(today)),
    months: withOngoing(byMonth(all), all),
    undated: withoutDate.filter(({ period }) => mayStillCome(period, today)),
    neverDated: withoutDate.filter(({ period }) => !mayStillCome(period, today)),
  };
}

/** A period that names only years that are over will not come ("2023, date à définir"); one that names none may. */
function mayStillCome(period: string | null, today: string): boolean {
  const years = period?.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return years.length === 0 || years.some((year) => year >= today.slice(0, 4));
}

/** No date is known: none was ever given, or what remains of them was put off to nobody knows when. */
function awaitsItsDate({ state, timings }: Event): boolean {
  return timings.length === 0 || (stateOf({ state, timings }) === 'reporté' && timings.some(isPostponed));
}

/**
 * Adds to each month what began before it, and the months in which nothing begins though something goes on.
 * @param from `YYYY-MM`: what goes on is told from this month on
 */
function withOngoing(months: readonly AgendaMonth[], all: readonly Occurrence[], from = ''): AgendaMonth[] {
  const known = new Map(months.map((month) => [month.month, month]));
  const goingOn = new Map<string, Occurrence[]>();
  for (const occurrence of all.filter(({ span }) => span.lastDay.slice(0, 7) > span.firstDay.slice(0, 7))) {
    const { firstDay, lastDay } = occurrence.span;
    for (let month = monthAfter(firstDay); month <= lastDay.slice(0, 7); month = monthAfter(month)) {
      if (month >= from) goingOn.set(month, [...(goingOn.get(month) ?? []), occurrence]);
    }
  }
  return [...new Set([...known.keys(), ...goingOn.keys()])].sort().map((month) => {
    const { days, count } = known.get(month) ?? { days: [], count: 0 };
    const ongoing = (goingOn.get(month) ?? []).sort((a, b) => a.span.lastDay.localeCompare(b.span.lastDay));
    return { month, ongoing, days, count: count + ongoing.length };
  });
}

/** @param day `YYYY-MM` or `YYYY-MM-DD`; @returns `YYYY-MM` */
function monthAfter(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** Groups by month, then by day; the occurrences are in order of time. */
function byMonth(occurrences: readonly Occurrence[]): AgendaMonth[] {
  const days = groupBy(occurrences, ({ span }) => span.firstDay);
  const months = groupBy([...days], ([day]) => day.slice(0, 7));
  return [...months].map(([month, entries]) => ({
    month,
    ongoing: [],
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
 * A month in which an event of several dates stands once, at the first of them, and names the others of the same hours
 * there: a course that comes back five times is one thing to read. A date of which something else is said (cancelled, full, moved)
 * keeps its own place.
 */
export function withRepeatsTogether(month: AgendaMonth): AgendaMonth {
  const kindOf = ({ event, span }: Occurrence) =>
    span.movedFrom === null && span.firstDay === span.lastDay
      ? `${event.id} ${span.state} ${formatHoursOf(span)}`
      : null;
  const together = groupBy(
    month.days.flatMap(({ occurrences }) => occurrences),
    (occurrence) => kindOf(occurrence) ?? `${occurrence.event.id} ${occurrence.span.begin}`,
  );
  const firsts = [...together.values()].map(([first, ...others]): Occurrence =>
    first && others.length > 0 ? { ...first, also: others.map(({ span }) => span) } : (first as Occurrence),
  );
  const byDay = groupBy(firsts, ({ span }) => span.firstDay);
  return { ...month, days: [...byDay].map(([day, occurrences]) => ({ day, occurrences })) };
}

/** Days of one month that stand in one week, under its name. */
export interface AgendaWeek {
  /** Monday and Sunday, `YYYY-MM-DD`; either may be in the month beside. */
  readonly monday: string;
  readonly sunday: string;
  readonly days: readonly AgendaDay[];
}

/** The days of a month by week, which begins on a Monday (ISO 8601). */
export function weeksOf(days: readonly AgendaDay[]): AgendaWeek[] {
  const mondayOf = ({ day }: AgendaDay) => addDays(day, -weekdayRank(day));
  return [...groupBy(days, mondayOf)].map(([monday, items]) => ({ monday, sunday: addDays(monday, 6), days: items }));
}

/** Cuts a list of months so that a page stays light: whole months, at least one, about `room` occurrences, and no more than a year of them. */
export function firstMonths(months: readonly AgendaMonth[], room: number): AgendaMonth[] {
  let sum = 0;
  let cut = 0;
  for (const { count } of months.slice(0, 12)) {
    if (cut > 0 && sum + count > room) break;
    sum += count;
    cut += 1;
  }
  return months.slice(0, cut);
}

/** Years with their months, the latest year first; `before` is the month (`YYYY-MM`) that is not past yet. */
export function pastYears(months: readonly AgendaMonth[], before: string): { year: string; months: AgendaMonth[] }[] {
  const years = groupBy(
    months.filter(({ month }) => month < before),
    ({ month }) => month.slice(0, 4),
  );
  return [...years].map(([year, items]) => ({ year, months: items })).sort((a, b) => b.year.localeCompare(a.year));
}

/**
 * The months that an agenda does not show, though something takes place in them.
 * @param shown of `upcoming`
 */
export function furtherMonths({ months }: Agenda, shown: readonly AgendaMonth[], today: string): AgendaMonth[] {
  const last = shown.at(-1)?.month ?? today.slice(0, 7);
  return months.filter(({ month }) => month > last);
}

/** The date that matters to a reader today: the next on which something takes place, else the next that was announced. */
export const nextOf = (upcoming: readonly Span[]): Span | undefined =>
  upcoming.find((span) => !isOff(span)) ?? upcoming[0];

/** The dates of one event, those to come first and in order, then those that are over, the latest first. */
export function datesOf(event: Event, today: string): { upcoming: Span[]; past: Span[] } {
  const spans = occurrencesOf([event]).map(({ span }) => span);
  return {
    upcoming: spans.filter((span) => !isPast(span, today)),
    past: spans.filter((span) => isPast(span, today)).reverse(),
  };
}
