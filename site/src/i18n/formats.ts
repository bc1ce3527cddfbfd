/**
 * Days, hours, ages, numbers and the words of the shipped vocabularies, in the language of the page. In French they are the domain's,
 * which every other part of the program uses too; in another language they are the frame's.
 */
import * as ages from '@trame/cms/domain/ages';
import type { AgeRange } from '@trame/cms/domain/ages';
import * as dates from '@trame/cms/domain/dates';
import { listInWords as listInFrench } from '@trame/cms/domain/french';
import * as slots from '@trame/cms/domain/slots';
import type { Slot } from '@trame/cms/domain/slots';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { days } from '@trame/cms/domain/vocabulary/days';
import type { Vocabulary } from '@trame/cms/domain/vocabulary/vocabulary';
import { fill } from './fill.ts';
import { foreignWord } from './foreign-words.ts';
import { framed, written } from './frame.ts';
import { currentLanguage, locales, type ForeignLanguage } from './language.ts';
import { formFor, type Counted } from './words.ts';

/** The language of the page, unless it is French. */
function foreign(): ForeignLanguage | null {
  const language = currentLanguage();
  return language === 'fr' ? null : language;
}

/** Asks for formats once: making one takes longer than using it. */
function oncePer<Format>(make: (locale: string) => Format): (language: ForeignLanguage) => Format {
  const known = new Map<ForeignLanguage, Format>();
  return (language) => {
    let format = known.get(language);
    if (format === undefined) known.set(language, (format = make(locales[language])));
    return format;
  };
}

// A calendar day has no zone: it is formatted in UTC, where it is read.
const dayFormat = (options: Intl.DateTimeFormatOptions) => {
  const formatOf = oncePer((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
  return (language: ForeignLanguage, day: string): string => framed(formatOf(language).format(dateOf(day)));
};
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A function of a day that French has in the domain, and other languages by the options of `Intl`. */
const ofDay = (french: (day: string) => string, options: Intl.DateTimeFormatOptions) => {
  const format = dayFormat(options);
  return (day: string): string => {
    const language = foreign();
    return language === null ? french(day) : format(language, day);
  };
};

/** "5 September 2026" */
export const formatDay = ofDay(dates.formatDay, { day: 'numeric', month: 'long', year: 'numeric' });
/** "5 September" */
export const formatDayAndMonth = ofDay(dates.formatDayAndMonth, { day: 'numeric', month: 'long' });
/** "Saturday 5 September 2026" */
export const formatWeekday = ofDay(dates.formatWeekday, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
/** "Saturday 5 September" */
export const formatWeekdayAndMonth = ofDay(dates.formatWeekdayAndMonth, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
/** "Saturday" of a day */
export const formatWeekdayName = ofDay((day) => dates.formatWeekdayAndMonth(day).split(' ')[0] ?? '', {
  weekday: 'long',
});
/** "September 2026" */
export const formatMonth = ofDay(dates.formatMonth, { month: 'long', year: 'numeric' });
/** "September", of a year that goes without saying. */
export const formatMonthName = ofDay((day) => dates.formatMonth(day).replace(/\s\d{4}$/, ''), { month: 'long' });
/** "Sept 2026" */
export const formatShortMonth = ofDay(dates.formatShortMonth, { month: 'short', year: 'numeric' });

/** A sentence of the frame that only other languages than French have in a file. @throws {Error} when the file lacks it */
export function sayForeign(
  language: ForeignLanguage,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return framed(fill(wordOf<string>(language, `formats.${key}`), values));
}

function countForeign(language: ForeignLanguage, key: string, count: number): string {
  const form = formFor(wordOf<Counted>(language, `formats.${key}`), count, language);
  return fill(form, { count: count.toLocaleString(locales[language]) });
}

function wordOf<Word extends string | Counted>(language: ForeignLanguage, key: string): Word {
  const word = foreignWord(language, key);
  if (word === undefined) throw new Error(`${language}.json has no ${key}`);
  return word as Word;
}

/** "18:30"; "18 h 30" in French */
export function formatClock(time: string): string {
  const language = foreign();
  if (language === null) return slots.formatClock(time);
  return framed(slots.formatClock(time) === 'minuit' ? '00:00' : time);
}

/** A browser may end a line after a dash, whatever space follows: two hours of which one is on the next line are no longer a pair. */
export const onOneLine = <Hours extends string | null>(hours: Hours): Hours =>
  (hours?.replaceAll('–', '–\u2060') ?? null) as Hours;

/** "18:00–19:30", "from 18:00", or null when no time is known. */
export function formatHours(slot: Pick<Slot, 'begin' | 'end'>): string | null {
  const language = foreign();
  if (language === null || slot.begin === null) return onOneLine(slots.formatHours(slot));
  const begin = formatClock(slot.begin);
  if (slot.end === null) return sayForeign(language, 'from', { begin });
  return onOneLine(sayForeign(language, 'between', { begin, end: formatClock(slot.end) }));
}

/** "Wednesday, 14:00–15:30 (hors vacances)": the note is what somebody wrote. */
export function formatSlot(slot: Slot): string {
  if (foreign() === null) return onOneLine(slots.formatSlot(slot));
  const when = [labelOf('days', days, slot.day), formatHours(slot)].filter((part) => part !== null).join(', ');
  return framed(slot.note === null ? when : `${when} (${written(slot.note)})`);
}

/** "6 to 12 years", "from 6 months"; null when the range is open at both ends. */
export function formatAges(range: AgeRange): string | null {
  const language = foreign();
  if (language === null) return ages.formatAges(range);
  const { ageMin, ageMinUnit = 'ans', ageMax, ageMaxUnit = 'ans' } = range;
  const said = (count: number, unit: AgeUnit): string =>
    countForeign(language, unit === 'mois' ? 'months' : 'years', count);
  const isFromBirth = ageMin === null || ageMin === 0;
  if (ageMax === null) {
    if (ageMin === null) return null;
    return isFromBirth
      ? sayForeign(language, 'fromBirth')
      : sayForeign(language, 'fromAge', { age: said(ageMin, ageMinUnit) });
  }
  const most = said(ageMax, ageMaxUnit);
  if (isFromBirth) return sayForeign(language, 'upToAge', { age: most });
  if (ageMinUnit !== ageMaxUnit)
    return sayForeign(language, 'betweenAges', { from: said(ageMin, ageMinUnit), to: most });
  return ageMin === ageMax ? framed(most) : sayForeign(language, 'betweenAges', { from: ageMin, to: most });
}

const lists = oncePer((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** "one, two and three", each as it is. */
export function listInWords(items: readonly string[]): string {
  const language = foreign();
  if (language === null) return listInFrench(items);
  return lists(language)
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' ? framed(value) : value))
    .join('');
}

/** What a reader sees of a value of a shipped vocabulary. @param name of the vocabulary in the files of words */
export function labelOf<Value extends string>(name: string, vocabulary: Vocabulary<Value>, value: Value): string {
  const language = foreign();
  const word = language === null ? undefined : foreignWord(language, `vocabulary.${name}.${value}`);
  return typeof word === 'string' ? framed(word) : vocabulary.label(value);
}

/** "1,250", "1 250" */
export const formatNumber = (count: number): string => count.toLocaleString(locales[currentLanguage()]);
