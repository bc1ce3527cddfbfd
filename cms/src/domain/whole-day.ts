import { clockOf } from './dates.ts';

const MIDNIGHT = '00:00';
/** What people type to mean the end of a day. */
const ENDS_OF_DAY: readonly string[] = [MIDNIGHT, '23:59'];

/**
 * A calendar asks for an hour with each day, so that a day whose hours nobody knows is stored from midnight, to nothing, to
 * midnight or to 23:59. What really begins at midnight (a mass, a race) is told apart by who typed it.
 *
 * @param begin and `end`: instants, ISO 8601; `end` null when it is not known, or not after the beginning
 * @param atMidnight the beginning is an hour that people are awaited at, even when it is midnight
 */
export function isWholeDay(begin: string, end: string | null, atMidnight: boolean): boolean {
  if (atMidnight || clockOf(begin) !== MIDNIGHT) return false;
  return end === null || Date.parse(end) <= Date.parse(begin) || ENDS_OF_DAY.includes(clockOf(end));
}
