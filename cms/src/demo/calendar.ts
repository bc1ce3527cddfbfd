/** Days as `YYYY-MM-DD`, counted without a clock or a time zone. */
import { addDays } from '../domain/dates.ts';

/** Rank of the day in its week, Monday 0 to Sunday 6. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The last Sunday of a month (1 to 12): when clocks change in Europe. */
function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return addDays(last, -((weekday(last) + 1) % 7));
}

/** Instant (ISO 8601, UTC) of a clock time `HH:MM` in Europe/Paris; summer time by the rule of directive 2000/84/EC. */
export function parisInstant(day: string, clock: string): string {
  const year = Number(day.slice(0, 4));
  // what changes does so at 01:00 UTC, in the night: no event begins then
  const summer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  return new Date(Date.parse(`${day}T${clock}:00Z`) - (summer ? 2 : 1) * 3_600_000).toISOString();
}

/** The season that a directory printed on that day is for, "2026-2027": a season begins in June, when entries are brought up to date. */
export function seasonOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 6 ? 1 : 0);
  return `${year}-${year + 1}`;
}
