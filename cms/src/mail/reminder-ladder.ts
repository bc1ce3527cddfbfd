/** Which reminder is due: arithmetic on days, `YYYY-MM-DD`, Europe/Paris. */

export interface Rung {
  /** Days after the opening. */
  readonly afterDays: number;
}

export interface Ladder<R extends Rung> {
  /** Day of the opening. */
  readonly opened: string;
  /** Last day of the campaign; null when it has none. */
  readonly closesOn: string | null;
  readonly rungs: readonly R[];
}

const DAY_MS = 86_400_000;
/** Days from one to the other; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** No letter follows another within two days, unless the ladder itself says so: after an outage, a late one pushes the next. */
const REST_DAYS = 2;

export interface DueRung<R extends Rung> {
  /** From 1, in the order of the days. */
  readonly step: number;
  readonly rung: R;
  /** Days that must lie between the last letter and this one. */
  readonly restDays: number;
}

/** The latest reminder whose day has come: earlier ones that were missed are left out. Null before, and after the closing day. */
export function dueRung<R extends Rung>({ opened, closesOn, rungs }: Ladder<R>, today: string): DueRung<R> | null {
  if (closesOn !== null && today > closesOn) return null;
  const age = daysBetween(opened, today);
  const sorted = rungs.toSorted((a, b) => a.afterDays - b.afterDays);
  const index = sorted.findLastIndex(({ afterDays }) => afterDays <= age);
  const rung = sorted[index];
  if (!rung) return null;
  const before = sorted[index - 1]?.afterDays ?? 0;
  return { step: index + 1, rung, restDays: Math.min(REST_DAYS, Math.max(rung.afterDays - before, 0)) };
}
