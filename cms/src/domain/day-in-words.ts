/** A calendar day as French people write it, read once for every form and for what was written as free text. Days are `YYYY-MM-DD`. */
import { addDays, formatDay, formatWeekday } from './dates.ts';
import { withoutAccents } from './french.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

const HOW = 'Écrivez-la comme 12/12/2026 ou 12 décembre 2026.';
const words = {
  unread: (text: string) => `«\u00a0${text}\u00a0» ne se lit pas comme une date. ${HOW}`,
  noSuchDay: (text: string) => `«\u00a0${text}\u00a0» n’est dans aucun calendrier. ${HOW}`,
  otherWeekday: (text: string, day: string) =>
    `«\u00a0${text}\u00a0»\u00a0: le ${formatDay(day)} est un ${formatWeekday(day).split(/\s/)[0]}. Corrigez le jour ou la date.`,
};

/** The longest that a field of a date takes while it is typed: "mercredi 30 septembre 2026". */
export const LONGEST_DAY = 40;

/** `(weekday) day month (year)` in words, in figures, and as programs write it. */
const IN_WORDS = /^(?:le )?(?:(\p{L}+)\.? )?(\d{1,2})(?:er)? (\p{L}+)\.?(?: (\d{4}|\d{2}))?$/u;
const IN_FIGURES = /^(?:le )?(?:(\p{L}+)\.? )?(\d{1,2}) ?[/.\- ] ?(\d{1,2})(?: ?[/.\- ] ?(\d{4}|\d{2}))?$/u;
const IN_A_ROW = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const plain = (text: string): string => withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();

/** 1 to 12 for a month or its usual abbreviation; "jui" could be two, and is none. */
function monthOf(word: string): number {
  const exact = MONTHS.indexOf(word);
  if (exact >= 0) return exact + 1;
  const found = word.length < 3 ? [] : MONTHS.filter((month) => month.startsWith(word));
  return found.length === 1 ? MONTHS.indexOf(found[0] ?? '') + 1 : 0;
}

/** 0 (Sunday) to 6 for a weekday or its abbreviation of three letters or more. */
const weekdayOf = (word: string): number =>
  word.length < 3 ? -1 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(word));

interface Pieces {
  readonly weekday: number | null;
  readonly day: number;
  readonly month: number;
  /** As written; null when it is not said. */
  readonly year: string | null;
}

/** What a text says of a day; null when it is none, or more than one. */
function piecesOf(text: string): Pieces | null {
  const iso = ISO.exec(text);
  if (iso) return { weekday: null, day: Number(iso[3]), month: Number(iso[2]), year: iso[1] ?? null };
  const row = IN_A_ROW.exec(text);
  if (row) return { weekday: null, day: Number(row[1]), month: Number(row[2]), year: row[3] ?? null };
  const found = IN_WORDS.exec(text) ?? IN_FIGURES.exec(text);
  if (!found) return null;
  const [, weekdayWord, day = '', monthWord = '', year = null] = found;
  const weekday = weekdayWord === undefined ? null : weekdayOf(weekdayWord);
  const month = /^\d/.test(monthWord) ? Number(monthWord) : monthOf(monthWord);
  return weekday === -1 || month === 0 ? null : { weekday, day: Number(day), month, year };
}

/** The day of a calendar, or null: there is no 31 April. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

const weekdayOfDay = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * The calendar day that a text is, and nothing more: "8 mars 2017", "le mercredi 1er mai 2024", "08/03/2017", "12 déc. 2026".
 * @returns null for a text that says more or less than one day, or a day that no calendar has
 */
export function dayInWords(text: string): string | null {
  const pieces = piecesOf(plain(text));
  if (!pieces || pieces.year?.length !== 4) return null;
  return calendarDay(Number(pieces.year), pieces.month, pieces.day);
}

/** Where a day without a year lies: the next such day, or the last one. */
export type Lies = 'ahead' | 'behind';

/** `26` is 2026; of what has happened, `87` is 1987. */
function centuryFor(today: string, twoDigits: string, lies: Lies): number {
  const year = Number(`${today.slice(0, 2)}${twoDigits}`);
  return lies === 'behind' && year > Number(today.slice(0, 4)) ? year - 100 : year;
}

const OF_TODAY: Readonly<Record<string, number>> = {
  hier: -1,
  'avant-hier': -2,
  "aujourd'hui": 0,
  demain: 1,
  'apres-demain': 2,
};

/** The year of a day that was written without one. A 29 February waits for a year that has it. */
function yearFor(today: string, month: number, day: number, lies: Lies): number | null {
  const step = lies === 'ahead' ? 1 : -1;
  const first = Number(today.slice(0, 4));
  for (let count = 0; count <= 8; count += 1) {
    const found = calendarDay(first + step * count, month, day);
    if (found !== null && (lies === 'ahead' ? found >= today : found <= today)) return first + step * count;
  }
  return null;
}

/**
 * Reads a day as it is typed in a form: everything that `dayInWords` reads, and `12/12`, `12/12/26`, `12122026`,
 * `sam. 12 déc.`, `demain`.
 *
 * @param today `YYYY-MM-DD`, Europe/Paris
 * @param lies where a day without a year is looked for: `ahead` for what is announced, `behind` for what has happened
 */
export function parseDay(input: string, today: string, lies: Lies = 'ahead'): Parsed<string> {
  const typed = input.trim();
  const text = plain(typed).replace(/[’‘]/g, "'");
  const shift = OF_TODAY[text];
  if (shift !== undefined) return parsed(addDays(today, shift));
  const pieces = piecesOf(text);
  if (!pieces) return refused(words.unread(typed));
  const { weekday, day, month } = pieces;
  const year =
    pieces.year === null
      ? yearFor(today, month, day, lies)
      : pieces.year.length === 2
        ? centuryFor(today, pieces.year, lies)
        : Number(pieces.year);
  const found = year === null ? null : calendarDay(year, month, day);
  if (found === null) return refused(words.noSuchDay(typed));
  if (weekday !== null && weekdayOfDay(found) !== weekday) return refused(words.otherWeekday(typed, found));
  return parsed(found);
}
