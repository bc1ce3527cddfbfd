/** Does a row fit what is asked, and if not, by how much does it miss? */
import { agesOverlap, OLDEST_AGE, type AgeRange } from '@trame/cms/domain/ages';
import { addDays, daysBetween, weekdayRank } from '@trame/cms/domain/dates';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { readRange } from '../facts/ages.ts';
import type { ExactPlaces } from '../bundle/points-file.ts';
import { kilometres, type Point } from '../facts/distance.ts';
import type { Facts, Flag, PageKind } from '../facts/format.ts';
import { daysIn, fitsTimes, momentsIn } from '../facts/moments.ts';
import type { Moment } from '../understand/pieces.ts';

/** Everything that is asked besides words: what was understood and what was ticked, joined. */
export interface Criteria {
  /** Of each person that is spoken of. */
  readonly ages: readonly AgeRange[];
  readonly days: readonly Day[];
  readonly moments: readonly Moment[];
  /** `YYYY-MM-DD`, both included. */
  readonly dates: { readonly from: string; readonly to: string } | null;
  /** Slugs. */
  readonly communes: readonly string[];
  /** Kilometres around them; null for the communes themselves. */
  readonly within: number | null;
  /** Euros. */
  readonly price: number | null;
  /** Does somebody offer their time? */
  readonly volunteers: boolean;
  /** What cannot be almost so. */
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  readonly kinds: readonly PageKind[];
  readonly flags: readonly Flag[];
}

export const noCriteria: Criteria = {
  ages: [],
  days: [],
  moments: [],
  dates: null,
  communes: [],
  within: null,
  price: null,
  volunteers: false,
  themes: [],
  publics: [],
  kinds: [],
  flags: [],
};

/** Is anything asked? How far around a commune is nothing by itself. */
export const hasCriteria = (criteria: Criteria): boolean =>
  (Object.keys(noCriteria) as (keyof Criteria)[]).some((key) => {
    const value = criteria[key];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && key !== 'within';
  });

/** In what a row that is almost right differs. */
export type Miss =
  | { readonly kind: 'lieu'; readonly commune: string | null; readonly km: number }
  | { readonly kind: 'age'; readonly range: AgeRange }
  | { readonly kind: 'jour'; readonly days: readonly Day[] }
  | { readonly kind: 'moment'; readonly moments: readonly Moment[] }
  | { readonly kind: 'dates' }
  /** Every week on one of the days that are asked. */
  | { readonly kind: 'semaine'; readonly days: readonly Day[] }
  | { readonly kind: 'benevolat' }
  | { readonly kind: 'prix'; readonly euros: number | null };

export interface Fit {
  readonly misses: readonly Miss[];
  /** How far from what was asked, for sorting; 0 when it fits. */
  readonly cost: number;
  /** How much it is made for what was asked, from 0 to 1: a course for 6 to 8 year olds before one for everybody. */
  readonly closeness: number;
  /** From the asked commune; null when none is asked or it is not known. */
  readonly km: number | null;
}

/** Beyond this nobody goes for what is almost right. */
export const FARTHEST_KM = 40;
/** What works in several communes may well be in another of them that day. */
const OF_ONE_OF_SEVERAL = 0.7;
/** An activity that says no day may be on that one; another day is another day. */
const OF_UNKNOWN_DAY = 1;
const YEARS_OF_A_LIFE = 100;

/** Where who asks stands: what is near them comes first. */
export interface From {
  readonly at: Point;
  readonly exact: ExactPlaces;
}

/** @returns null when what cannot be relaxed is missed */
export type Fitting = (page: number, row: number) => Fit | null;

/**
 * @param hasSubject do words say what is looked for? What says nothing of a criterion then is almost right; without a subject it
 *   is not meant at all
 * @param from of who asks for what is near them; kilometres are counted from there
 * @param today `YYYY-MM-DD`: a release may be some days old, and what is over since is not offered
 */
export function fittingOf(
  facts: Facts,
  criteria: Criteria,
  hasSubject: boolean,
  today: string,
  from: From | null = null,
): Fitting {
  const { file } = facts;
  const asked = criteria.communes.map((slug) => file.communes.findIndex((commune) => commune.slug === slug));
  const ranksOf = (slugs: readonly string[], all: readonly string[]): number[] =>
    slugs.map((slug) => all.indexOf(slug));
  const [themes, publics] = [ranksOf(criteria.themes, file.themes), ranksOf(criteria.publics, file.publics)];
  const nearest = nearestTo(asked, file.communes);
  const dates = criteria.dates && {
    from: daysBetween(file.day0, criteria.dates.from),
    to: daysBetween(file.day0, criteria.dates.to),
  };
  const datedDays = criteria.dates && weekdaysIn(criteria.dates.from, criteria.dates.to);
  const ranges = new Map<string, AgeRange>();
  const rangeOf = (value: string): AgeRange => {
    const known = ranges.get(value) ?? opened(readRange(value));
    ranges.set(value, known);
    return known;
  };
  const now = daysBetween(file.day0, today);
  const pagesFit = new Map<number, boolean>();
  const fitsPage = (page: number): boolean =>
    (themes.length === 0 || themes.some((theme) => facts.themes(page).includes(theme))) &&
    (publics.length === 0 || publics.some((one) => facts.publics(page).includes(one))) &&
    (criteria.kinds.length === 0 || criteria.kinds.includes(facts.kind(page))) &&
    criteria.flags.every((flag) => facts.has(page, flag));

  // Rows that say the same fit alike: a large directory has tens of thousands of rows and some hundred of those.
  const alike = new Map<string, Fit | null>();
  return (page, rank) => {
    const fits = pagesFit.get(page) ?? fitsPage(page);
    pagesFit.set(page, fits);
    if (!fits) return null;
    const place = from?.exact(rank)?.rank ?? -1;
    const key = `${facts.sameness(page, rank)} ${place}`;
    const known = alike.get(key);
    if (known !== undefined) return known;
    const fit = fitOf(page, rank);
    alike.set(key, fit);
    return fit;
  };

  function fitOf(page: number, rank: number): Fit | null {
    const row = facts.row(rank);
    if (row.dates.length > 0 && row.dates.at(-1)! < now) return null;
    const misses: Miss[] = [];
    let [cost, closeness, weights] = [0, 0, 0];
    let km: number | null = null;
    const miss = (what: Miss, price: number): void => {
      misses.push(what);
      cost += price;
    };
    const close = (share: number): void => {
      closeness += share;
      weights += 1;
    };

    const isActivity = facts.kind(page) === 'associations' && !isOpen(row.ages);
    if (asked.length > 0) {
      const place = nearest(row.communes);
      if (place === null) {
        if (facts.kind(page) === 'plan-d-actions' || facts.kind(page) === 'ailleurs') return null;
        miss({ kind: 'lieu', commune: null, km: Infinity }, 2);
      } else if (criteria.within === null ? !asked.includes(place.commune) : !(place.km <= criteria.within)) {
        if (Number.isFinite(place.km) && place.km > FARTHEST_KM) return null;
        km = Number.isFinite(place.km) ? place.km : null;
        miss(
          { kind: 'lieu', commune: file.communes[place.commune]!.slug, km: place.km },
          km === null ? 2 : 0.5 + km / 10,
        );
      } else {
        km = place.km;
        const share = row.communes.length > 1 ? OF_ONE_OF_SEVERAL : 1;
        close(share * (1 - Math.min(1, place.km / FARTHEST_KM)));
      }
    }
    if (from !== null) {
      const exact = from.exact(rank);
      const points = exact === null ? row.communes.map((one) => file.communes[one]!.at) : [exact.at];
      const nearby = Math.min(...points.map((point) => kilometres(from.at, point)));
      km = Number.isFinite(nearby) ? nearby : null;
      // What stands nowhere is not near anybody.
      if (km === null && !hasSubject) return null;
      if (km !== null) close(1 - Math.min(1, km / FARTHEST_KM));
    }
    if (criteria.ages.length > 0) {
      // An age is said of activities; a guide or a room that says none is for nobody's child.
      const saysNone = isOpen(row.ages) && row.times === 0 && facts.kind(page) !== 'associations';
      if (saysNone && !hasSubject) return null;
      const range = rangeOf(row.ages);
      const welcome = criteria.ages.filter((age) => agesOverlap(age, range)).length;
      if (welcome === 0) miss({ kind: 'age', range }, 1 + yearsApart(range, criteria.ages) / 4);
      else close((welcome / criteria.ages.length) * madeFor(range, criteria.ages));
    }
    if (dates !== null && datedDays !== null) {
      const isDated = facts.kind(page) === 'agenda';
      if (isDated) {
        if (someDate(row.dates, dates)) close(1);
        else if (row.dates.length > 0 || hasSubject)
          miss({ kind: 'dates' }, 1 + daysApart(row.dates, dates, now) / 100);
        else return null;
      } else {
        const weekly = daysIn(row.times).filter((day) => datedDays.includes(day));
        if (weekly.length > 0) miss({ kind: 'semaine', days: weekly }, 0.6);
        else if (hasSubject) miss({ kind: 'dates' }, 2);
        else return null;
      }
    }
    // A date says its day of the week.
    const askedDays = dates === null ? criteria.days : [];
    if (askedDays.length > 0 || criteria.moments.length > 0) {
      // An activity that says no day may be on that one: it is to be asked. What is no activity is on none.
      if (row.times === 0 && !hasSubject && !isActivity) return null;
      const fitsDay = askedDays.length === 0 || fitsTimes(row.times, askedDays, []);
      // "Ce soir" is an evening of today.
      const ofDates = dates !== null && datedDays !== null && daysIn(row.times).some((day) => datedDays.includes(day));
      if (!fitsDay) miss({ kind: 'jour', days: daysIn(row.times) }, row.times === 0 ? OF_UNKNOWN_DAY : 1.2);
      else if (askedDays.length > 0) close(1 / daysIn(row.times).length);
      const on = ofDates ? datedDays : fitsDay ? askedDays : [];
      const saysHours = row.times !== 0 || fitsDay;
      if (saysHours && criteria.moments.length > 0 && !fitsTimes(row.times, on, criteria.moments))
        miss({ kind: 'moment', moments: momentsIn(row.times, on) }, 0.8);
    }
    if (criteria.volunteers && !facts.has(page, 'volunteers')) {
      if (facts.kind(page) !== 'associations' && !hasSubject) return null;
      miss({ kind: 'benevolat' }, 1);
    }
    if (criteria.price !== null) {
      if (row.price === null || row.price > criteria.price)
        miss({ kind: 'prix', euros: row.price }, row.price === null ? 1.5 : 1);
      else close(1 - row.price / (criteria.price + 1));
    }
    return { misses, cost, closeness: weights === 0 ? 0 : closeness / weights, km };
  }
}

/** The one of several communes that is closest to one of those that are asked. */
function nearestTo(asked: readonly number[], communes: Facts['file']['communes']) {
  const toAsked = communes.map(({ at }, rank) =>
    asked.includes(rank) ? 0 : Math.min(...asked.map((one) => kilometres(at, communes[one]?.at ?? null))),
  );
  return (own: readonly number[]): { commune: number; km: number } | null => {
    let best: { commune: number; km: number } | null = null;
    for (const commune of own) {
      const km = toAsked[commune] ?? Infinity;
      if (best === null || km < best.km) best = { commune, km };
    }
    return best;
  };
}

/** The index closes open ends; a sentence opens them again. */
const opened = (range: AgeRange): AgeRange => ({
  ...range,
  ageMin: range.ageMin === 0 ? null : range.ageMin,
  ageMax: range.ageMax === OLDEST_AGE ? null : range.ageMax,
});

/** More years than this are a time of life ("retraité"), not somebody's age. */
const YEARS_OF_AN_AGE = 5;

/** How much a range is made for who is spoken of, up to 1: a course for 6 to 8 year olds, a club from 60 on. */
function madeFor(range: AgeRange, ages: readonly AgeRange[]): number {
  const shares = ages.map((age) => {
    if (widthOf(age) <= YEARS_OF_AN_AGE) return 1 - Math.min(1, widthOf(range) / YEARS_OF_A_LIFE);
    const shared = Math.min(last(age), last(range)) - Math.max(first(age), first(range));
    return Math.max(0, shared) / (Math.max(last(age), last(range)) - Math.min(first(age), first(range)));
  });
  return Math.max(...shares);
}

const isOpen = (ages: string): boolean => ages === '0-120';

function someDate(dates: readonly number[], { from, to }: { from: number; to: number }): boolean {
  for (let at = 0; at < dates.length; at += 2) if (dates[at]! <= to && dates[at + 1]! >= from) return true;
  return false;
}

/** Days from what is asked to the closest date that is to come; of what says none, a season. */
function daysApart(dates: readonly number[], { from, to }: { from: number; to: number }, now: number): number {
  let least = 90;
  for (let at = 0; at < dates.length; at += 2)
    if (dates[at + 1]! >= now) least = Math.min(least, Math.max(dates[at]! - to, from - dates[at + 1]!, 0));
  return least;
}

/** Days of the week between two days of the calendar. */
function weekdaysIn(from: string, to: string): Day[] {
  const found = new Set<Day>();
  for (let day = from; day <= to && found.size < days.values.length; day = addDays(day, 1))
    found.add(days.values[weekdayRank(day)]!);
  return [...found];
}

const monthsOf = (age: number | null, unit: AgeRange['ageMinUnit'], open: number): number =>
  age === null ? open : unit === 'mois' ? age : age * 12;
const first = (range: AgeRange): number => monthsOf(range.ageMin, range.ageMinUnit, 0);
const last = (range: AgeRange): number => monthsOf(range.ageMax, range.ageMaxUnit, 120 * 12);
const widthOf = (range: AgeRange): number => (last(range) - first(range)) / 12;
const yearsApart = (range: AgeRange, ages: readonly AgeRange[]): number =>
  Math.min(...ages.map((age) => Math.max(first(range) - last(age), first(age) - last(range), 0))) / 12;
