/**
 * Dates and hours of an event in a sentence: in French as the Lexique des règles typographiques de l’Imprimerie nationale has it, in
 * another language of the site by its own sentences.
 */
import { clockOf } from '@trame/cms/domain/dates';
import {
  formatClock,
  formatDayAndMonth,
  formatMonth,
  formatWeekday,
  formatWeekdayAndMonth,
  listInWords,
  sayForeign,
} from '../../i18n/formats.ts';
import { currentLanguage, type ForeignLanguage } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import type { Span } from './span.ts';

/** When something takes place, whatever became of it. */
type When = Pick<Span, 'begin' | 'end' | 'firstDay' | 'lastDay' | 'allDay'>;

const NO_BREAK = '\u00a0';

const clockInWords = (instant: string): string => formatClock(clockOf(instant));

/** Hours alone, as they stand under a date: "10 h – 18 h", "à 20 h 30", "toute la journée". */
export function formatHoursOf(span: When): string {
  const language = currentLanguage();
  if (language !== 'fr') return foreignHours(span, language);
  if (span.allDay) return 'toute la journée';
  if (span.end === null) return `à ${clockInWords(span.begin)}`;
  return `${clockInWords(span.begin)}${NO_BREAK}–${NO_BREAK}${clockInWords(span.end)}`;
}

/** The whole of it: "samedi 5 septembre 2026, de 10 h à 18 h", "du 5 au 6…", "samedi 5 septembre 2026 à 20 h 30". */
export function formatSpan(span: When): string {
  const language = currentLanguage();
  if (language !== 'fr') return foreignSpan(span, language);
  if (span.firstDay !== span.lastDay) return formatSeveralDays(span);
  const day = formatWeekday(span.firstDay);
  if (span.allDay) return day;
  if (span.end === null) return `${day} à ${clockInWords(span.begin)}`;
  return `${day}, de ${clockInWords(span.begin)} à ${clockInWords(span.end)}`;
}

function formatSeveralDays(span: When): string {
  const first = withoutWhatFollows(span.firstDay, span.lastDay, span.allDay);
  const last = formatWeekday(span.lastDay);
  if (span.allDay || span.end === null) return `du ${first} au ${last}`;
  return `du ${first} à ${clockInWords(span.begin)} au ${last} à ${clockInWords(span.end)}`;
}

/** The first day without the year, and without the month, that the last day is about to say again. */
function withoutWhatFollows(first: string, last: string, mayDropMonth: boolean): string {
  const text = formatWeekday(first);
  if (first.slice(0, 4) !== last.slice(0, 4)) return text;
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const repeated = sameMonth && mayDropMonth ? ` ${formatMonth(first)}` : ` ${first.slice(0, 4)}`;
  return text.endsWith(repeated) ? text.slice(0, -repeated.length) : text;
}

/** "les 14, 21 et 28 septembre", "le 14 septembre": days of one month, in order. */
export function formatDaysOfMonth(days: readonly string[]): string {
  const language = currentLanguage();
  if (language !== 'fr') return listInWords(days.map(formatDayAndMonth));
  const numbers = days.map((day) => formatDayAndMonth(day).split(' ')[0] ?? day);
  const [last = '', before] = [numbers.at(-1), numbers.slice(0, -1).join(', ')];
  const month = formatDayAndMonth(days.at(-1) ?? '').replace(/^\S+\s/u, '');
  return before === '' ? `le ${last} ${month}` : `les ${before} et ${last} ${month}`;
}

/** "7" and "13 septembre", "28 septembre" and "4 octobre": from when to when, the month once where both share it. */
function formatDaysBetween(first: string, last: string): { first: string; last: string } {
  const said = formatDayAndMonth(first);
  return {
    first: first.slice(0, 7) === last.slice(0, 7) ? (said.split(' ')[0] ?? said) : said,
    last: formatDayAndMonth(last),
  };
}

/** "Semaine du 7 au 13 septembre" */
export function weekInWords(monday: string, sunday: string): string {
  if (currentLanguage() === 'fr') return t('agenda.week', formatDaysBetween(monday, sunday));
  return t('agenda.week', { first: formatDayAndMonth(monday), last: formatDayAndMonth(sunday) });
}

function foreignHours(span: When, language: ForeignLanguage): string {
  if (span.allDay) return sayForeign(language, 'allDay');
  const begin = clockInWords(span.begin);
  if (span.end === null) return sayForeign(language, 'at', { time: begin });
  return sayForeign(language, 'between', { begin, end: clockInWords(span.end) });
}

function foreignSpan(span: When, language: ForeignLanguage): string {
  const day = formatWeekday(span.lastDay);
  if (span.firstDay === span.lastDay)
    return span.allDay ? day : sayForeign(language, 'dayAndHours', { day, hours: foreignHours(span, language) });
  // The year once, where both days are of the same one.
  const first =
    span.firstDay.slice(0, 4) === span.lastDay.slice(0, 4)
      ? formatWeekdayAndMonth(span.firstDay)
      : formatWeekday(span.firstDay);
  if (span.allDay || span.end === null) return sayForeign(language, 'fromDay', { first, last: day });
  const withHour = (said: string, instant: string): string =>
    sayForeign(language, 'dayAndHours', {
      day: said,
      hours: sayForeign(language, 'at', { time: clockInWords(instant) }),
    });
  return sayForeign(language, 'fromDay', { first: withHour(first, span.begin), last: withHour(day, span.end) });
}
