import { expect, test } from 'vitest';
import { summarise } from './figure.ts';
import { figuresTable, withFigures } from './readme.ts';

test('the median of an odd and of an even number of runs, whatever their order', () => {
  expect(summarise([3, 1, 2])).toEqual({ minimum: 1, median: 2, maximum: 3 });
  expect(summarise([4, 1, 3, 2])).toEqual({ minimum: 1, median: 2.5, maximum: 4 });
  expect(() => summarise([])).toThrow(RangeError);
});

test('a figure over its target says so', () => {
  const table = figuresTable([
    { name: 'a', unit: 's', values: [1, 2, 9], target: 3 },
    { name: 'b', unit: 'ms', values: [50], target: 20 },
    { name: 'c', unit: 'kB', values: [5], target: null },
  ]);
  expect(table).toContain('| a | 2 s | 1 – 9 | ≤ 3 s | held |');
  expect(table).toContain('| b | 50 ms | 50 – 50 | ≤ 20 ms | **missed** |');
  expect(table).toContain('| c | 5 kB | 5 – 5 | – | – |');
});

test('figures are written between their marks, and nowhere else', () => {
  const readme = 'before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n';
  expect(withFigures(readme, 'new')).toBe('before\n<!-- figures -->\nnew\n<!-- /figures -->\nafter\n');
  expect(() => withFigures('no marks', 'new')).toThrow('figures');
});
