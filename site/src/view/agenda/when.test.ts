import { describe, expect, it } from 'vitest';
import { spansOf } from './span.ts';
import { formatHoursOf, formatSpan, formatDaysOfMonth } from './when.ts';
import { sampleTiming } from './sample-event.ts';

const read = (begin: string, end: string | null) => spansOf(sampleTiming(begin, end))[0]!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const when = (begin: string, end: string | null = null) => plain(formatSpan(read(begin, end)));
const hours = (begin: string, end: string | null = null) => plain(formatHoursOf(read(begin, end)));

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

  it('says the end of a day as midnight, however it was typed, and what goes on into the night as one evening', () => {
    expect(when('2026-09-05T18:00:00.000Z', '2026-09-05T21:59:00.000Z')).toBe(
      'samedi 5 septembre 2026, de 20 h à minuit',
    );
    expect(when('2026-09-05T18:00:00.000Z', '2026-09-05T21:59:59.000Z')).toBe(
      'samedi 5 septembre 2026, de 20 h à minuit',
    );
    expect(hours('2026-09-05T18:00:00.000Z', '2026-09-05T21:59:00.000Z')).toBe('20 h – minuit');
    expect(read('2026-09-05T18:00:00.000Z', '2026-09-05T21:59:00.000Z')).toMatchObject({
      end: '2026-09-05T22:00:00.000Z',
      lastDay: '2026-09-05',
    });
    expect(when('2026-09-04T18:00:00.000Z', '2026-09-05T21:59:00.000Z')).toBe(
      'du vendredi 4 septembre à 20 h au samedi 5 septembre 2026 à minuit',
    );
    expect(when('2026-09-04T20:00:00.000Z', '2026-09-05T06:00:00.000Z')).toBe(
      'du vendredi 4 septembre à 22 h au samedi 5 septembre 2026 à 8 h',
    );
    // The night on which the clock goes back: from 22 h to 2 h is still one evening.
    expect(when('2026-10-24T20:00:00.000Z', '2026-10-25T00:00:00.000Z')).toBe('samedi 24 octobre 2026, de 22 h à 2 h');
  });

  it('does not say twice the month and the year that several days share', () => {
    expect(when('2026-09-04T22:00:00.000Z', '2026-09-06T22:00:00.000Z')).toBe('du samedi 5 au lundi 7 septembre 2026');
    expect(when('2026-09-29T22:00:00.000Z', '2026-10-02T22:00:00.000Z')).toBe(
      'du mercredi 30 septembre au samedi 3 octobre 2026',
    );
    expect(when('2026-12-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z')).toBe(
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

describe('formatDaysOfMonth', () => {
  it('says the month once', () => {
    expect(formatDaysOfMonth(['2026-09-14', '2026-09-21', '2026-09-28'])).toBe('les 14, 21 et 28 septembre');
    expect(formatDaysOfMonth(['2026-09-14'])).toBe('le 14 septembre');
  });
});
