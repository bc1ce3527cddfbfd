import type { Event } from '@trame/cms/domain/contract/site/event';
import type { EventState } from '@trame/cms/domain/vocabulary/event-states';
import type { TimingState } from '@trame/cms/domain/vocabulary/timing-states';

type Dated = Pick<Event, 'state' | 'timings'>;

/**
 * What an event is, all dates together: what its editor said of the whole, else what is true of every date. One of several
 * that is cancelled leaves the event as planned.
 */
export function stateOf({ state, timings }: Dated): EventState {
  if (state !== 'prévu' || timings.length === 0) return state;
  const every = (test: (timing: Event['timings'][number]) => boolean) => timings.every(test);
  if (every((timing) => timing.state === 'annulé')) return 'annulé';
  if (every((timing) => timing.state === 'complet')) return 'complet';
  // A date that was moved to a known day is as planned, on that day.
  return every((timing) => timing.state === 'annulé' || isPostponed(timing)) ? 'reporté' : 'prévu';
}

/** Moved, nobody knows to when. */
export const isPostponed = ({ state, moved }: Pick<Event['timings'][number], 'state' | 'moved'>): boolean =>
  state === 'reporté' && moved === null;

/** What an event is on one of its dates: the cancellation of the whole comes before what is said of the date. */
export function stateOn(event: Dated, state: TimingState): EventState {
  const whole = stateOf(event);
  return whole === 'annulé' || state === 'prévu' ? whole : state;
}
