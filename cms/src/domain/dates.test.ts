import { expect, test } from 'vitest';
import {
  clockOf,
  dayOf,
  formatDay,
  formatDayAndMonth,
  formatMonth,
  formatShortDay,
  formatWeekday,
  formatWeekdayAndMonth,
  withFirstOfMonth,
} from './dates.ts';

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

test('the first of a month is “1er” in every way that a date is written, and a one is a one elsewhere', () => {
  expect([formatDayAndMonth('2026-05-01'), formatWeekdayAndMonth('2026-05-01'), formatShortDay('2026-07-01')]).toEqual([
    '1er mai',
    'vendredi 1er mai',
    '1er juil.',
  ]);
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-01`;
    for (const write of [formatDay, formatWeekday, formatDayAndMonth, formatWeekdayAndMonth, formatShortDay])
      expect(write(day)).toContain('1er');
  }
  expect(withFirstOfMonth('vendredi 1 mai 2026 à 1 h, puis le 11 mai, salle 1 maison des associations')).toBe(
    'vendredi 1er mai 2026 à 1 h, puis le 11 mai, salle 1 maison des associations',
  );
});
