/** When something takes place, as bits: each day of the week, and the parts of it. */
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { moments, type Moment } from '../understand/pieces.ts';

/** A day has one bit of its own, for what says no hour, and one for each moment. */
const BITS = moments.length + 1;

const NOON = '12:00';
const AFTERNOON_FROM = '13:00';
const EVENING_FROM = '17:30';

interface Clock {
  readonly begin: string | null;
  readonly end: string | null;
}

/** Parts of the day (`HH:MM`): a course of 17:30 is one for after work. Nothing when no hour is known. */
export function momentsOf({ begin, end }: Clock): Moment[] {
  if (begin === null) return [];
  const until = end !== null && end > begin ? end : null;
  return moments.filter((moment) => {
    if (moment === 'matin') return begin < NOON;
    if (moment === 'soir') return begin >= EVENING_FROM;
    return begin < EVENING_FROM && (begin >= NOON || (until !== null && until > AFTERNOON_FROM));
  });
}

const dayBit = (day: Day): number => 2 ** (days.rank(day) * BITS);
const momentBit = (day: Day, moment: Moment): number => dayBit(day) * 2 ** (moments.indexOf(moment) + 1);

/** One number for everything that a row takes place at; 28 bits. */
export function timesOf(slots: readonly (Clock & { readonly day: Day })[]): number {
  let bits = 0;
  for (const slot of slots) {
    bits |= dayBit(slot.day);
    for (const moment of momentsOf(slot)) bits |= momentBit(slot.day, moment);
  }
  return bits;
}

/** On one of these days (on any, when none is asked) and in one of these moments (in any, when none is asked)? */
export function fitsTimes(times: number, asked: readonly Day[], when: readonly Moment[]): boolean {
  return (asked.length === 0 ? days.values : asked).some(
    (day) =>
      (times & dayBit(day)) !== 0 &&
      (when.length === 0 || when.some((moment) => (times & momentBit(day, moment)) !== 0)),
  );
}

export const daysIn = (times: number): Day[] => days.values.filter((day) => (times & dayBit(day)) !== 0);

/** Moments on these days, or on any. */
export const momentsIn = (times: number, asked: readonly Day[] = []): Moment[] =>
  moments.filter((moment) => fitsTimes(times, asked, [moment]));
