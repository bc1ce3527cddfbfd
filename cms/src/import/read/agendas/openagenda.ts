/**
 * Events of OpenAgenda: export v1 (`start`/`end`, a flat place, French only when asked), API v2 and v3 (`begin`/`end`, `location`,
 * `status`, `attendanceMode`). Fields as the OpenAPI document of v3 and exports of v1 have them.
 */
import { emptyEvent, type AccessKind, type ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import type { EventState } from '../../../domain/vocabulary/event-states.ts';
import { timingOf } from './foreign-dates.ts';
import {
  at,
  firstText,
  isObject,
  objectsIn,
  plainText,
  sortWays,
  textOf,
  wordsOf,
  type Json,
} from './foreign-values.ts';

/** 1 scheduled, 2 rescheduled, 3 moved online, 4 postponed, 5 full, 6 cancelled. */
const STATES: ReadonlyMap<string, EventState> = new Map([
  ['2', 'reporté'],
  ['3', 'déplacé'],
  ['4', 'reporté'],
  ['5', 'complet'],
  ['6', 'annulé'],
]);

/** hi hearing, vi sight, mi mobility, pi psychological, ii intellectual. v1 has a list of the same codes. */
const ACCESS: readonly (readonly [string, AccessKind])[] = [
  ['mi', 'mobility'],
  ['hi', 'hearing'],
  ['vi', 'sight'],
  ['ii', 'intellectual'],
  ['pi', 'psychological'],
];

export const isOpenAgendaEvent = (value: Json): boolean =>
  'uid' in value && 'title' in value && ('timings' in value || 'firstTiming' in value || 'dateRange' in value);

function accessOf(value: unknown): AccessKind[] {
  const codes = Array.isArray(value) ? value.map((one) => firstText(one, at(one, 'code'))) : [];
  return ACCESS.filter(([code]) => codes.includes(code) || at(value, code) === true).map(([, kind]) => kind);
}

function waysOf(event: Json): string[] {
  const listed = objectsIn(event['registration']).map((way) => textOf(way['value']));
  return listed.length > 0 ? listed : textOf(event['registrationUrl']).split(/\s*,\s*/);
}

/** @param value one event, of whatever version */
export function openAgendaEvent(value: Json): ForeignEvent {
  const { location } = value;
  const place = isObject(location) ? location : {};
  const { links, contacts } = sortWays(waysOf(value));
  const timings = [...objectsIn(value['timings']), ...objectsIn([value['firstTiming']])];
  const dates = timings.flatMap((one) => timingOf(firstText(one['begin'], one['start']), textOf(one['end'])) ?? []);
  const price = plainText(textOf(value['conditions']));
  const image = value['image'];
  const postalCode = firstText(place['postalCode'], value['postalCode']);
  return {
    ...emptyEvent('openagenda'),
    id: textOf(value['uid']),
    title: plainText(textOf(value['title'])),
    summary: plainText(textOf(value['description'])),
    description: plainText(firstText(value['longDescription'], value['html'])),
    keywords: [
      ...wordsOf(value['keywords']),
      ...objectsIn(value['tags']).map((tag) => textOf(tag['label'])),
      ...wordsOf(value['category']),
    ],
    state: STATES.get(textOf(value['status'])) ?? 'prévu',
    dates,
    period: firstText(value['dateRange'], value['range']),
    placeName: firstText(place['name'], value['locationName']),
    address: firstText(place['address'], value['address']),
    postalCode,
    city: firstText(place['city'], value['city']),
    inseeCode: firstText(place['insee'], value['insee']),
    onlineUrl: textOf(value['onlineAccessLink']),
    organiser: firstText(at(value, 'contributor', 'organization'), at(value, 'member', 'organization')),
    price,
    free: /^\s*(?:entrée libre|gratuit|accès libre)/i.test(price) ? true : null,
    access: accessOf(value['accessibility']),
    links: [...links, ...objectsIn(value['links']).map((one) => textOf(one['link']))],
    contacts,
    page: firstText(value['canonicalUrl'], value['permalink']),
    picture: firstText(
      image,
      at(image, 'src'),
      joined(at(image, 'base'), at(image, 'filename')),
      value['originalImage'],
    ),
    pictureCredits: textOf(value['imageCredits']),
  };
}

/** v2 names a picture by a folder and a file. */
const joined = (base: unknown, file: unknown): string =>
  textOf(base) !== '' && textOf(file) !== '' ? `${textOf(base)}${textOf(file)}` : '';
