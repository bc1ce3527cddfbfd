import type { AgeUnit } from './vocabulary/age-units.ts';
import { refused, parsed, type Parsed } from './parsed.ts';

/** Both ends included; null is open. An end is in whole years unless its unit says months. */
export interface AgeRange {
  readonly ageMin: number | null;
  readonly ageMinUnit?: AgeUnit;
  readonly ageMax: number | null;
  readonly ageMaxUnit?: AgeUnit;
}

/** The age of a person, as it is told: "8 ans", "18 mois". */
export interface Age {
  readonly count: number;
  readonly unit: AgeUnit;
}

export const OLDEST_AGE = 120;
/** Beyond this, people count in years. */
export const OLDEST_IN_MONTHS = 48;
const MONTHS_OF_A_YEAR = 12;

/** Could a person be of that age, told like that? */
export const isAge = ({ count, unit }: Age): boolean =>
  Number.isInteger(count) && count >= 0 && count <= (unit === 'mois' ? OLDEST_IN_MONTHS : OLDEST_AGE);

/** The whole months of somebody who says that age: of 3 years one may be until the day before the fourth birthday. */
const monthsOf = ({ count, unit }: Age): { first: number; last: number } =>
  unit === 'mois'
    ? { first: count, last: count }
    : { first: count * MONTHS_OF_A_YEAR, last: count * MONTHS_OF_A_YEAR + MONTHS_OF_A_YEAR - 1 };

const minOf = ({ ageMin, ageMinUnit = 'ans' }: AgeRange): Age | null =>
  ageMin === null ? null : { count: ageMin, unit: ageMinUnit };
const maxOf = ({ ageMax, ageMaxUnit = 'ans' }: AgeRange): Age | null =>
  ageMax === null ? null : { count: ageMax, unit: ageMaxUnit };

const firstMonth = (range: AgeRange): number => monthsOf(minOf(range) ?? { count: 0, unit: 'ans' }).first;
const lastMonth = (range: AgeRange): number => monthsOf(maxOf(range) ?? { count: OLDEST_AGE, unit: 'ans' }).last;

/** Checks an age range as an editor fills it. */
export function checkAges(range: AgeRange): Parsed<AgeRange> {
  const [min, max] = [minOf(range), maxOf(range)];
  for (const age of [min, max]) {
    if (age === null || isAge(age)) continue;
    return refused(
      age.unit === 'mois'
        ? `L’âge en mois s’écrit en mois entiers, de 0 à ${OLDEST_IN_MONTHS} : « ${age.count} » ne convient pas. Au-delà, comptez en années.`
        : `L’âge s’écrit en années entières, de 0 à ${OLDEST_AGE} : « ${age.count} » ne convient pas. Pour un bébé, comptez en mois.`,
    );
  }
  if (min !== null && max !== null && firstMonth(range) > lastMonth(range)) {
    return refused(`L’âge minimum (${inWords(min)}) dépasse l’âge maximum (${inWords(max)}) : inversez-les.`);
  }
  return parsed(range);
}

/** "6 ans", "1 an", "18 mois" */
const inWords = ({ count, unit }: Age): string =>
  `${count}\u00a0${unit === 'mois' ? 'mois' : count > 1 ? 'ans' : 'an'}`;

/** "de 6 à 12 ans", "de 6 mois à 3 ans", "dès 6 ans", "jusqu’à 18 mois", "8 ans"; null when the range is open at both ends. */
export function formatAges(range: AgeRange): string | null {
  const [min, max] = [minOf(range), maxOf(range)];
  const from = min?.count === 0 && max !== null ? null : min;
  if (from === null && max === null) return null;
  if (max === null) return from === null || from.count === 0 ? 'dès la naissance' : `dès ${inWords(from)}`;
  if (from === null) return `jusqu’à ${inWords(max)}`;
  if (from.unit !== max.unit) return `de ${inWords(from)} à ${inWords(max)}`;
  return from.count === max.count ? inWords(from) : `de ${from.count} à ${inWords(max)}`;
}

/** Is somebody of that age welcome? A number is an age in years. */
export function includesAge(range: AgeRange, age: number | Age): boolean {
  const { first, last } = monthsOf(typeof age === 'number' ? { count: age, unit: 'ans' } : age);
  return firstMonth(range) <= last && first <= lastMonth(range);
}

/** Is somebody welcome in both? */
export const agesOverlap = (a: AgeRange, b: AgeRange): boolean =>
  firstMonth(a) <= lastMonth(b) && firstMonth(b) <= lastMonth(a);

/** From the youngest to the oldest of several ranges; open at both ends when there is none. */
export function widestAges(ranges: readonly AgeRange[]): AgeRange {
  const [first, ...others] = ranges;
  if (first === undefined) return { ageMin: null, ageMax: null };
  return others.reduce((wide, range) => {
    const { ageMin, ageMinUnit } = firstMonth(range) < firstMonth(wide) ? range : wide;
    const { ageMax, ageMaxUnit } = lastMonth(range) > lastMonth(wide) ? range : wide;
    return { ageMin, ageMinUnit: ageMinUnit ?? 'ans', ageMax, ageMaxUnit: ageMaxUnit ?? 'ans' };
  }, first);
}
