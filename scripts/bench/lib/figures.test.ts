import { expect, it } from 'vitest';
import { median, table } from './figures.ts';

it('takes the middle, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 100, 2])).toBe(3);
  expect(() => median([])).toThrow();
});

it('says which limits are held', () => {
  const text = table([
    { what: 'a', value: 1234.5, unit: 'ms', limit: 2000 },
    { what: 'b', value: 31, unit: 'kB', limit: 30 },
    { what: 'c', value: 2.34, unit: 's', limit: null },
  ]);
  expect(text).toContain('| a | 1,235 ms | ≤ 2,000 ms | held |');
  expect(text).toContain('NOT HELD');
  expect(text).toContain('| c | 2.3 s |  |  |');
});
