import { describe, expect, it } from 'vitest';
import { isOngoing, isPast, readTiming, withParisOffset } from './span.ts';

describe('readTiming', () => {
  it('reads a day with hours', () => {
    const span = readTiming({ begin: '2026-09-05T08:00:00.000Z', end: '2026-09-05T16:00:00.000Z' });
    expect(span).toMatchObject({ firstDay: '2026-09-05', lastDay: '2026-09-05', allDay: false });
  });

  it('drops an end that comes before the beginning, or with it', () => {
    for (const end of ['2026-09-05T07:00:00.000Z', '2026-09-05T08:00:00.000Z', '2025-01-01T00:00:00.000Z']) {
      const span = readTiming({ begin: '2026-09-05T08:00:00.000Z', end });
      expect(span).toMatchObject({ end: null, firstDay: '2026-09-05', lastDay: '2026-09-05' });
    }
  });

  it('takes the day of Paris, not that of London', () => {
    expect(readTiming({ begin: '2026-06-30T22:30:00.000Z', end: null }).firstDay).toBe('2026-07-01');
  });

  it('reads a beginning at midnight without an end, with midnight or with 23:59, as whole days', () => {
    const begin = '2026-09-04T22:00:00.000Z';
    expect(readTiming({ begin, end: null })).toMatchObject({ allDay: true, lastDay: '2026-09-05' });
    expect(readTiming({ begin, end: '2026-09-05T21:59:00.000Z' })).toMatchObject({
      allDay: true,
      lastDay: '2026-09-05',
    });
    expect(readTiming({ begin, end: '2026-09-06T22:00:00.000Z' })).toMatchObject({
      allDay: true,
      lastDay: '2026-09-06',
    });
  });

  it('counts an evening that ends at midnight or in the night as one day', () => {
    const begin = '2026-09-05T18:00:00.000Z';
    for (const end of ['2026-09-05T22:00:00.000Z', '2026-09-06T00:00:00.000Z', '2026-09-06T04:00:00.000Z']) {
      expect(readTiming({ begin, end })).toMatchObject({ lastDay: '2026-09-05', allDay: false });
    }
    expect(readTiming({ begin, end: '2026-09-06T08:00:00.000Z' }).lastDay).toBe('2026-09-06');
  });

  it('holds on the days when the clock changes', () => {
    // 25 October 2026 has 25 hours: midnight to midnight is still one whole day.
    const long = readTiming({ begin: '2026-10-24T22:00:00.000Z', end: '2026-10-25T23:00:00.000Z' });
    expect(long).toMatchObject({ allDay: true, firstDay: '2026-10-25', lastDay: '2026-10-25' });
    const short = readTiming({ begin: '2026-03-28T23:00:00.000Z', end: '2026-03-29T22:00:00.000Z' });
    expect(short).toMatchObject({ allDay: true, firstDay: '2026-03-29', lastDay: '2026-03-29' });
  });
});

describe('isPast and isOngoing', () => {
  const stay = readTiming({ begin: '2026-09-05T08:00:00.000Z', end: '2026-09-12T16:00:00.000Z' });

  it('keeps an event until the end of its last day', () => {
    expect(isPast(stay, '2026-09-12')).toBe(false);
    expect(isPast(stay, '2026-09-13')).toBe(true);
  });

  it('says that it goes on from the second day', () => {
    expect(
      ['2026-09-04', '2026-09-05', '2026-09-06', '2026-09-12', '2026-09-13'].map((day) => isOngoing(stay, day)),
    ).toEqual([false, false, true, true, false]);
  });
});

describe('withParisOffset', () => {
  it('gives summer and winter their offset, and both sides of a change of clock', () => {
    expect(withParisOffset('2026-07-01T08:00:00.000Z')).toBe('2026-07-01T10:00:00+02:00');
    expect(withParisOffset('2026-12-31T23:30:00.000Z')).toBe('2027-01-01T00:30:00+01:00');
    expect(withParisOffset('2026-10-25T00:30:00.000Z')).toBe('2026-10-25T02:30:00+02:00');
    expect(withParisOffset('2026-10-25T01:30:00.000Z')).toBe('2026-10-25T02:30:00+01:00');
  });

  it('names the same instant, to the minute', () => {
    for (const instant of ['2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z', '1999-12-31T23:59:00.000Z']) {
      expect(Date.parse(withParisOffset(instant))).toBe(Date.parse(instant));
    }
    expect(withParisOffset('2026-07-01T08:00:42.500Z')).toBe('2026-07-01T10:00:00+02:00');
  });
});
