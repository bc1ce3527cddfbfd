import { clockOf } from '@trame/cms/domain/dates';
import { describe, expect, it } from 'vitest';
import { inDays, inWeekend, nextWeek, thisWeek, thisWeekend } from './near-days.ts';
import { sampleEvent, sampleTiming } from './sample-event.ts';

const hourOf = (instant: string) => Number(clockOf(instant).slice(0, 2));

describe('the days that people ask for', () => {
  // 2026-09-01 is a Tuesday.
  it('end with the week, and begin today', () => {
    expect(thisWeek('2026-09-01')).toEqual({ first: '2026-09-01', last: '2026-09-06' });
    expect(thisWeek('2026-09-06')).toEqual({ first: '2026-09-06', last: '2026-09-06' });
    expect(thisWeek('2026-09-07')).toEqual({ first: '2026-09-07', last: '2026-09-13' });
    expect(nextWeek('2026-09-06')).toEqual({ first: '2026-09-07', last: '2026-09-13' });
  });

  it('are Friday to Sunday for the week-end, or what is left of it', () => {
    expect(thisWeekend('2026-09-01')).toEqual({ first: '2026-09-04', last: '2026-09-06' });
    expect(thisWeekend('2026-09-05')).toEqual({ first: '2026-09-05', last: '2026-09-06' });
  });
});

describe('what takes place in them', () => {
  const at = (slug: string, begin: string, end: string | null = null) =>
    sampleEvent({ id: slug, slug, title: slug, timings: [sampleTiming(begin, end)] });
  const events = [
    at('expo', '2026-08-20T08:00:00.000Z', '2026-09-10T16:00:00.000Z'),
    at('vendredi-midi', '2026-09-04T10:00:00.000Z', '2026-09-04T11:00:00.000Z'),
    at('vendredi-soir', '2026-09-04T18:30:00.000Z', '2026-09-04T20:00:00.000Z'),
    at('dimanche', '2026-09-06T08:00:00.000Z'),
    at('lundi', '2026-09-07T08:00:00.000Z'),
  ];
  const slugs = ({ days }: ReturnType<typeof inDays>) =>
    days.flatMap(({ occurrences }) => occurrences.map(({ event }) => event.slug));

  it('is told by day, with what is still on', () => {
    const found = inDays(events, thisWeek('2026-09-01'));
    expect(slugs(found)).toEqual(['vendredi-midi', 'vendredi-soir', 'dimanche']);
    expect(found.ongoing.map(({ event }) => event.slug)).toEqual(['expo']);
    expect(found.count).toBe(4);
  });

  it('leaves out of the week-end what Friday holds before its evening', () => {
    const found = inWeekend(events, thisWeekend('2026-09-01'), hourOf);
    expect(slugs(found)).toEqual(['vendredi-soir', 'dimanche']);
    expect(found.count).toBe(3);
  });

  it('is nothing when nothing is', () => {
    expect(inDays([], thisWeek('2026-09-01'))).toEqual({ ongoing: [], days: [], count: 0 });
  });
});
