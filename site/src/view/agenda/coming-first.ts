import type { Event } from '@trame/cms/domain/contract/site/event';
import { datesOf, nextOf } from './occurrences.ts';
import type { Span } from './span.ts';

/** An event with the date that matters to a reader today: the next one, else the last one, else none is known. */
export interface DatedEvent {
  readonly event: Event;
  readonly span: Span | null;
  readonly past: boolean;
}

/** What comes first, then what has no date yet, then what is over, the latest first. @param today `YYYY-MM-DD` */
export function comingFirst(events: readonly Event[], today: string): DatedEvent[] {
  const dated = events.map((event): DatedEvent => {
    const { upcoming, past } = datesOf(event, today);
    const next = nextOf(upcoming);
    const [last] = past;
    return next ? { event, span: next, past: false } : { event, span: last ?? null, past: last !== undefined };
  });
  const rank = ({ span, past }: DatedEvent): number => (past ? 2 : span === null ? 1 : 0);
  const begin = ({ span }: DatedEvent): number => (span === null ? 0 : Date.parse(span.begin));
  return dated.sort((a, b) => rank(a) - rank(b) || (a.past ? begin(b) - begin(a) : begin(a) - begin(b)));
}

/** The events that are still to come, the next one first. */
export function coming(events: readonly Event[], today: string): DatedEvent[] {
  return comingFirst(events, today).filter(({ span, past }) => span !== null && !past);
}
