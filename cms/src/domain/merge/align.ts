/** Which row of a list is which row of another version of it. */
import { isValues, type Values } from '../visit.ts';
import { isEmpty, same } from './same.ts';
import type { RecordShape } from './shape.ts';

const plain = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

const shares = (a: Values, b: Values, key: string): boolean => !isEmpty(a[key]) && same(plain(a[key]), plain(b[key]));

/** What a row says in words or numbers, its ticks apart: two strangers have the same boxes ticked. */
const telling = (row: Values): string[] =>
  Object.keys(row).filter((key) => typeof row[key] !== 'boolean' && !isEmpty(row[key]));

/** How surely two rows are one: 0 when nothing says so. */
function likeness(a: Values, b: Values, { identity }: RecordShape): number {
  const known = identity.filter((keys) => keys.every((key) => shares(a, b, key))).length;
  const common = telling(a).filter((key) => shares(a, b, key)).length;
  if (known > 0) return 1000 * known + common;
  const hasIdentity = (row: Values) => identity.some((keys) => keys.every((key) => !isEmpty(row[key])));
  // Two rows that say who they are and differ in all of it are two.
  if (hasIdentity(a) && hasIdentity(b)) {
    return 2 * common > Math.max(telling(a).length, telling(b).length) ? common : 0;
  }
  return common;
}

/**
 * For each row of `rows`, which of `others` it is: its index, or null. Equal rows first, then those that share what a row is
 * known by, then those that say mostly the same; of two that are as alike, those that stand closer. Each is taken once.
 */
export function align(rows: readonly unknown[], others: readonly unknown[], shape: RecordShape): (number | null)[] {
  const found: (number | null)[] = rows.map(() => null);
  const taken = new Set<number>();
  const take = (index: number, other: number) => {
    if (found[index] !== null || taken.has(other)) return;
    found[index] = other;
    taken.add(other);
  };
  // Equal ones at the same place before equal ones elsewhere.
  rows.forEach((row, index) => index < others.length && same(row, others[index]) && take(index, index));
  rows.forEach((row, index) => {
    if (found[index] !== null) return;
    const other = others.findIndex((one, at) => !taken.has(at) && same(row, one));
    if (other !== -1) take(index, other);
  });
  const pairs = rows
    .flatMap((row, index) =>
      found[index] !== null || !isValues(row)
        ? []
        : others.flatMap((one, other) =>
            taken.has(other) || !isValues(one) ? [] : [{ index, other, score: likeness(row, one, shape) }],
          ),
    )
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.index - a.other) - Math.abs(b.index - b.other) ||
        a.index - b.index ||
        a.other - b.other,
    );
  for (const { index, other } of pairs) take(index, other);
  return found;
}
