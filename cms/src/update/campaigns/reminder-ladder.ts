/** Which reminder is due: arithmetic on days, `YYYY-MM-DD`, Europe/Paris. */
import { addDays } from '../../domain/dates.ts';

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
export const REST_DAYS = 2;

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

/** The reminder that comes next, and its day; today's own stands until midnight. Null after the last, and when it would come after the closing day. */
export function nextRung<R extends Rung>(
  { opened, closesOn, rungs }: Ladder<R>,
  today: string,
): { readonly step: number; readonly rung: R; readonly day: string } | null {
  const sorted = rungs.toSorted((a, b) => a.afterDays - b.afterDays);
  const index = sorted.findIndex(({ afterDays }) => addDays(opened, afterDays) >= today);
  const rung = sorted[index];
  if (!rung) return null;
  const day = addDays(opened, rung.afterDays);
  return closesOn !== null && day > closesOn ? null : { step: index + 1, rung, day };
}

/** The text of an association's next reminder, whatever the day: the step that it has not had, after the last the last again. */
export function rungAfter<R extends Rung>(
  rungs: readonly R[],
  had: number,
): { readonly step: number; readonly rung: R } | null {
  const sorted = rungs.toSorted((a, b) => a.afterDays - b.afterDays);
  const step = Math.min(had + 1, sorted.length);
  const rung = sorted[step - 1];
  return rung ? { step, rung } : null;
}
