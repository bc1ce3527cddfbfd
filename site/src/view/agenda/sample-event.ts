import { isWholeDay } from '@trame/cms/domain/whole-day';
import type { Event, Timing } from '@trame/cms/domain/contract/site/event';

/** A date for tests, as planned. @param begin instant, ISO 8601 */
export const sampleTiming = (begin: string, end: string | null = null, changes: Partial<Timing> = {}): Timing => ({
  begin,
  end,
  allDay: isWholeDay(begin, end, false),
  state: 'prévu',
  moved: null,
  ...changes,
});

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
    timings: [sampleTiming('2026-09-05T08:00:00.000Z', '2026-09-05T16:00:00.000Z')],
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
