/** Events as entries of a calendar, with the words of the site. */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import type { Content } from '../../content/index-content.ts';
import { t } from '../../i18n/t.ts';
import type { DatesNoted } from '../dates-noted.ts';
import type { CalendarEntry } from './calendar.ts';
import { stateOf } from './event-state.ts';
import { organisersOf } from './organisers.ts';
import { fullPlace, placeOf, shortPlace } from './place.ts';
import { stateInWords } from './state-words.ts';

const WAYS = { téléphone: formatPhone, courriel: formatEmail, lien: (value: string) => value };

/** What an entry is made from. */
export interface CalendarSource {
  readonly content: Content;
  /** Public address of the site, without a slash at the end. */
  readonly siteUrl: string;
  readonly datesOf: (event: Event) => DatesNoted;
}

export function calendarEntry({ content, siteUrl, datesOf }: CalendarSource, event: Event): CalendarEntry {
  const place = placeOf(content, event);
  const url = siteUrl + publicPaths.event(event.slug);
  return {
    event,
    dates: datesOf(event),
    url,
    location: place === null ? event.onlineUrl : fullPlace(place),
    position:
      place === null || place.latitude === null || place.longitude === null
        ? null
        : { latitude: place.latitude, longitude: place.longitude },
    description: describe(content, event, url),
    categories: [eventKinds.label(event.kind)],
    markOf: (span, { state }) => {
      // A calendar has one entry for a date that was moved: the new one, and it says that it is.
      const announced = span.movedFrom === null ? span : { ...span, state, movedTo: span };
      const { words } = stateInWords(event, { span: announced, place: place && shortPlace(place) }, true);
      return words === null ? null : upperFirstWord(words);
    },
  };
}

/** "ANNULÉ", "REPORTÉ au samedi 6 juin": what must be seen among the titles of a calendar. */
export const upperFirstWord = (text: string): string => text.replace(/^\p{L}+/u, (word) => word.toUpperCase());

function describe(content: Content, event: Event, url: string): string {
  const facts: [label: string, value: string][] = [];
  const organisers = organisersOf(content, event).map(({ name }) => name);
  if (organisers.length > 0) facts.push([t('agenda.organisers'), organisers.join(', ')]);
  if (event.price !== null || event.free) facts.push([t('agenda.price'), event.price ?? t('agenda.free')]);
  if (event.registration.length > 0 && stateOf(event) !== 'complet') {
    const ways = event.registration.map(({ kind, value }) => WAYS[kind](value));
    facts.push([t('agenda.registration'), ways.join(', ')]);
  }
  if (event.onlineUrl !== null) facts.push([t('agenda.online'), event.onlineUrl]);
  const lines = facts.map(([label, value]) => `${label}\u00a0: ${value}`);
  return [event.summary, lines.join('\n'), t('agenda.calendarMore', { url })].filter(Boolean).join('\n\n');
}
