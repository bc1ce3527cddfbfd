import type { Event } from '@trame/cms/domain/contract/event';

/** An event for tests: valid, and as plain as can be. */
export function sampleEvent(changes: Partial<Event> = {}): Event {
  return {
    id: 'evt1',
    slug: 'forum',
    title: 'Forum des associations',
    kind: 'forum',
    state: 'prévu',
    summary: 'Toutes les associations en un jour.',
    description: null,
    timings: [{ begin: '2026-09-05T08:00:00.000Z', end: '2026-09-05T16:00:00.000Z' }],
    period: null,
    venue: null,
    place: null,
    onlineUrl: null,
    organisers: [],
    organiserName: null,
    participants: [],
    themes: [],
    registration: [],
    price: null,
    free: false,
    accessibility: null,
    image: null,
    externalIds: [],
    actions: [],
    ...changes,
  };
}
