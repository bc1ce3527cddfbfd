/**
 * Events as OpenAgenda v3 takes them in (`EventInput` of its OpenAPI description). A place is told there by a number that
 * OpenAgenda gives: ours stand beside, and `additionalFields` says which one. Only dates with both ends, which it asks for.
 */
import type { Event, Timing } from '@trame/cms/domain/contract/site/event';
import type { EventState } from '@trame/cms/domain/vocabulary/event-states';
import type { RegistrationKind } from '@trame/cms/domain/vocabulary/registration-kinds';
import { placeOf } from '../../agenda/place.ts';
import { withParisOffset } from '../../agenda/span.ts';
import { pagesOf, type OpenContent } from '../open-content.ts';

/** 1 scheduled, 2 rescheduled, 4 postponed, 5 full, 6 cancelled (3 is a move online). A move to another place is scheduled. */
const STATUS = { prévu: 1, reporté: 2, complet: 5, annulé: 6, déplacé: 1 } as const satisfies Record<
  EventState,
  number
>;
const POSTPONED = 4;
const ON_SITE = 1;
const ONLINE = 2;
const BOTH = 3;
const REGISTRATION = { téléphone: 'phone', courriel: 'email', lien: 'link' } as const satisfies Record<
  RegistrationKind,
  string
>;
/** Under which our identifiers stand. */
const KEY = 'trame';

const inFrench = (text: string) => ({ fr: text });

/** Where a date stands now: its new one when it was moved. Cancelled dates of an event that takes place are left out. */
function currentDate({ begin, end, state, moved }: Timing, isWholeCancelled: boolean) {
  if (state === 'annulé' && !isWholeCancelled) return [];
  const now = state === 'reporté' ? moved : { begin, end };
  return now === null || now.end === null ? [] : [{ begin: withParisOffset(now.begin), end: withParisOffset(now.end) }];
}

function statusOf(event: Event, dates: number): number {
  return event.state === 'reporté' && dates === 0 ? POSTPONED : STATUS[event.state];
}

export function eventInputs(open: OpenContent) {
  const { content, siteUrl } = open;
  return content.events.all.map((event) => {
    const timings = event.timings.flatMap((timing) => currentDate(timing, event.state === 'annulé'));
    const place = placeOf(content, event);
    const keywords = content.themes.some(event.themes).map(({ name }) => name);
    const attendance = place === null ? ONLINE : BOTH;
    return {
      title: inFrench(event.title),
      description: inFrench(event.summary),
      ...(event.description === null ? {} : { longDescription: inFrench(event.description) }),
      ...(event.price === null ? {} : { conditions: inFrench(event.price) }),
      keywords: { fr: keywords },
      timings,
      location: null,
      attendanceMode: event.onlineUrl === null ? ON_SITE : attendance,
      onlineAccessLink: event.onlineUrl,
      status: statusOf(event, timings.length),
      ...(event.accessibility === null
        ? {}
        : {
            accessibility: {
              hi: event.accessibility.hearing,
              ii: event.accessibility.intellectual,
              vi: event.accessibility.sight,
              pi: event.accessibility.psychological,
              mi: event.accessibility.mobility,
            },
          }),
      registration: event.registration.map(({ kind, value }) => ({ type: REGISTRATION[kind], value })),
      extIds: [
        { key: KEY, value: event.id },
        ...event.externalIds.map(({ source, id }) => ({ key: source, value: id })),
      ],
      additionalFields: {
        'trame-fiche': pagesOf(siteUrl).event(event.slug),
        'trame-lieu': place?.venue?.id ?? null,
        'trame-lieu-nom': place?.name ?? null,
      },
    };
  });
}

/** The places that events stand at, in OpenAgenda's names of fields. */
export const locations = ({ content }: OpenContent) =>
  content.venues.all.map((venue) => {
    const commune = venue.commune === null ? undefined : content.communes.byId(venue.commune);
    return {
      name: venue.name,
      address: [venue.street, [venue.postalCode, commune?.name ?? venue.city].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', '),
      city: commune?.name ?? venue.city,
      postalCode: venue.postalCode,
      insee: commune?.inseeCode ?? null,
      countryCode: 'FR',
      latitude: venue.latitude,
      longitude: venue.longitude,
      timezone: 'Europe/Paris',
      extIds: [{ key: KEY, value: venue.id }],
    };
  });
