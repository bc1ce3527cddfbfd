/** When a record is to be published and taken off the site, as it is typed and as it is said. Instants are ISO 8601 in UTC. */
import { addDays, clockOf, dayOf } from './dates.ts';
import { parseDay } from './day-in-words.ts';
import { momentInWords } from './moments.ts';
import { parisInstant } from './paris-instant.ts';
import { formatClock } from './slots.ts';
import { parseHour } from './typed-hours.ts';

export interface Schedule {
  /** Null: nothing is to be published. */
  readonly publishAt: string | null;
  /** Null: nothing is to be taken off. */
  readonly offlineAt: string | null;
}

/** Two moments as a form holds them: a day (`YYYY-MM-DD` once read) and an hour (`HH:MM`), or what was typed; empty for none. */
export interface TypedSchedule {
  readonly publishDay: string;
  readonly publishHour: string;
  readonly offlineDay: string;
  readonly offlineHour: string;
}

export interface ScheduleFault {
  readonly path: keyof TypedSchedule;
  /** French; says how to mend it. */
  readonly message: string;
}

export type ReadSchedule =
  { readonly ok: true; readonly value: Schedule } | { readonly ok: false; readonly faults: readonly ScheduleFault[] };

/** Nothing of a directory is planned further ahead than two years: it is a year that was mistyped. */
const MOST_DAYS = 2 * 365;

const words = {
  nothing: 'Dites quand publier, quand retirer du site, ou les deux.',
  day: 'Dites aussi le jour, comme lundi 7/12.',
  hour: 'Dites aussi l’heure, comme 8h.',
  pastDay: 'Ce jour est passé\u00a0: choisissez un moment à venir.',
  pastHour: (now: Date) => `Il est déjà ${formatClock(clockOf(now))}\u00a0: choisissez un moment à venir.`,
  far: 'C’est dans plus de deux ans\u00a0: vérifiez l’année.',
  before: (publishAt: string, now: Date) =>
    `C’est avant la publication, prévue ${momentInWords(publishAt, now)}\u00a0: choisissez un moment plus tard.`,
};

type Read = { readonly at: string | null; readonly faults: readonly ScheduleFault[] };

/** One moment of a form; nothing typed is no moment. */
function readMoment(typed: TypedSchedule, which: 'publish' | 'offline', now: Date): Read {
  const [dayPath, hourPath] = [`${which}Day`, `${which}Hour`] as const;
  const [typedDay, typedHour] = [typed[dayPath].trim(), typed[hourPath].trim()];
  if (typedDay === '' && typedHour === '') return { at: null, faults: [] };
  const today = dayOf(now);
  const day = typedDay === '' ? null : parseDay(typedDay, today);
  const hour = typedHour === '' ? null : parseHour(typedHour);
  const faults: ScheduleFault[] = [];
  if (!day?.ok) faults.push({ path: dayPath, message: day?.message ?? words.day });
  if (!hour?.ok) faults.push({ path: hourPath, message: hour?.message ?? words.hour });
  if (!day?.ok || !hour?.ok) return { at: null, faults };
  if (day.value < today) return { at: null, faults: [{ path: dayPath, message: words.pastDay }] };
  if (day.value > addDays(today, MOST_DAYS)) return { at: null, faults: [{ path: dayPath, message: words.far }] };
  const at = parisInstant(day.value, hour.value);
  if (Date.parse(at) <= now.getTime()) return { at: null, faults: [{ path: hourPath, message: words.pastHour(now) }] };
  return { at, faults: [] };
}

/**
 * Reads what was typed, by the clock of Europe/Paris: `lundi 7/12` and `8h`, as in every other form.
 * @param now a moment that has passed is refused
 */
export function readSchedule(typed: TypedSchedule, now: Date): ReadSchedule {
  const [publish, offline] = [readMoment(typed, 'publish', now), readMoment(typed, 'offline', now)];
  const faults = [...publish.faults, ...offline.faults];
  if (faults.length > 0) return { ok: false, faults };
  const value: Schedule = { publishAt: publish.at, offlineAt: offline.at };
  if (value.publishAt === null && value.offlineAt === null)
    return { ok: false, faults: [{ path: 'publishDay', message: words.nothing }] };
  if (value.publishAt !== null && value.offlineAt !== null && value.offlineAt <= value.publishAt)
    return { ok: false, faults: [{ path: 'offlineDay', message: words.before(value.publishAt, now) }] };
  return { ok: true, value };
}

/** What a form shows of a plan, to be changed: read back, it says the same. */
export function typedSchedule({ publishAt, offlineAt }: Schedule): TypedSchedule {
  const typed = (at: string | null) => (at === null ? ['', ''] : [dayOf(at), clockOf(at)]);
  const [[publishDay = '', publishHour = ''], [offlineDay = '', offlineHour = '']] = [
    typed(publishAt),
    typed(offlineAt),
  ];
  return { publishDay, publishHour, offlineDay, offlineHour };
}
