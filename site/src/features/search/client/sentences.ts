/** The page's sentences with their blanks filled, and what is asked said in words. */
import { formatAges, formatDayAndMonth, formatWeekdayAndMonth, labelOf, listInWords } from '../../../i18n/formats.ts';
import { addDays } from '@trame/cms/domain/dates';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { fill } from '../../../i18n/fill.ts';
import { activeFacets, type Facet, type SearchState } from '../state.ts';
import type { Miss } from '../find/criteria.ts';
import type { PageConfig } from '../page-config.ts';
import type { Moment, Piece } from '../understand/pieces.ts';

const DAYS_OF_A_WEEK = 7;

export type Live = PageConfig['words'];

export interface Criterion {
  readonly facet: Facet;
  /** Absent for the age, which has one value. */
  readonly value?: string;
  readonly label: string;
}

/** Those that say what is ticked, and the words that are typed. */
export type AskedWords = Pick<Live, 'questionValue' | 'ageValue' | 'ageYoung' | 'ageMonths' | 'around' | 'dayValue'>;

/** Facets of which a value says by itself what it is about. */
const TOLD_BY_WORDS: readonly Facet[] = ['jour', 'moment'];

/** What is ticked besides the words, one entry for each value. @param labelOf label of a value, as its control shows it */
export function ticked(
  state: SearchState,
  words: AskedWords,
  labelOf: (facet: Facet, value: string) => string,
): Criterion[] {
  return activeFacets(state).flatMap((facet): Criterion[] => {
    if (facet === 'age') {
      const { count: age, unit } = state.age ?? { count: 0, unit: 'ans' };
      const sentence = unit === 'mois' ? words.ageMonths : age < 2 ? words.ageYoung : words.ageValue;
      return [{ facet, label: fill(sentence, { age }) }];
    }
    return state[facet].map((value) => {
      const label = labelOf(facet, value);
      if (facet === 'commune' && state.around) return { facet, value, label: fill(words.around, { commune: label }) };
      if (facet === 'jour') return { facet, value, label: fill(words.dayValue, { day: label.toLowerCase() }) };
      return { facet, value, label: TOLD_BY_WORDS.includes(facet) ? label.toLowerCase() : label };
    });
  });
}

/** "le mardi et le jeudi", "le week-end", "en semaine" */
export function daysInWords(asked: readonly Day[], words: Live): string {
  const ranks = asked.map((day) => days.rank(day)).join('');
  if (ranks === '56') return words.weekend;
  if (ranks === '01234') return words.weekdays;
  return listInWords(asked.map((day) => fill(words.dayValue, { day: labelOf('days', days, day).toLowerCase() })));
}

export const momentsInWords = (asked: readonly Moment[], words: Live): string =>
  asked.length === 2 && !asked.includes('soir')
    ? words.inDaytime
    : listInWords(asked.map((moment) => words.moments[moment]));

/** What was understood of a question, as its chip says it. @param communeOf name of a commune by its slug */
export function pieceInWords(piece: Piece, words: Live, communeOf: (slug: string) => string): string {
  switch (piece.kind) {
    case 'age':
      return listInWords(piece.ranges.map((range) => formatAges(range) ?? ''));
    case 'jour':
      return daysInWords(piece.days, words);
    case 'moment':
      return momentsInWords(piece.moments, words);
    case 'dates': {
      // Of a few days the weekday is said too: who asks for "ce week-end" sees which one was understood.
      const inWords = piece.to <= addDays(piece.from, DAYS_OF_A_WEEK) ? formatWeekdayAndMonth : formatDayAndMonth;
      const [from, to] = [inWords(piece.from), inWords(piece.to)];
      return fill(from === to ? words.date : words.dates, { from, to });
    }
    case 'lieu': {
      const commune = listInWords(piece.communes.map(communeOf));
      return piece.within === null ? commune : fill(words.within, { commune, km: piece.within });
    }
    case 'prix':
      return piece.most === 0 ? words.free : fill(words.atMost, { euros: piece.most });
    case 'benevolat':
      return words.volunteers;
    case 'pret':
      return words.lend[piece.what];
    case 'pres-de-moi':
      return words.nearMe.chip;
  }
}

/** In what a result that is almost right differs: « à 6 km, Marsas », « dès 9 ans », « le jeudi ». */
export function missInWords(miss: Miss, words: Live, communeOf: (slug: string) => string): string {
  const reasons = words.nearReasons;
  switch (miss.kind) {
    case 'lieu': {
      if (miss.commune === null) return reasons.lieuElsewhere;
      const commune = communeOf(miss.commune);
      if (!Number.isFinite(miss.km)) return fill(reasons.lieuUnknown, { commune });
      return fill(reasons.lieu, { commune, km: Math.max(1, Math.round(miss.km)) });
    }
    case 'age':
      return fill(reasons.age, { ages: formatAges(miss.range) ?? '' });
    case 'jour':
      return miss.days.length === 0 ? reasons.jourUnknown : fill(reasons.jour, { days: daysInWords(miss.days, words) });
    case 'moment':
      return miss.moments.length === 0
        ? reasons.momentUnknown
        : fill(reasons.moment, { moments: momentsInWords(miss.moments, words) });
    case 'dates':
      return reasons.dates;
    case 'semaine':
      return fill(reasons.semaine, {
        days: listInWords(miss.days.map((day) => labelOf('days', days, day).toLowerCase())),
      });
    case 'benevolat':
      return reasons.benevolat;
    case 'prix':
      return miss.euros === null ? reasons.prixUnknown : fill(reasons.prix, { euros: miss.euros });
  }
}

/** "« judo », 8 ans, le mercredi, Cavignac" */
export function inWords(
  state: SearchState,
  words: AskedWords,
  labelOf: (facet: Facet, value: string) => string,
): string {
  const question = state.q.trim() === '' ? [] : [fill(words.questionValue, { q: state.q.trim() })];
  return [...question, ...ticked(state, words, labelOf).map(({ label }) => label)].join(', ');
}
