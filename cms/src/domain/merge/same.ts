/** Whether two values of a record say the same. */
import { isValues } from '../visit.ts';

/** A form sends an empty text for what is not filled in. */
const said = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

/** Deep, whatever the order of keys; what is empty, null or absent is the same. */
export function same(a: unknown, b: unknown): boolean {
  const [one, other] = [said(a), said(b)];
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (!isValues(one) || !isValues(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
}

export const isEmpty = (value: unknown): boolean =>
  said(value) === null || (Array.isArray(value) && value.length === 0);
