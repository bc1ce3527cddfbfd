/** What search engines read of an event (schema.org/Event, and what Google asks for on top). */
import type { Event, Timing } from '@trame/cms/domain/contract/site/event';
import type { EventState } from '@trame/cms/domain/vocabulary/event-states';
import type { Event as EventLd, Offer, Organization, Place, VirtualLocation } from 'schema-dts';
import { isPostponed, stateOn } from './event-state.ts';
import { pricesIn } from '../prices.ts';
import { spansOf, withParisOffset, type Span } from './span.ts';

/** What stands around the event; addresses are absolute. */
export interface EventSurroundings {
  /** Address of the event's page. */
  readonly url: string;
  readonly image: string | null;
  readonly place: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
  } | null;
  readonly organisers: readonly { readonly name: string; readonly url: string | null }[];
}

type Node<T> = Exclude<T, string>;

const STATUS = {
  prévu: 'https://schema.org/EventScheduled',
  // "Full" is no status of schema.org: the event takes place, its offer is sold out (as OpenAgenda does).
  complet: 'https://schema.org/EventScheduled',
  // Another venue is no status either; only a move online is one, see `statusOf`.
  déplacé: 'https://schema.org/EventScheduled',
  reporté: 'https://schema.org/EventRescheduled',
  annulé: 'https://schema.org/EventCancelled',
} as const satisfies Record<EventState, string>;

/** Put off, with no new date yet: schema.org keeps the date that was announced. */
const POSTPONED = 'https://schema.org/EventPostponed';

/**
 * One schema.org Event for each date: a forum in May and in September is two events, not one of four months.
 * Empty for an event without a date, which schema.org cannot express as something to attend.
 */
export function eventJsonLd(event: Event, around: EventSurroundings): Node<EventLd>[] {
  return event.timings.flatMap((timing) => {
    const [announced, moved] = spansOf(timing);
    return announced ? [occurrenceLd(event, around, timing, announced, moved ?? null)] : [];
  });
}

/** @param moved the new date of one that was moved: it keeps the identifier of the date that was announced */
function occurrenceLd(
  event: Event,
  around: EventSurroundings,
  timing: Timing,
  announced: Span,
  moved: Span | null,
): Node<EventLd> {
  const state = stateOn(event, timing.state);
  const postponed = state === 'reporté' && isPostponed(timing);
  return {
    '@type': 'Event',
    '@id': `${around.url}#${announced.begin}`,
    name: event.title,
    description: event.summary,
    url: around.url,
    ...datesOf(moved ?? announced),
    // Of one that is put off, what stands as its date is the one that no longer holds: there is no other yet.
    ...(moved !== null || postponed ? { previousStartDate: datesOf(announced).startDate } : {}),
    eventStatus: postponed ? POSTPONED : statusOf(event, state),
    eventAttendanceMode: attendanceMode(event, around),
    ...present('location', locations(event, around)),
    ...present('image', around.image),
    ...present('organizer', organisers(around)),
    ...(event.free ? { isAccessibleForFree: true } : {}),
    ...present('offers', postponed ? null : offers(event, state, around.url)),
  };
}

function datesOf(span: Span): { startDate: string; endDate?: string } {
  if (span.allDay) return { startDate: span.firstDay, endDate: span.lastDay };
  const startDate = withParisOffset(span.begin);
  return span.end === null ? { startDate } : { startDate, endDate: withParisOffset(span.end) };
}

const movedOnline = (event: Event): boolean =>
  event.state === 'déplacé' && event.onlineUrl !== null && event.venue === null;

function statusOf(event: Event, state: EventState) {
  return movedOnline(event) && state === 'déplacé' ? 'https://schema.org/EventMovedOnline' : STATUS[state];
}

function attendanceMode(event: Event, around: EventSurroundings) {
  if (event.onlineUrl === null) return 'https://schema.org/OfflineEventAttendanceMode';
  return around.place === null
    ? 'https://schema.org/OnlineEventAttendanceMode'
    : 'https://schema.org/MixedEventAttendanceMode';
}

function locations(event: Event, { place }: EventSurroundings): (Node<Place> | Node<VirtualLocation>)[] | null {
  const found: (Node<Place> | Node<VirtualLocation>)[] = [];
  if (place !== null) {
    found.push({
      '@type': 'Place',
      name: place.name,
      address: {
        '@type': 'PostalAddress',
        // A place in words is all that is known of where it is.
        ...present('streetAddress', place.street ?? (place.postalCode === null ? place.name : null)),
        ...present('postalCode', place.postalCode),
        ...present('addressLocality', place.city),
        addressCountry: 'FR',
      },
      ...(place.latitude === null || place.longitude === null
        ? {}
        : { geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }),
    });
  }
  if (event.onlineUrl !== null) found.push({ '@type': 'VirtualLocation', url: event.onlineUrl });
  return found.length === 0 ? null : found;
}

function organisers({ organisers: list }: EventSurroundings): Node<Organization>[] | null {
  if (list.length === 0) return null;
  return list.map(({ name, url }) => ({ '@type': 'Organization', name, ...present('url', url) }));
}

/** One for each price that the text says. Of what does not take place, or nobody knows when, nothing is on offer. */
function offers(event: Event, state: EventState, url: string): Node<Offer>[] | null {
  if (state === 'annulé') return null;
  const full = state === 'complet';
  const availability = full ? 'https://schema.org/SoldOut' : 'https://schema.org/InStock';
  const prices = event.free ? [0] : pricesIn(event.price ?? '');
  if (prices.length === 0) return full ? [{ '@type': 'Offer', url, availability }] : null;
  return prices.map((price) => ({ '@type': 'Offer', url, availability, price, priceCurrency: 'EUR' }));
}

/** A property that is left out when there is nothing to say. */
function present<K extends string, V>(key: K, value: V | null): Record<K, V> | Record<string, never> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>);
}
