import { expect, test } from 'vitest';
import { clockOf, dayOf, formatDay, formatMonth, formatWeekday } from './dates.ts';

test('a day begins at midnight in Paris, in winter and in summer', () => {
  expect(dayOf('2026-01-14T22:59:59Z')).toBe('2026-01-14');
  expect(dayOf('2026-01-14T23:00:00Z')).toBe('2026-01-15');
  expect(dayOf('2026-07-14T22:00:00Z')).toBe('2026-07-15');
});

test('the clock follows the change of hour', () => {
  expect(clockOf('2026-03-29T00:59:00Z')).toBe('01:59');
  expect(clockOf('2026-03-29T01:00:00Z')).toBe('03:00');
  expect(clockOf('2026-07-14T22:00:00Z')).toBe('00:00');
});

test('days read as French', () => {
  expect(formatDay('2026-03-01')).toBe('1er mars 2026');
  expect(formatDay('2026-11-21')).toBe('21 novembre 2026');
  expect(formatWeekday('2026-05-01')).toBe('vendredi 1er mai 2026');
  expect(formatMonth('2026-08-31')).toBe('août 2026');
});
