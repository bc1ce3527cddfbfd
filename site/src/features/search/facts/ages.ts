/**
 * How ages are filtered. A record carries the one range of its activity ("6-12", "60-120", "6m-3" from 6 months to 3 years), never each year of it: ten
 * thousand activities then cost one value each in the filter that a phone downloads. The visitor's age is turned into the
 * list of ranges that include it, which is short because people use few different ranges.
 */
import { includesAge, OLDEST_AGE, type Age, type AgeRange } from '@trame/cms/domain/ages';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';

/** The value of a range in the index: both ends, the open ones closed. */
export function rangeValue({ ageMin, ageMinUnit, ageMax, ageMaxUnit }: AgeRange): string {
  const end = (age: number, unit: AgeUnit = 'ans') => `${age}${unit === 'mois' ? MONTHS : ''}`;
  return `${ageMin === null ? 0 : end(ageMin, ageMinUnit)}-${ageMax === null ? OLDEST_AGE : end(ageMax, ageMaxUnit)}`;
}

/** Marks an end that counts months. */
const MONTHS = 'm';

/** The ranges of the index that welcome a person of that age. */
export function rangesIncluding(age: Age, ranges: readonly string[]): string[] {
  return ranges.filter((value) => includesAge(readRange(value), age));
}

export function readRange(value: string): AgeRange {
  const [min = '', max = ''] = value.split('-');
  const unit = (end: string): AgeUnit => (end.endsWith(MONTHS) ? 'mois' : 'ans');
  return { ageMin: Number.parseInt(min), ageMinUnit: unit(min), ageMax: Number.parseInt(max), ageMaxUnit: unit(max) };
}

const isOpen = (range: AgeRange): boolean => range.ageMin === null && range.ageMax === null;

/**
 * The ranges an activity is found under. One that names no age is for whom its association is for; when that says nothing
 * either, it is for everyone.
 */
export function rangesOf(activity: AgeRange, audiences: readonly AgeRange[]): AgeRange[] {
  if (!isOpen(activity)) return [activity];
  const known = audiences.filter((audience) => !isOpen(audience));
  return known.length > 0 ? known : [{ ageMin: null, ageMax: null }];
}
