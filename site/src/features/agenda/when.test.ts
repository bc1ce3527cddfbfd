import { describe, expect, it } from 'vitest';
import { readTiming } from './span.ts';
import { formatHoursOf, formatSpan } from './when.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const when = (begin: string, end: string | null = null) => plain(formatSpan(readTiming({ begin, end })));
const hours = (begin: string, end: string | null = null) => plain(formatHoursOf(readTiming({ begin, end })));

describe('formatSpan', () => {
  it('says a day with its hours', () => {
    expect(when('2026-09-05T08:00:00.000Z', '2026-09-05T16:30:00.000Z')).toBe(
      'samedi 5 septembre 2026, de 10 h à 18 h 30',
    );
    expect(when('2026-09-05T18:30:00.000Z')).toBe('samedi 5 septembre 2026 à 20 h 30');
  });

  it('says only the day when no hour is known', () => {
    expect(when('2026-02-28T23:00:00.000Z')).toBe('dimanche 1er mars 2026');
  });

  it('says an evening as one evening', () => {
    expect(when('2026-09-05T18:00:00.000Z', '2026-09-05T22:00:00.000Z')).toBe(
      'samedi 5 septembre 2026, de 20 h à minuit',
    );
    expect(when('2026-09-05T18:00:00.000Z', '2026-09-06T00:00:00.000Z')).toBe('samedi 5 septembre 2026, de 20 h à 2 h');
  });

  it('does not say twice the month and the year that several days share', () => {
    expect(when('2026-09-04T22:00:00.000Z', '2026-09-06T22:00:00.000Z')).toBe(
      'du samedi 5 au dimanche 6 septembre 2026',
    );
    expect(when('2026-09-29T22:00:00.000Z', '2026-10-02T22:00:00.000Z')).toBe(
      'du mercredi 30 septembre au vendredi 2 octobre 2026',
    );
    expect(when('2026-12-30T23:00:00.000Z', '2027-01-01T23:00:00.000Z')).toBe(
      'du jeudi 31 décembre 2026 au vendredi 1er janvier 2027',
    );
    expect(when('2026-09-05T08:00:00.000Z', '2026-09-06T16:00:00.000Z')).toBe(
      'du samedi 5 septembre à 10 h au dimanche 6 septembre 2026 à 18 h',
    );
  });
});

describe('formatHoursOf', () => {
  it('says the hours that stand under a date', () => {
    expect(hours('2026-09-05T08:00:00.000Z', '2026-09-05T16:00:00.000Z')).toBe('10 h – 18 h');
    expect(hours('2026-09-05T18:30:00.000Z')).toBe('à 20 h 30');
    expect(hours('2026-09-04T22:00:00.000Z')).toBe('toute la journée');
    expect(hours('2026-09-05T18:00:00.000Z', '2026-09-05T22:00:00.000Z')).toBe('20 h – minuit');
  });
});
