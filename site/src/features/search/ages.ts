/**
 * How ages are filtered. A record carries the one range of its activity ("6-12", "60-120"), never each year of it: ten
 * thousand activities then cost one value each in the filter that a phone downloads. The visitor's age is turned into the
 * list of ranges that include it, which is short because people use few different ranges.
 */
import { includesAge, OLDEST_AGE, type AgeRange } from '@trame/cms/domain/ages';

/** The value of a range in the index: both ends, the open ones closed. */
export function rangeValue({ ageMin, ageMax }: AgeRange): string {
  return `${ageMin ?? 0}-${ageMax ?? OLDEST_AGE}`;
}

/** The ranges of the index that welcome a person of that age. */
export function rangesIncluding(age: number, ranges: readonly string[]): string[] {
  return ranges.filter((value) => includesAge(readRange(value), age));
}

function readRange(value: string): AgeRange {
  const [ageMin, ageMax] = value.split('-').map(Number);
  return { ageMin: ageMin ?? 0, ageMax: ageMax ?? OLDEST_AGE };
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

/** Do two ranges share a year? */
export function overlap(a: AgeRange, b: AgeRange): boolean {
  return (a.ageMin ?? 0) <= (b.ageMax ?? OLDEST_AGE) && (b.ageMin ?? 0) <= (a.ageMax ?? OLDEST_AGE);
}
