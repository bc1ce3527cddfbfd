/** Dates as French readers expect them. Instants are ISO 8601 in UTC; days are `YYYY-MM-DD`; the clock is that of Europe/Paris. */
import { onceMade } from './once-made.ts';

export const TIME_ZONE = 'Europe/Paris';

/** Made when it is first needed: the ten formats of this file take 35 ms of a telephone to make, and a page uses two of them. */
const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
  onceMade(() => new Intl.DateTimeFormat(locale, options));

const parts = format('fr-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = format('fr-FR', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: string | Date): string {
  const values = Object.fromEntries(
    parts()
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${values['year']}-${values['month']}-${values['day']}`;
}

/** The clock time of an instant, `HH:MM`. */
export function clockOf(instant: string | Date): string {
  return clock().format(new Date(instant));
}

/** The day `count` days after (or before, when negative). */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Rank of a day (`YYYY-MM-DD`) in its week (ISO 8601): 0 for Monday to 6 for Sunday. */
export const weekdayRank = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const MS_OF_A_DAY = 86_400_000;

/** Days from one day (`YYYY-MM-DD`) to another; negative when that one is before. */
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / MS_OF_A_DAY);

// A calendar day has no zone: it is formatted in UTC, where it was read.
const utc = (options: Intl.DateTimeFormatOptions) => format('fr-FR', { timeZone: 'UTC', ...options });
const longDay = utc({ day: 'numeric', month: 'long', year: 'numeric' });
const weekday = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const month = utc({ month: 'long', year: 'numeric' });

const dayAndMonth = utc({ day: 'numeric', month: 'long' });
const weekdayAndMonth = utc({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = utc({ day: 'numeric', month: 'short' });
const shortMonth = utc({ month: 'short', year: 'numeric' });

const dateOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A one that stands before a month, written out or shortened. */
const FIRST_OF_MONTH =
  /(?<![\d.,])1(?=[\s\u00a0\u202f](?:janv(?:ier|\.)|févr(?:ier|\.)|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|août|sept(?:embre|\.)|oct(?:obre|\.)|nov(?:embre|\.)|déc(?:embre|\.))(?!\p{L}))/gu;

/**
 * The first of a month as French writes it: "vendredi 1 mai 2026" → "vendredi 1er mai 2026" (Lexique des règles typographiques
 * en usage à l’Imprimerie nationale, « Date »). `Intl` does not know it. Everything else of the text stays as it is.
 */
export const withFirstOfMonth = (text: string): string => text.replace(FIRST_OF_MONTH, '1er');

/** "5 septembre 2026", "1er mars 2026" */
export function formatDay(day: string): string {
  return withFirstOfMonth(longDay().format(dateOfDay(day)));
}

/** "5 septembre", "1er mars" */
export function formatDayAndMonth(day: string): string {
  return withFirstOfMonth(dayAndMonth().format(dateOfDay(day)));
}

/** "05/09/2026": in lists and fields, where days stand under one another. */
export function formatDigits(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** "samedi 5 septembre 2026" */
export function formatWeekday(day: string): string {
  return withFirstOfMonth(weekday().format(dateOfDay(day)));
}

/** "samedi 5 septembre": beside something that says the year. */
export function formatWeekdayAndMonth(day: string): string {
  return withFirstOfMonth(weekdayAndMonth().format(dateOfDay(day)));
}

/** "5 sept.", "1er mai": under a chart. */
export function formatShortDay(day: string): string {
  return withFirstOfMonth(shortDay().format(dateOfDay(day)));
}

/** "septembre 2026" */
export function formatMonth(day: string): string {
  return month().format(dateOfDay(day));
}

/** "sept. 2026": the foot of a leaf of calendar, whose number stands above. */
export function formatShortMonth(day: string): string {
  return shortMonth().format(dateOfDay(day));
}
