/** When something takes place: one timing of an event, made sense of. Days are `YYYY-MM-DD` and clock times `HH:MM`, in Europe/Paris. */
import type { Timing } from '@trame/cms/domain/contract/event';
import { clockOf, dayOf } from '@trame/cms/domain/dates';

export interface Span {
  /** Instant, ISO 8601 in UTC. */
  readonly begin: string;
  /** Null when it is not known, or when it could not be true (before the beginning). */
  readonly end: string | null;
  readonly firstDay: string;
  /** The last day as people count it: a ball that ends at 2 in the morning is one evening. */
  readonly lastDay: string;
  /** No hours are known: from midnight, to midnight, to 23:59 or to nothing. */
  readonly allDay: boolean;
}

/** What ends before this hour belongs to the evening before, when it began on that day. */
const END_OF_THE_NIGHT = '06:00';

/** The day that is `count` days after another. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Makes sense of a timing. An end that does not come after the beginning is dropped: the beginning is what people need. */
export function readTiming(timing: Timing): Span {
  const firstDay = dayOf(timing.begin);
  const beginsAtMidnight = clockOf(timing.begin) === '00:00';
  if (timing.end === null || Date.parse(timing.end) <= Date.parse(timing.begin)) {
    return { begin: timing.begin, end: null, firstDay, lastDay: firstDay, allDay: beginsAtMidnight };
  }
  const endDay = dayOf(timing.end);
  const endClock = clockOf(timing.end);
  const allDay = beginsAtMidnight && (endClock === '00:00' || endClock === '23:59');
  return {
    begin: timing.begin,
    end: timing.end,
    firstDay,
    lastDay: lastDayOf(firstDay, beginsAtMidnight, endDay, endClock),
    allDay,
  };
}

function lastDayOf(firstDay: string, beginsAtMidnight: boolean, endDay: string, endClock: string): string {
  if (endClock === '00:00') return addDays(endDay, -1);
  const endsInTheNight = !beginsAtMidnight && endClock <= END_OF_THE_NIGHT && endDay === addDays(firstDay, 1);
  return endsInTheNight ? firstDay : endDay;
}

/** Is it over? A day counts until its end, so that one release a day is enough to keep the agenda true. */
export const isPast = (span: Span, today: string): boolean => span.lastDay < today;

/** Did it begin before today, and is it still going on? */
export const isOngoing = (span: Span, today: string): boolean => span.firstDay < today && span.lastDay >= today;

/** An instant with the offset that holds in Paris at that time, as schema.org wants it: `2026-09-05T10:00:00+02:00`. */
export function withParisOffset(instant: string): string {
  const local = `${dayOf(instant)}T${clockOf(instant)}:00`;
  const minutes = Math.round((Date.parse(`${local}Z`) - Math.floor(Date.parse(instant) / 60_000) * 60_000) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
