/** Which reminder is due: arithmetic on days, `YYYY-MM-DD`, Europe/Paris. */
import { addDays, dayOf } from '../../domain/dates.ts';
import type { RequestState } from '../../domain/vocabulary/request-states.ts';

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

/** A request, as far as letters are concerned. Instants are of the database: ISO 8601. */
interface Written {
  readonly state: RequestState;
  readonly email: string | null;
  readonly sentAt: string | null;
  readonly lastReminderAt: string | null;
}

/** The first day on which somebody who is silent, or about to get the invitation, may be reminded; null when nobody may then. */
export function remindableFrom(requests: readonly Written[], today: string): string | null {
  const days = requests.flatMap(({ state, email, sentAt, lastReminderAt }) => {
    if ((state !== 'envoyée' && state !== 'à envoyer') || !email) return [];
    const last = [sentAt, lastReminderAt].flatMap((at) => (at === null ? [] : [dayOf(at)])).sort();
    return [addDays(last.at(-1) ?? today, REST_DAYS)];
  });
  return days.sort()[0] ?? null;
}
