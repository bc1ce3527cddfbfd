import { clockOf, dayOf } from './dates.ts';

/**
 * The instant at which clocks in Paris show `day` and `time`, ISO 8601 in UTC. The hour that October repeats is the first of
 * the two; the one that March skips is the hour after.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function parisInstant(day: string, time: string): string {
  const candidates = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T${time}:00${offset}`));
  const exact = candidates.find((instant) => dayOf(instant) === day && clockOf(instant) === time);
  return (exact ?? candidates[1] ?? new Date(Number.NaN)).toISOString();
}
