/**
 * The dates of an event as a cell of a table says them, one to a line, so that an editor can read and correct them:
 * « 12/12/2026 de 18:00 à 20:00 », « 12/12/2026 au 14/12/2026 », « 12/12/2026 de 18:00 (reporté au 13/12/2026 de 18:00) ».
 */
import { formatDigits } from '../../dates.ts';
import {
  EMPTY_TIMING,
  MOST_TIMINGS,
  storedTimings,
  type StoredTiming,
  type TypedTiming,
  type TypedWhen,
} from '../../event-timings.ts';
import { timingStates, type TimingState } from '../../vocabulary/timing-states.ts';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const shown = (day: string): string => (isDay(day) ? formatDigits(day) : day);

function whenText({ day, lastDay, begin, end }: TypedWhen): string {
  const days = lastDay === '' || lastDay === day ? shown(day) : `${shown(day)} au ${shown(lastDay)}`;
  if (begin === '') return days;
  return end === '' ? `${days} de ${begin}` : `${days} de ${begin} à ${end}`;
}

function lineOf({ state, moved, ...when }: TypedTiming): string {
  if (state === 'prévu') return whenText(when);
  const to = state === 'reporté' && moved.day !== '' ? ` au ${whenText(moved)}` : '';
  return `${whenText(when)} (${state}${to})`;
}

/** @returns a line for each date */
export const datesText = (dates: readonly TypedTiming[]): string => dates.map(lineOf).join('\n');

const DAY = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`;
const HOUR = String.raw`(\d{1,2}(?:\s?[h:]\s?\d{0,2})?)`;
const WHEN = String.raw`${DAY}(?:\s*(?:au|-|–)\s*${DAY})?(?:,?\s*(?:de|à)?\s*${HOUR}(?:\s*(?:à|-|–)\s*${HOUR})?)?`;
const LINE = new RegExp(String.raw`^(?:du\s|le\s)?\s*${WHEN}\s*(?:\((\p{L}+)(?:\s+au\s+${WHEN})?\))?$`, 'iu');

const words = {
  unread: (line: string) =>
    `«\u00a0${line}\u00a0» ne se lit pas comme une date. Écrivez une date par ligne, comme 12/12/2026 de 18:00 à 20:00.`,
  tooMany: (count: number) => `${count} dates\u00a0: ${MOST_TIMINGS} au plus.`,
};

export type ReadDates =
  { readonly ok: true; readonly value: readonly StoredTiming[] } | { readonly ok: false; readonly message: string };

const when = (parts: readonly (string | undefined)[]): TypedWhen => ({
  day: parts[0] ?? '',
  lastDay: parts[1] ?? '',
  begin: parts[2] ?? '',
  end: parts[3] ?? '',
});

/**
 * Reads what `datesText` wrote, or an editor instead of it.
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function readDates(text: string, today: string): ReadDates {
  const rows: TypedTiming[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const read = LINE.exec(line);
    const state = (read?.[5]?.toLowerCase() ?? 'prévu') as TimingState;
    if (!read || !timingStates.values.includes(state)) return { ok: false, message: words.unread(line) };
    rows.push({ ...EMPTY_TIMING, ...when(read.slice(1, 5)), state, moved: when(read.slice(6, 10)) });
  }
  if (rows.length > MOST_TIMINGS) return { ok: false, message: words.tooMany(rows.length) };
  const stored = storedTimings(rows, [], today);
  if (stored.ok) return stored;
  return { ok: false, message: stored.faults[0]?.message ?? words.unread(text) };
}

const firstOf = ({ day, moved, state }: TypedTiming): string =>
  state === 'reporté' && moved.day !== '' ? (moved.day < day ? moved.day : day) : day;
/** The last day of a date, a new one included. */
export const lastDayOf = ({ day, lastDay, moved, state }: TypedTiming): string => {
  const [announced, other] = [lastDay || day, state === 'reporté' ? moved.lastDay || moved.day : ''];
  return other > announced ? other : announced;
};

/** Months of dates that are looked at: a whole season ahead, and a month more, so that nothing moves from one day to the next. */
const MONTHS_AHEAD = 13;

export interface DateWindow {
  /** The first of this month. */
  readonly from: string;
  /** Not included. */
  readonly until: string;
}

/** Which dates of something that has no end are taken: whole months, so that a file read tomorrow says the same. */
export function dateWindow(today: string): DateWindow {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (months: number) => new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return { from: first(0), until: first(MONTHS_AHEAD) };
}

export interface BoundedDates {
  readonly dates: readonly TypedTiming[];
  /** How many dates ahead were left out, being too many. */
  readonly left: number;
}

/**
 * The dates of an event that are worth keeping: those of this month and after it, as many as an event may have, each once, in
 * their order; when everything is over, the last one, which tells so.
 */
export function boundedDates(dates: readonly TypedTiming[], today: string): BoundedDates {
  const each = new Map(dates.filter(({ day }) => isDay(day)).map((one) => [JSON.stringify([one.day, one.begin]), one]));
  const sorted = [...each.values()].sort((a, b) =>
    `${firstOf(a)} ${a.begin}`.localeCompare(`${firstOf(b)} ${b.begin}`),
  );
  const { from } = dateWindow(today);
  const ahead = sorted.filter((one) => lastDayOf(one) >= from);
  if (ahead.length === 0) return { dates: sorted.slice(-1), left: 0 };
  return { dates: ahead.slice(0, MOST_TIMINGS), left: Math.max(0, ahead.length - MOST_TIMINGS) };
}
