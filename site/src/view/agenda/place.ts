import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Venue } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../content/index-content.ts';

/** Where an event takes place, in the words of the page, the calendar and the search engines. */
export interface EventPlace {
  readonly name: string;
  /** A precision beside the venue's name ("parking de la salle"). */
  readonly precision: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly venue: Venue | null;
}

/** The venue of an event, or the place that was typed instead; null when neither is known (or the event is online only). */
export function placeOf(content: Pick<Content, 'venues' | 'communes'>, event: Event): EventPlace | null {
  const venue = event.venue === null ? undefined : content.venues.byId(event.venue);
  if (venue === undefined) {
    if (event.place === null) return null;
    const nothing = { street: null, postalCode: null, city: null, latitude: null, longitude: null };
    return { name: event.place, precision: null, ...nothing, venue: null };
  }
  const commune = venue.commune === null ? undefined : content.communes.byId(venue.commune);
  return {
    name: venue.name,
    precision: event.place,
    street: venue.street,
    postalCode: venue.postalCode,
    city: commune?.name ?? venue.city,
    latitude: venue.latitude,
    longitude: venue.longitude,
    venue,
  };
}

/** With the town that a place in words ends with, in a field of its own: for readers who do not read sentences. */
export function placeWithTown(
  content: Pick<Content, 'venues' | 'communes' | 'communeOfEvent'>,
  event: Event,
): EventPlace | null {
  const place = placeOf(content, event);
  const commune = content.communeOfEvent(event);
  if (place === null || place.venue !== null || commune === undefined) return place;
  const [postalCode = null, ...others] = commune.postalCodes;
  return { ...place, city: commune.name, postalCode: others.length === 0 ? postalCode : null };
}

/** "Salle des fêtes, Saint-Savin"; the town is left out when the name already says it. */
export function shortPlace({ name, city }: EventPlace): string {
  return city === null || name.includes(city) ? name : `${name}, ${city}`;
}

/** "33920 Saint-Savin" */
export function townLine({ postalCode, city }: EventPlace): string | null {
  return [postalCode, city].filter((part) => part !== null).join(' ') || null;
}

/** The whole address on one line, for a calendar. */
export function fullPlace(place: EventPlace): string {
  return [place.name, place.precision, place.street, townLine(place)].filter((part) => part !== null).join(', ');
}

/** Where a map opens on the place; null without coordinates. OpenStreetMap asks visitors for no consent. */
export function mapUrl({ latitude, longitude }: Pick<EventPlace, 'latitude' | 'longitude'>): string | null {
  if (latitude === null || longitude === null) return null;
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
