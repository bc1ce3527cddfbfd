import { describe, expect, it } from 'vitest';
import { Event } from '../../../domain/contract/site/event.ts';
import { toEvent } from './events.ts';

/** A row as the query gives it: a date that was stored before it had a state has none. */
const row = (more: object) =>
  ({
    documentId: 'evt1',
    slug: 'fete',
    title: 'Fête',
    kind: 'fête',
    summary: 'Une fête.',
    ...more,
  }) as unknown as Parameters<typeof toEvent>[0];
const whenOf = (more: object) => {
  const { timings, period } = Event.parse(toEvent(row(more)));
  return { timings, period };
};

describe('when an event is', () => {
  it('is each of its dates, with what became of it', () => {
    const at = (day: number) => `2027-03-0${day}T19:30:00.000Z`;
    expect(
      whenOf({
        timings: [
          { begin: at(3), end: null, atMidnight: null, state: null, newBegin: null, newEnd: null },
          { begin: at(1), end: null, atMidnight: false, state: 'annulé', newBegin: null, newEnd: null },
          { begin: at(2), end: null, atMidnight: false, state: 'reporté', newBegin: at(9), newEnd: null },
          // The new date of one that is not moved any more is nobody's business.
          { begin: at(4), end: null, atMidnight: false, state: 'prévu', newBegin: at(9), newEnd: null },
        ],
      }).timings.map(({ begin, state, moved }) => [begin, state, moved?.begin ?? null]),
    ).toEqual([
      [at(1), 'annulé', null],
      [at(2), 'reporté', at(9)],
      [at(3), 'prévu', null],
      [at(4), 'prévu', null],
    ]);
  });

  it('is a day without hours at midnight, unless it really begins then', () => {
    const christmas = { begin: '2026-12-24T23:00:00.000Z', end: null };
    const allDay = (atMidnight: boolean | null) =>
      whenOf({ timings: [{ ...christmas, atMidnight }] }).timings.map((timing) => timing.allDay);
    expect([null, false, true].map(allDay)).toEqual([[true], [true], [false]]);
  });

  it('is the day that its period is, when that is all it says', () => {
    expect(whenOf({ timings: [], period: ' 8 mars 2017 ' })).toEqual({
      timings: [{ begin: '2017-03-07T23:00:00.000Z', end: null, allDay: true, state: 'prévu', moved: null }],
      period: null,
    });
    for (const period of ['Avant mars 2017', '8 mars 2017, à confirmer']) {
      expect(whenOf({ timings: [], period })).toEqual({ timings: [], period });
    }
    const dated = { timings: [{ begin: '2027-03-01T19:30:00.000Z', end: null }], period: '8 mars 2017' };
    expect(whenOf(dated)).toMatchObject({ timings: [{ begin: '2027-03-01T19:30:00.000Z' }], period: '8 mars 2017' });
  });
});
