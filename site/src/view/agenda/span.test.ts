import type { Timing } from '@trame/cms/domain/contract/site/event';
import { describe, expect, it } from 'vitest';
import { daysOf, isOff, isOngoing, isPast, spansOf, withParisOffset } from './span.ts';
import { sampleTiming } from './sample-event.ts';

const readTiming = (timing: Timing) => spansOf(timing)[0]!;

describe('spansOf', () => {
  it('reads a day with hours', () => {
    const span = readTiming(sampleTiming('2026-09-05T08:00:00.000Z', '2026-09-05T16:00:00.000Z'));
    expect(span).toMatchObject({ firstDay: '2026-09-05', lastDay: '2026-09-05', allDay: false });
  });

  it('drops an end that comes before the beginning, or with it', () => {
    for (const end of ['2026-09-05T07:00:00.000Z', '2026-09-05T08:00:00.000Z', '2025-01-01T00:00:00.000Z']) {
      const span = readTiming(sampleTiming('2026-09-05T08:00:00.000Z', end));
      expect(span).toMatchObject({ end: null, firstDay: '2026-09-05', lastDay: '2026-09-05' });
    }
  });

  it('takes the day of Paris, not that of London', () => {
    expect(readTiming(sampleTiming('2026-06-30T22:30:00.000Z')).firstDay).toBe('2026-07-01');
  });

  it('reads a beginning at midnight without an end, with midnight or with 23:59, as whole days', () => {
    const begin = '2026-09-04T22:00:00.000Z';
    expect(readTiming(sampleTiming(begin))).toMatchObject({ allDay: true, lastDay: '2026-09-05' });
    expect(readTiming(sampleTiming(begin, '2026-09-05T21:59:00.000Z'))).toMatchObject({
      allDay: true,
      lastDay: '2026-09-05',
    });
    // The form says to leave 00:00 where no hour is known: the end is the day that was typed.
    expect(readTiming(sampleTiming(begin, '2026-09-06T22:00:00.000Z'))).toMatchObject({
      allDay: true,
      lastDay: '2026-09-07',
    });
  });

  it('counts an evening that ends at midnight or in the night as one day', () => {
    const begin = '2026-09-05T18:00:00.000Z';
    for (const end of ['2026-09-05T22:00:00.000Z', '2026-09-06T00:00:00.000Z', '2026-09-06T04:00:00.000Z']) {
      expect(readTiming(sampleTiming(begin, end))).toMatchObject({ lastDay: '2026-09-05', allDay: false });
    }
    expect(readTiming(sampleTiming(begin, '2026-09-06T08:00:00.000Z')).lastDay).toBe('2026-09-06');
  });

  it('holds on the days when the clock changes', () => {
    // 25 October 2026 has 25 hours, 29 March 23: from one day to the next are two days all the same.
    const long = readTiming(sampleTiming('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'));
    expect(long).toMatchObject({ allDay: true, firstDay: '2026-10-25', lastDay: '2026-10-26' });
    const short = readTiming(sampleTiming('2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'));
    expect(short).toMatchObject({ allDay: true, firstDay: '2026-03-29', lastDay: '2026-03-30' });
  });
});

describe('a date of several', () => {
  const [begin, end] = ['2026-09-05T18:30:00.000Z', '2026-09-05T20:00:00.000Z'];

  it('that really begins at midnight has an hour', () => {
    const [mass] = spansOf(sampleTiming('2026-12-24T23:00:00.000Z', null, { allDay: false }));
    expect(mass).toMatchObject({ firstDay: '2026-12-25', allDay: false });
  });

  it('that was moved is two: off on the day that was announced, as planned on the new one', () => {
    const moved = { begin: '2026-09-12T18:30:00.000Z', end: null, allDay: false };
    const [old, now, ...rest] = spansOf(sampleTiming(begin, end, { state: 'reporté', moved }));
    expect(rest).toEqual([]);
    expect(old).toMatchObject({ firstDay: '2026-09-05', state: 'reporté', movedTo: { firstDay: '2026-09-12' } });
    expect(now).toMatchObject({ firstDay: '2026-09-12', state: 'prévu', movedFrom: { firstDay: '2026-09-05' } });
    expect([old, now].map((span) => isOff(span!))).toEqual([true, false]);
  });

  it('that was cancelled, or put off to nobody knows when, is one that is off', () => {
    for (const state of ['annulé', 'reporté'] as const) {
      expect(spansOf(sampleTiming(begin, end, { state })).map(isOff)).toEqual([true]);
    }
    expect(spansOf(sampleTiming(begin, end, { state: 'complet' })).map(isOff)).toEqual([false]);
  });
});

describe('daysOf', () => {
  it('gives every day that is left, and no more than are asked for', () => {
    const [festival] = spansOf(sampleTiming('2026-09-04T16:00:00.000Z', '2026-09-06T20:00:00.000Z'));
    expect(daysOf(festival!, '2026-09-01', 7)).toEqual(['2026-09-04', '2026-09-05', '2026-09-06']);
    expect(daysOf(festival!, '2026-09-06', 7)).toEqual(['2026-09-06']);
    expect(daysOf(festival!, '2026-09-07', 7)).toEqual([]);
    const [exhibition] = spansOf(sampleTiming('2026-09-04T16:00:00.000Z', '2029-09-06T20:00:00.000Z'));
    expect(daysOf(exhibition!, '2026-09-01', 7)).toHaveLength(7);
  });
});

describe('isPast and isOngoing', () => {
  const stay = readTiming(sampleTiming('2026-09-05T08:00:00.000Z', '2026-09-12T16:00:00.000Z'));

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
