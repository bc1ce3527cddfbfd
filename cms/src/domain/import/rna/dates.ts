/** Dates of the register: « 0001-01-01 » says that none is known, and some cannot be (« 0199-09-26 »). */

/** The oldest associations of the register were mutual societies. */
const EARLIEST_YEAR = 1800;

/**
 * @param today `YYYY-MM-DD`: nothing was declared after it
 * @returns `YYYY-MM-DD`, or null where the register has no date that can be
 */
export function registerDay(text: string, today: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:\D|$)/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined || Number(year) < EARLIEST_YEAR) return null;
  const found = `${year}-${month}-${day}`;
  const at = new Date(`${found}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== found) return null;
  return found > today ? null : found;
}

/** The last of some days; null when there is none. */
export const lastOf = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** The same day so many years before. `2026-02-29` − 1 is `2025-02-28`. */
export function yearsBefore(day: string, years: number): string {
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${rest}`;
}
