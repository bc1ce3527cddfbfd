/** Moments as sources write them, as rows of the form of an event, which is what clocks of Paris show. */
import { addDays, clockOf, dayOf } from '../../../domain/dates.ts';
import { EMPTY_TIMING, type TypedTiming } from '../../../domain/event-timings.ts';
import { endsNextMorning } from '../../../domain/slots.ts';
import type { TimingState } from '../../../domain/vocabulary/timing-states.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;

interface Moment {
  readonly day: string;
  /** `HH:MM`; empty when none is said. */
  readonly time: string;
}

const isCalendarDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** An instant with its zone, or a day with or without an hour, which is of Paris. Null for anything else. */
export function momentOf(text: string): Moment | null {
  const trimmed = text.trim();
  if (INSTANT.test(trimmed)) {
    const instant = new Date(trimmed.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isNaN(instant.getTime()) || Math.abs(instant.getUTCFullYear() - 2050) > 150) return null;
    return { day: dayOf(instant), time: clockOf(instant) };
  }
  const local = LOCAL.exec(trimmed);
  if (!local?.[1] || !isCalendarDay(local[1])) return null;
  return { day: local[1], time: local[2] ?? '' };
}

/** The row of an event that begins and ends so; null when its beginning cannot be read. */
export function timingOf(begin: string, end: string, state: TimingState = 'prévu'): TypedTiming | null {
  const from = momentOf(begin);
  if (from === null) return null;
  const to = momentOf(end);
  if (from.time === '' || (to !== null && to.time === '')) {
    const lastDay = to !== null && to.day > from.day ? to.day : '';
    return { ...EMPTY_TIMING, day: from.day, lastDay, begin: from.time, state };
  }
  const asUtc = ({ day, time }: Moment) => `${day}T${time}:00.000Z`;
  const isAfter = to !== null && asUtc(to) > asUtc(from);
  return { ...spanOf(from, isAfter ? to : null), state };
}

function spanOf(from: Moment, to: Moment | null): TypedTiming {
  const opens = { ...EMPTY_TIMING, day: from.day, begin: from.time };
  if (to === null) return opens;
  // Midnight of the day after is the end of the day before, unless an evening lasts so long.
  const isMidnight = to.time === '00:00' && !(to.day === addDays(from.day, 1) && endsNextMorning(from.time, to.time));
  const lastDay = isMidnight ? addDays(to.day, -1) : to.day;
  if (from.time === '00:00' && (isMidnight || to.time === '23:59'))
    return { ...opens, begin: '', lastDay: lastDay === from.day ? '' : lastDay };
  const isOneEvening = to.day === addDays(from.day, 1) && endsNextMorning(from.time, to.time);
  if (to.day === from.day || isOneEvening) return { ...opens, end: to.time };
  return { ...opens, lastDay: lastDay === from.day ? '' : lastDay, end: isMidnight ? '' : to.time };
}

/** Weekdays as numbers of `Date`: 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Days from one to the other, both included; at most so many. */
export function daysBetween(first: string, last: string, most: number): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < most; day = addDays(day, 1)) days.push(day);
  return days;
}
