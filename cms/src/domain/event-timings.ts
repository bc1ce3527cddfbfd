/**
 * The dates of an event as an editor writes them, and as they are stored. A row of the form is texts: a day and hours as they
 * are read by `day-in-words.ts` and `typed-hours.ts`, or as they were typed until they can be read, so that nothing typed is lost.
 */
import { z } from 'zod';
import { addDays, clockOf, dayOf, formatDigits } from './dates.ts';
import { parseDay } from './day-in-words.ts';
import { parisInstant } from './paris-instant.ts';
import { endsNextMorning, formatClock } from './slots.ts';
import { readPair } from './typed-hours.ts';
import { timingStates, type TimingState } from './vocabulary/timing-states.ts';
import { isWholeDay } from './whole-day.ts';

const instant = z.string().nullable().catch(null);

/**
 * The component `agenda.timing`: instants are ISO 8601 in UTC. Dates of before it was asked have no state. On its way from a form,
 * `begin` and `newBegin` may hold what cannot be read yet (`keptTimings`).
 */
export const StoredTiming = z.object({
  begin: instant,
  end: instant,
  atMidnight: z.boolean().nullable().catch(null),
  state: z.enum(timingStates.values).nullable().catch(null),
  newBegin: instant,
  newEnd: instant,
});
export type StoredTiming = z.infer<typeof StoredTiming>;

/** When something takes place, as it is written in a form. */
export const TypedWhen = z.object({
  /** `YYYY-MM-DD` once read. */
  day: z.string(),
  /** The last of several days; empty when it is one day, a night included. */
  lastDay: z.string(),
  /** `HH:MM` once read; empty when no hour is known. */
  begin: z.string(),
  end: z.string(),
});
export type TypedWhen = Readonly<z.infer<typeof TypedWhen>>;

/** One row of the form. */
export interface TypedTiming extends TypedWhen {
  readonly state: TimingState;
  /** Of a date that is moved: the new one, empty while it is not known. */
  readonly moved: TypedWhen;
}

/** The most dates that an event may have: a weekly one over a year. */
export const MOST_TIMINGS = 60;

const NOWHEN: TypedWhen = { day: '', lastDay: '', begin: '', end: '' };
export const EMPTY_TIMING: TypedTiming = { ...NOWHEN, state: 'prévu', moved: NOWHEN };

/** What people type for the end of a day that is the last of several. */
const END_OF_DAY = '23:59';

function typedWhen(begin: string, end: string | null, atMidnight: boolean): TypedWhen {
  const day = dayOf(begin);
  const whole = isWholeDay(begin, end, atMidnight);
  const from = whole ? '' : clockOf(begin);
  if (end === null || Date.parse(end) <= Date.parse(begin)) return { day, lastDay: '', begin: from, end: '' };
  const [endDay, endClock] = [dayOf(end), clockOf(end)];
  if (whole) return { day, lastDay: endDay === day ? '' : endDay, begin: '', end: '' };
  const sameEvening = endDay === day || (endDay === addDays(day, 1) && endsNextMorning(from, endClock));
  if (sameEvening) return { day, lastDay: '', begin: from, end: endClock };
  return { day, lastDay: endDay, begin: from, end: endClock === END_OF_DAY ? '' : endClock };
}

/** What a form could not read yet travels in the place of the instant, as it was typed. */
const unreadAs = (when: TypedWhen): string => JSON.stringify(when);
const isInstant = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}T/.test(text);

function unreadIn(text: string | null): TypedWhen {
  try {
    return TypedWhen.parse(JSON.parse(text ?? ''));
  } catch {
    return NOWHEN;
  }
}

/** A stored date as a row of the form. */
export function typedTiming({ begin, end, atMidnight, state, newBegin, newEnd }: StoredTiming): TypedTiming {
  const typed = (from: string | null, to: string | null) =>
    isInstant(from) ? typedWhen(from, isInstant(to) ? to : null, atMidnight === true) : unreadIn(from);
  return { ...typed(begin, end), state: state ?? 'prévu', moved: typed(newBegin, newEnd) };
}

/** Does this row hold something that a form could not read? */
export const isUnread = ({ begin, newBegin }: Pick<StoredTiming, 'begin' | 'newBegin'>): boolean =>
  [begin, newBegin].some((text) => text !== null && !isInstant(text));

/** Something to mend: in which field of which row, and how. */
export interface TimingFault {
  /** "timings.0.day", "timings.2.moved.begin" */
  readonly path: string;
  readonly message: string;
}

const words = {
  noDay: 'Indiquez le jour, comme 12/12/2026.',
  backwards: (first: string, last: string) =>
    `Le dernier jour (${formatDigits(last)}) est avant le premier (${formatDigits(first)}). Corrigez l’un des deux.`,
  ends: (begin: string, end: string) =>
    `La fin (${formatClock(end)}) n’est pas après le début (${formatClock(begin)}). Corrigez l’une des deux heures.`,
  noBegin: (end: string) => `Indiquez aussi l’heure de début, ou effacez celle de fin (${formatClock(end)}).`,
};

interface Instants {
  readonly begin: string;
  readonly end: string | null;
  readonly atMidnight: boolean;
}

/** Reads one day with its hours. Faults are said at the field that is to be mended. */
function readWhen(when: TypedWhen, path: string, today: string, faults: TimingFault[]): Instants | null {
  const fault = (field: keyof TypedWhen, message: string): null => {
    faults.push({ path: `${path}.${field}`, message });
    return null;
  };
  const readDay = (field: 'day' | 'lastDay'): string | null => {
    const read = parseDay(when[field], today);
    return read.ok ? read.value : fault(field, read.message);
  };
  const first = when.day.trim() === '' ? fault('day', words.noDay) : readDay('day');
  const last = when.lastDay.trim() === '' ? '' : readDay('lastDay');
  const hours = readPair(when);
  if (!hours.ok) fault(hours.field, hours.message);
  if (first === null || last === null || !hours.ok) return null;
  if (last !== '' && last < first) return fault('lastDay', words.backwards(first, last));
  const { begin, end } = hours.value;
  if (begin === '' && end !== '') return fault('begin', words.noBegin(end));
  const several = last !== '' && last !== first;
  if (begin === '') {
    const close = several ? parisInstant(last, END_OF_DAY) : null;
    return { begin: parisInstant(first, '00:00'), end: close, atMidnight: false };
  }
  const opens = { begin: parisInstant(first, begin), atMidnight: begin === '00:00' };
  if (several) return { ...opens, end: parisInstant(last, end === '' ? END_OF_DAY : end) };
  if (end === '') return { ...opens, end: null };
  const inTheNight = endsNextMorning(begin, end);
  if (end <= begin && !inTheNight) return fault('end', words.ends(begin, end));
  return { ...opens, end: parisInstant(inTheNight ? addDays(first, 1) : first, end) };
}

const isEmpty = ({ day, lastDay, begin, end }: TypedWhen): boolean => `${day}${lastDay}${begin}${end}`.trim() === '';
const same = (a: TypedTiming, b: TypedTiming): boolean => JSON.stringify(a) === JSON.stringify(b);

export type ReadTimings =
  | { readonly ok: true; readonly value: readonly StoredTiming[] }
  | { readonly ok: false; readonly faults: readonly TimingFault[] };

/**
 * The rows of the form as they are stored. A row whose day is empty, as one that was added and left, is no date: only its hours
 * may have been filled in for it. What an editor did not touch is stored as it was, to the minute.
 *
 * @param was what the form was made from
 * @param today `YYYY-MM-DD`, Europe/Paris: a day without a year is the next one
 */
export function storedTimings(rows: readonly TypedTiming[], was: readonly StoredTiming[], today: string): ReadTimings {
  const faults: TimingFault[] = [];
  const value = rows.flatMap((row, rank): StoredTiming[] => {
    const untouched = was.find((one) => isInstant(one.begin) && !isUnread(one) && same(typedTiming(one), row));
    if (untouched) return [untouched];
    if (isLeftEmpty(row)) return [];
    const path = `timings.${rank}`;
    const announced = readWhen(row, path, today, faults);
    const isMoved = row.state === 'reporté' && !isEmpty(row.moved);
    const moved = isMoved ? readWhen(row.moved, `${path}.moved`, today, faults) : null;
    if (announced === null) return [];
    return [
      {
        begin: announced.begin,
        end: announced.end,
        atMidnight: announced.atMidnight || (moved?.atMidnight ?? false),
        state: row.state,
        newBegin: moved?.begin ?? null,
        newEnd: moved?.end ?? null,
      },
    ];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

/**
 * The rows of the form as a record holds them, whatever was typed: a row that cannot be read is in its place, for the form that
 * opens it again, and is refused with the field to mend where it is to be stored (`rules/content/timings.ts`).
 */
export const keptTimings = (
  rows: readonly TypedTiming[],
  was: readonly StoredTiming[],
  today: string,
): StoredTiming[] =>
  rows.flatMap((row): readonly StoredTiming[] => {
    const read = storedTimings([row], was, today);
    if (read.ok) return read.value;
    const { moved, state, day, lastDay, begin, end } = row;
    return [
      {
        begin: unreadAs({ day, lastDay, begin, end }),
        end: null,
        atMidnight: false,
        state,
        newBegin: isEmpty(moved) ? null : unreadAs(moved),
        newEnd: null,
      },
    ];
  });

/** A row that was added for one more date, which was not written: its hours came with it. */
const isLeftEmpty = (row: TypedTiming): boolean =>
  row.day.trim() === '' && row.lastDay.trim() === '' && row.state === 'prévu';

/** One more row: most often another day at the same hours. */
export function nextTiming(rows: readonly TypedTiming[]): TypedTiming {
  const last = rows.at(-1);
  return last ? { ...EMPTY_TIMING, begin: last.begin, end: last.end } : EMPTY_TIMING;
}

/** How often something comes back. */
export type Rhythm = 'day' | 'week' | 'fortnight' | 'month';

const DAYS: Readonly<Record<Exclude<Rhythm, 'month'>, number>> = { day: 1, week: 7, fortnight: 14 };

/** The same weekday of the month `count` months later: the first Saturday, the third; null for a fifth that there is not. */
function sameWeekdayOfMonth(day: string, count: number): string | null {
  const rank = Math.ceil(Number(day.slice(8)) / 7);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const date = 1 + ((weekday - first.getUTCDay() + 7) % 7) + (rank - 1) * 7;
  const found = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), date));
  return found.getUTCMonth() === first.getUTCMonth() ? found.toISOString().slice(0, 10) : null;
}

/**
 * The dates that follow a row at a rhythm, up to a day, at the same hours. A day that a row already has is not given twice.
 *
 * @param rows of which the last is repeated; nothing comes of one whose day is not read yet
 * @param until `YYYY-MM-DD`, included
 */
export function repeated(rows: readonly TypedTiming[], rhythm: Rhythm, until: string): TypedTiming[] {
  const model = rows.at(-1);
  if (!model || !/^\d{4}-\d{2}-\d{2}$/.test(model.day)) return [];
  const taken = new Set(rows.map(({ day }) => day));
  const length = model.lastDay === '' ? 0 : Date.parse(model.lastDay) - Date.parse(model.day);
  const made: TypedTiming[] = [];
  for (let count = 1; made.length + rows.length < MOST_TIMINGS; count += 1) {
    const day = rhythm === 'month' ? sameWeekdayOfMonth(model.day, count) : addDays(model.day, DAYS[rhythm] * count);
    if (day === null) continue;
    if (day > until) break;
    if (taken.has(day)) continue;
    const lastDay = length > 0 ? new Date(Date.parse(day) + length).toISOString().slice(0, 10) : '';
    made.push({ ...EMPTY_TIMING, day, lastDay, begin: model.begin, end: model.end });
  }
  return made;
}

/** What a list says of the dates of an event. */
export interface DatesInList {
  /** The next day that something takes place, a new date included; the last one of all when everything is over. */
  readonly day: string;
  /** Null when no hour is known. */
  readonly hour: string | null;
  readonly state: TimingState;
  readonly isOver: boolean;
  /** How many other dates are still to come. */
  readonly others: number;
}

/**
 * The date that a list shows. What is cancelled is passed over while something else takes place.
 * @param now `YYYY-MM-DD`, Europe/Paris
 */
export function datesInList(timings: readonly StoredTiming[], today: string): DatesInList | null {
  const dates = timings
    .flatMap(({ begin, end, atMidnight, state, newBegin, newEnd }) => {
      const isMoved = state === 'reporté' && isInstant(newBegin);
      const [from, to] = isMoved ? [newBegin, newEnd] : [begin, end];
      if (!isInstant(from)) return [];
      const when = typedWhen(from, to, atMidnight === true);
      return [{ begin: from, state: isMoved ? ('prévu' as const) : (state ?? 'prévu'), when }];
    })
    .sort((a, b) => a.begin.localeCompare(b.begin));
  const ahead = dates.filter(({ when }) => (when.lastDay || when.day) >= today);
  const held = ahead.filter(({ state }) => state !== 'annulé' && state !== 'reporté');
  const shown = held[0] ?? ahead[0] ?? dates.at(-1);
  if (!shown) return null;
  return {
    day: shown.when.day,
    hour: shown.when.begin || null,
    state: shown.state,
    isOver: ahead.length === 0,
    others: Math.max(0, held.length - 1),
  };
}
