import type { Event } from '@trame/cms/domain/contract/site/event';
import { describe, expect, it } from 'vitest';
import { coming, comingFirst } from './coming-first.ts';
import { sampleEvent, sampleTiming } from './sample-event.ts';

describe('comingFirst', () => {
  const on = (id: string, begin: string | null): Event =>
    sampleEvent({ id, timings: begin === null ? [] : [sampleTiming(begin)] });

  it('puts the next first, then what has no date, then what is over, the latest first', () => {
    const events = [
      on('long ago', '2025-01-10T10:00:00.000Z'),
      on('someday', null),
      on('later', '2026-12-01T10:00:00.000Z'),
      on('last week', '2026-08-13T10:00:00.000Z'),
      on('tonight', '2026-08-20T18:00:00.000Z'),
    ];
    const order = (list: readonly { event: Event }[]) => list.map(({ event }) => event.id);
    expect(order(comingFirst(events, '2026-08-20'))).toEqual(['tonight', 'later', 'someday', 'last week', 'long ago']);
    expect(order(coming(events, '2026-08-20'))).toEqual(['tonight', 'later']);
  });
});
