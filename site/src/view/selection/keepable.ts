/** What a page gives of itself to whoever keeps it in a selection: plain data, in the page, read again each time the selection is opened. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { formatAges } from '@trame/cms/domain/ages';
import { formatPhone } from '@trame/cms/domain/phone';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { compareSlots } from '@trame/cms/domain/slots';
import type { Day } from '@trame/cms/domain/vocabulary/days';
import type { Content } from '../../content/index-content.ts';
import { dateInWords } from '../agenda/date-words.ts';
import { datesOf, nextOf } from '../agenda/occurrences.ts';
import { placeOf, shortPlace } from '../agenda/place.ts';

export const KEEPABLE_VERSION = 1;
/** Class of the element that holds it, as JSON. */
export const KEEPABLE_CLASS = 'a-garder';

export interface KeepableSlot {
  readonly day: Day;
  /** `HH:MM`; null when it is not known. */
  readonly begin: string | null;
  readonly end: string | null;
  readonly note: string | null;
}

export interface KeepableActivity {
  readonly label: string;
  readonly slots: readonly KeepableSlot[];
  readonly ages: string | null;
  readonly price: string | null;
  readonly place: string | null;
  readonly commune: string | null;
}

export interface Keepable {
  readonly version: typeof KEEPABLE_VERSION;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly commune: string | null;
  /** When it takes place next, in words; null for an association. */
  readonly when: string | null;
  readonly place: string | null;
  readonly price: string | null;
  /** Telephone numbers, addresses and websites as they are read; only what the page itself shows. */
  readonly contacts: readonly string[];
  readonly activities: readonly KeepableActivity[];
}

export function keepableAssociation(content: Content, association: Association): Keepable {
  const active = content.communes.some(association.communesOfActivity);
  const own =
    active.length > 0 ? active : content.communes.some(association.commune === null ? [] : [association.commune]);
  const communes = own.map(({ name }) => name);
  return {
    version: KEEPABLE_VERSION,
    path: publicPaths.association(association.slug),
    title: association.name,
    summary: association.summary,
    commune: communes.join(', ') || null,
    when: null,
    place: null,
    price: null,
    contacts: [
      ...association.contacts.flatMap(({ phone, email }) => [phone === null ? null : formatPhone(phone), email]),
      association.website,
    ].filter((line): line is string => line !== null),
    activities: association.activities.map((activity) => ({
      label: activity.label,
      slots: [...activity.slots].sort(compareSlots).map(({ day, begin, end, note }) => ({ day, begin, end, note })),
      ages: formatAges(activity),
      price: activity.price,
      place: activity.place,
      commune:
        (activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode)?.name) ??
        (communes.length === 1 ? (communes[0] ?? null) : null),
    })),
  };
}

/** @param today `YYYY-MM-DD` */
export function keepableEvent(content: Content, event: Event, today: string): Keepable {
  const next = nextOf(datesOf(event, today).upcoming);
  const place = placeOf(content, event);
  return {
    version: KEEPABLE_VERSION,
    path: publicPaths.event(event.slug),
    title: event.title,
    summary: event.summary,
    commune: content.communeOfEvent(event)?.name ?? null,
    when: next ? dateInWords(next) : event.period,
    place: place && shortPlace(place),
    price: event.price ?? (event.free ? 'Gratuit' : null),
    contacts: event.registration.map(({ kind, value }) => (kind === 'téléphone' ? formatPhone(value) : value)),
    activities: [],
  };
}
