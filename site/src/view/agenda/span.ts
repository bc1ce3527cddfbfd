/** When something takes place: the dates of an event, made sense of. Days are `YYYY-MM-DD` and clock times `HH:MM`, in Europe/Paris. */
import type { Timing } from '@trame/cms/domain/contract/site/event';
import { addDays, clockOf, dayOf } from '@trame/cms/domain/dates';
import type { TimingState } from '@trame/cms/domain/vocabulary/timing-states';

/** From when to when. */
interface Dates {
  /** Instant, ISO 8601 in UTC. */
  readonly begin: string;
  /** Null when it is not known, or when it could not be true (before the beginning). */
  readonly end: string | null;
  readonly firstDay: string;
  /** The last day as people count it: a ball that ends at 2 in the morning is one evening. */
  readonly lastDay: string;
  /** No hours are known. */
  readonly allDay: boolean;
}

/** A date as readers meet it. One that was moved is two: the day that it was announced for, and the new one. */
export interface Span extends Dates {
  readonly state: TimingState;
  /** Of a date that is `reporté`: the new one, null while it is not known. */
  readonly movedTo: Dates | null;
  /** Of a new date: the one that was announced before. */
  readonly movedFrom: Dates | null;
}

/** What ends before this hour belongs to the evening before, when it began on that day. */
const END_OF_THE_NIGHT = '06:00';

/** Makes sense of a timing. An end that does not come after the beginning is dropped: the beginning is what people need. */
function readDates({ begin, end, allDay }: Pick<Timing, 'begin' | 'end' | 'allDay'>): Dates {
  const firstDay = dayOf(begin);
  if (end === null || Date.parse(end) <= Date.parse(begin))
    return { begin, end: null, firstDay, lastDay: firstDay, allDay };
  const last = allDay ? end : atMidnight(end);
  return { begin, end: last, firstDay, lastDay: lastDayOf(firstDay, allDay, dayOf(last), clockOf(last)), allDay };
}

/** Who ends an evening at 23:59 means midnight, which some calendars do not let them type: one convention for both. */
const atMidnight = (end: string): string =>
  clockOf(end) === '23:59' ? new Date(Math.floor(Date.parse(end) / 60_000) * 60_000 + 60_000).toISOString() : end;

/** The date as it was announced, then the new one if it was moved. */
export function spansOf(timing: Timing): Span[] {
  const announced = readDates(timing);
  const moved = timing.moved === null ? null : readDates(timing.moved);
  return [
    { ...announced, state: timing.state, movedTo: moved, movedFrom: null },
    ...(moved === null ? [] : [{ ...moved, state: 'prévu' as const, movedTo: null, movedFrom: announced }]),
  ];
}

/** Nothing takes place then, though it was announced. */
export const isOff = ({ state }: Pick<Span, 'state'>): boolean => state === 'annulé' || state === 'reporté';

function lastDayOf(firstDay: string, allDay: boolean, endDay: string, endClock: string): string {
  // Without hours an end is a day, as it was typed; with hours, midnight ends the day before.
  if (endClock === '00:00') return allDay ? endDay : addDays(endDay, -1);
  const endsInTheNight = !allDay && endClock <= END_OF_THE_NIGHT && endDay === addDays(firstDay, 1);
  return endsInTheNight ? firstDay : endDay;
}

/** Every day that it takes, from `from` on; at most `limit` of them. */
export function daysOf(span: Pick<Span, 'firstDay' | 'lastDay'>, from: string, limit: number): string[] {
  const days: string[] = [];
  for (
    let day = span.firstDay > from ? span.firstDay : from;
    day <= span.lastDay && days.length < limit;
    day = addDays(day, 1)
  )
    days.push(day);
  return days;
}

/** Is it over? A day counts until its end, so that one release a day is enough to keep the agenda true. */
export const isPast = (span: Pick<Span, 'lastDay'>, today: string): boolean => span.lastDay < today;

/** Did it begin before today, and is it still going on? */
export const isOngoing = (span: Pick<Span, 'firstDay' | 'lastDay'>, today: string): boolean =>
  span.firstDay < today && span.lastDay >= today;

/** An instant with the offset that holds in Paris at that time, as schema.org wants it: `2026-09-05T10:00:00+02:00`. */
export function withParisOffset(instant: string): string {
  const local = `${dayOf(instant)}T${clockOf(instant)}:00`;
  const minutes = Math.round((Date.parse(`${local}Z`) - Math.floor(Date.parse(instant) / 60_000) * 60_000) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
