/** The days that a page of a calendar shows. Pure; days are `YYYY-MM-DD`. */
import { addDays, weekdayRank } from '../../../domain/dates.ts';

/** As a French week goes. */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** The whole weeks that a month touches, Monday first. */
export function monthGrid(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: string[][] = [];
  for (
    let monday = addDays(first, -weekdayRank(first));
    monday.slice(0, 7) <= day.slice(0, 7);
    monday = addDays(monday, 7)
  ) {
    weeks.push(Array.from({ length: 7 }, (_, rank) => addDays(monday, rank)));
  }
  return weeks;
}

/** The same day of another month, or its last one where it is shorter: a month after 31 January is 28 February. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0));
  const kept = Math.min(date, lastOfMonth.getUTCDate());
  return `${lastOfMonth.toISOString().slice(0, 7)}-${String(kept).padStart(2, '0')}`;
}
