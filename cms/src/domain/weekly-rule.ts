/**
 * « Chaque mardi de 18 h à 20 h, du 5 janvier au 29 juin 2027, hors vacances scolaires (zone A) », as dates. The rule makes the
 * dates of a form and is not kept: each of them can then be cancelled, moved or full, and what a resident, a calendar and the
 * booklet read is one list.
 */
import { addDays, formatDay, formatDayAndMonth, weekdayRank } from './dates.ts';
import { EMPTY_TIMING, MOST_TIMINGS, type TypedTiming } from './event-timings.ts';
import { listInWords, typography } from './french.ts';
import { HOLIDAYS_KNOWN_UNTIL, holidayOf } from './school-holidays.ts';
import { formatClock } from './slots.ts';
import { days, type Day } from './vocabulary/days.ts';
import type { SchoolZone } from './vocabulary/school-zones.ts';

export interface WeeklyRule {
  readonly days: readonly Day[];
  /** `HH:MM`; empty when no hour is known. */
  readonly begin: string;
  readonly end: string;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly until: string;
  /** Whose holidays are left out; null when they are not. */
  readonly zone: SchoolZone | null;
}

export interface WeeklyDates {
  /** What is added to the rows that are there. */
  readonly made: readonly TypedTiming[];
  /** Days of the rule that are in holidays. */
  readonly skipped: readonly string[];
  /** Days that the rows have already. */
  readonly there: number;
  /** How many more there would be than an event may have. */
  readonly tooMany: number;
  /** Days after the last school calendar that is published: whether there is class is not known. */
  readonly unknown: number;
}

/** Longer than any season, so that a slip in a year makes no list without an end. */
const MOST_DAYS = 800;

/** Monday first, as the vocabulary has them. */
const dayNameOf = (day: string): Day => days.values[weekdayRank(day)] ?? days.values[0];

/** @param rows dates that are there: a day that one of them has is not given twice, cancelled or not */
export function weeklyDates(rule: WeeklyRule, rows: readonly TypedTiming[]): WeeklyDates {
  const taken = new Set(rows.map(({ day }) => day));
  const skipped: string[] = [];
  const all: string[] = [];
  let there = 0;
  for (let day = rule.from, count = 0; day <= rule.until && count < MOST_DAYS; day = addDays(day, 1), count += 1) {
    if (!rule.days.includes(dayNameOf(day))) continue;
    if (rule.zone !== null && holidayOf(day, rule.zone) !== null) skipped.push(day);
    else if (taken.has(day)) there += 1;
    else all.push(day);
  }
  const room = Math.max(0, MOST_TIMINGS - rows.length);
  const made = all
    .slice(0, room)
    .map((day): TypedTiming => ({ ...EMPTY_TIMING, day, begin: rule.begin, end: rule.end }));
  return {
    made,
    skipped,
    there,
    tooMany: Math.max(0, all.length - room),
    unknown: rule.zone === null ? 0 : made.filter(({ day }) => day > HOLIDAYS_KNOWN_UNTIL).length,
  };
}

/** The rule in a sentence, as residents would say it. */
export function weeklyInWords({ days: chosen, begin, end, from, until, zone }: WeeklyRule): string {
  const which = listInWords(days.values.filter((day) => chosen.includes(day)));
  const hours =
    begin === '' ? '' : end === '' ? ` à ${formatClock(begin)}` : ` de ${formatClock(begin)} à ${formatClock(end)}`;
  const first = from.slice(0, 4) === until.slice(0, 4) ? formatDayAndMonth(from) : formatDay(from);
  const holidays = zone === null ? '' : `, hors vacances scolaires (zone ${zone})`;
  return typography(`Chaque ${which}${hours}, du ${first} au ${formatDay(until)}${holidays}`);
}
