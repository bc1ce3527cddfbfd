import { expect, test } from 'vitest';
import { isWholeDay } from './whole-day.ts';

const midnight = '2026-12-24T23:00:00.000Z';

test.each([
  ['nothing', null],
  ['the next midnight', '2026-12-25T23:00:00.000Z'],
  ['23:59', '2026-12-25T22:59:00.000Z'],
  ['an end before it', '2026-12-24T20:00:00.000Z'],
])('a day from midnight to %s has no hours', (_name, end) => {
  expect(isWholeDay(midnight, end, false)).toBe(true);
});

test('a mass at midnight has an hour, and so has what ends at one', () => {
  expect(isWholeDay(midnight, null, true)).toBe(false);
  expect(isWholeDay(midnight, '2026-12-25T00:15:00.000Z', false)).toBe(false);
  expect(isWholeDay('2026-12-25T09:00:00.000Z', '2026-12-25T23:00:00.000Z', false)).toBe(false);
});
