/** The days that people ask for: this week and this week-end, of the calendar (weeks begin on a Monday, ISO 8601). */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { addDays, weekdayRank } from '@trame/cms/domain/dates';
import { occurrencesOf, type AgendaDay, type Occurrence } from './occurrences.ts';

/** First and last day, both included: `YYYY-MM-DD`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** From today to Sunday. */
export const thisWeek = (today: string): Days => ({ first: today, last: addDays(today, 6 - weekdayRank(today)) });

/** The seven days after it. */
export function nextWeek(today: string): Days {
  const first = addDays(thisWeek(today).last, 1);
  return { first, last: addDays(first, 6) };
}

/** Friday evening belongs to it for who asks what to do: Friday to Sunday; what is left of it once it has begun. */
export function thisWeekend(today: string): Days {
  const { last } = thisWeek(today);
  const friday = addDays(last, -2);
  return { first: friday > today ? friday : today, last };
}

/** From when on a Friday is part of the week-end, Paris time. */
const EVENING = 17;

/** What takes place in these days: by the day that it begins on, and what began before and is still on. */
export interface NearDays {
  readonly ongoing: readonly Occurrence[];
  readonly days: readonly AgendaDay[];
  readonly count: number;
}

export function inDays(events: readonly Event[], { first, last }: Days): NearDays {
  const all = occurrencesOf(events);
  const ongoing = all
    .filter(({ span }) => span.firstDay < first && span.lastDay >= first)
    .sort((a, b) => a.span.lastDay.localeCompare(b.span.lastDay));
  const beginning = all.filter(({ span }) => span.firstDay >= first && span.firstDay <= last);
  const days = [...new Set(beginning.map(({ span }) => span.firstDay))].map((day) => ({
    day,
    occurrences: beginning.filter(({ span }) => span.firstDay === day),
  }));
  return { ongoing, days, count: ongoing.length + beginning.length };
}

/** Of a Friday only the evening, and whole days. */
export function inWeekend(events: readonly Event[], days: Days, hourOf: (instant: string) => number): NearDays {
  const found = inDays(events, days);
  const kept = found.days
    .map(({ day, occurrences }) => ({
      day,
      occurrences:
        weekdayRank(day) === 4
          ? occurrences.filter(({ span }) => span.allDay || span.lastDay > day || hourOf(span.begin) >= EVENING)
          : occurrences,
    }))
    .filter(({ occurrences }) => occurrences.length > 0);
  return {
    ongoing: found.ongoing,
    days: kept,
    count: found.ongoing.length + kept.reduce((sum, { occurrences }) => sum + occurrences.length, 0),
  };
}
