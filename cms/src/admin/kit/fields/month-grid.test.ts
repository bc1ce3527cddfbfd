import { expect, test } from 'vitest';
import { addMonths, monthGrid } from './month-grid.ts';

test('a month is shown in whole weeks from Monday to Sunday', () => {
  expect(monthGrid('2026-12-12').map(([monday]) => monday)).toEqual([
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
  ]);
  expect(monthGrid('2027-02-28')).toEqual([
    // From a Monday to a Sunday exactly.
    ...[1, 8, 15, 22].map((first) =>
      Array.from({ length: 7 }, (_, rank) => `2027-02-${String(first + rank).padStart(2, '0')}`),
    ),
  ]);
  for (let month = 0; month < 48; month += 1) {
    const days = monthGrid(addMonths('2026-01-31', month)).flat();
    expect(days.length % 7).toBe(0);
    expect(days).toContain(addMonths('2026-01-01', month));
    expect(days).toContain(addMonths('2026-01-31', month));
  }
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months are %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected));
