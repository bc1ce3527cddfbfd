/** Which backups are kept: the rule as data, and what follows from it. */
import { addDays, dayOf, weekdayRank } from '@trame/cms/domain/dates';

/**
 * The newest backup of each of the last so many days, weeks and months that have one. A machine that was off for long thus
 * keeps what it has: periods without a backup count for nothing.
 */
export const RETENTION = {
  days: 7,
  weeks: 4,
  months: 12,
  /** What is older goes in any case once there is a newer one: a backup holds people's contacts (retention table). */
  longestDays: 400,
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** `trame-20261201T020001.tar.gz.age`, in UTC: only what has such a name is ever erased. */
export const nameOf = (stamp: string): string => `trame-${stamp}.tar.gz.age`;
const NAME = /^trame-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.tar\.gz\.age$/;

/** When a backup of that name was made; null for any other file. */
export function madeAt(name: string): Date | null {
  const [, year, month, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The Monday of the week of a day. */
const weekOf = (day: string): string => addDays(day, -weekdayRank(day));

const PERIODS: readonly (readonly [count: number, periodOf: (day: string) => string])[] = [
  [RETENTION.days, (day) => day],
  [RETENTION.weeks, weekOf],
  [RETENTION.months, (day) => day.slice(0, 7)],
];

/**
 * What the rule erases of these names, by the days of Europe/Paris. Never the newest; never what a clock that was ahead has
 * dated later than now, which counts for nothing until its time has come.
 */
export function toErase(names: readonly string[], now: Date): string[] {
  const backups = names
    .flatMap((name) => {
      const at = madeAt(name);
      return at === null || at > now ? [] : [{ name, at, day: dayOf(at) }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set(backups.slice(0, 1).map(({ name }) => name));
  for (const [count, periodOf] of PERIODS) {
    const seen = new Set<string>();
    for (const { name, at, day } of backups) {
      if (now.getTime() - at.getTime() > RETENTION.longestDays * DAY_MS) break;
      const period = periodOf(day);
      if (seen.has(period)) continue;
      if (seen.size === count) break;
      seen.add(period);
      kept.add(name);
    }
  }
  return backups.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}
