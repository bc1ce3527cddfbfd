/** Numbers, days and times as a French spreadsheet shows them, unless its format hides a part of them. */
import type { Cell } from '../../domain/import/workbook.ts';

/** What a spreadsheet keeps of a number: fifteen digits. */
const kept = (value: number): number => Number(value.toPrecision(15));
const plain = (value: number): string => String(kept(value)).replace('.', ',');

/** Shown by a program with English separators: 1,234.50 */
const ENGLISH = /^([^\d]*)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([^\d]*)$/;
const french = (shown: string): string =>
  shown.replace(ENGLISH, (_all, before: string, whole: string, part: string | undefined, after: string) => {
    return `${before}${whole.replaceAll(',', '\u202f')}${part === undefined ? '' : `,${part}`}${after}`;
  });

/** Every digit of the number can be read in what is shown, and none that is not its own. */
function losesNothing(shown: string, value: number): boolean {
  if (value < 0 !== /[-−]/.test(shown)) return false;
  const digits = shown.replace(/[^\d.,]/g, '').replace(/[.,]+$/, '');
  if (!/\d/.test(digits)) return false;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const asDecimal = last < 0 ? digits : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
  const read = [Number(asDecimal), Number(digits.replace(/[.,]/g, ''))];
  const wanted = Math.abs(kept(value));
  return read.some((number) => number === wanted || (shown.includes('%') && kept(number / 100) === wanted));
}

/** @param shown as the format shows it, by SheetJS with English separators, or by the program that wrote the file */
export function numberCell(value: number, shown: string | undefined, isEnglish: boolean): Cell {
  const text = shown?.trim() ?? '';
  return { text: losesNothing(text, value) ? (isEnglish ? french(text) : text) : plain(value), number: value };
}

/** What a number format is made of, without the texts that it adds. */
const codesOf = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase();

export interface Moment {
  readonly day: string | null;
  readonly time: string | null;
  readonly seconds: number;
}

const two = (value: number): string => String(value).padStart(2, '0');
const DAY = 86_400;
const FIRST_1904 = Date.UTC(1904, 0, 1);
/** The day before the first of a 1900 workbook; Lotus's 29 February 1900, which never was, is day 60. */
const ZERO_1900 = Date.UTC(1899, 11, 31);

/**
 * The day and the clock time behind a serial (ECMA-376, 18.17.4.1). Null for durations, and for what is no date of a calendar.
 * @param is1904 whether the workbook counts from 1904
 */
export function momentOf(serial: number, format: string, is1904: boolean): Moment | null {
  const codes = codesOf(format);
  if (/\[[hms]+\]/.test(codes) || serial < 0 || serial >= 2_958_466) return null;
  const hasClock = /[hs]/.test(codes);
  const hasDay = /[yd]/.test(codes) || (codes.includes('m') && !hasClock);
  const all = Math.round(serial * DAY);
  const whole = Math.floor(all / DAY);
  const seconds = all - whole * DAY;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  if (!hasDay && whole < 2) return { day: null, time, seconds: seconds % 60 };
  if (!is1904 && whole < 1) return null;
  const shift = is1904 ? whole : whole > 60 ? whole - 1 : whole;
  const day = new Date((is1904 ? FIRST_1904 : ZERO_1900) + shift * DAY * 1000).toISOString().slice(0, 10);
  return { day, time: seconds === 0 ? null : time, seconds: seconds % 60 };
}

const SHOWN_TIME = /^(\d{1,2})\s?(?:h|:)\s?(\d{2})(?:\s?(?:mn|min|m|:|')?\s?(\d{2})\s?s?)?$/i;

/** What is shown says the whole moment, in French or in figures that read one way only. */
function saysAll(shown: string, moment: Moment, isEnglish: boolean, format: string): boolean {
  const { day, time, seconds } = moment;
  if (day === null) {
    const read = SHOWN_TIME.exec(shown);
    return (
      read !== null &&
      `${two(Number(read[1]))}:${read[2] ?? ''}` === time &&
      Number(read[3] ?? 0) === Math.round(seconds)
    );
  }
  // SheetJS writes English months, and the American order where the format is the system's own.
  if (isEnglish && (/[a-z]/i.test(shown) || !/^(d{1,2}[^a-z]+m{1,2}[^a-z]+y{4}|y{4}[^a-z]+m)/.test(codesOf(format)))) {
    return false;
  }
  const [year = '', month = '', date = ''] = day.split('-');
  const numbers = (shown.match(/\d+/g) ?? []).map(Number);
  const hasMonth = numbers.includes(Number(month)) || /\p{L}{3,}/u.test(shown);
  const hasTime = time === null || time.split(':').every((part) => numbers.includes(Number(part)));
  return numbers.includes(Number(year)) && hasMonth && numbers.includes(Number(date)) && hasTime && seconds === 0;
}

/** A day as dd/mm/yyyy, a time as HH:MM, both with a space between, unless what is shown says the same. */
export function momentCell(
  serial: number,
  moment: Moment,
  shown: string | undefined,
  isEnglish: boolean,
  format: string,
): Cell {
  const { day, time, seconds } = moment;
  const text = shown?.trim() ?? '';
  const clock = time === null ? null : Math.round(seconds) === 0 ? time : `${time}:${two(Math.round(seconds))}`;
  const written = [day === null ? null : day.split('-').reverse().join('/'), clock].filter((part) => part !== null);
  return {
    text: saysAll(text, moment, isEnglish, format) ? text : written.join(' '),
    number: serial,
    ...(day === null ? {} : { day }),
    ...(time === null ? {} : { time }),
  };
}
