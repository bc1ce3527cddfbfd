/** What a page gives of itself to whoever keeps it in a selection: plain data, in the page, read again each time the selection is opened. */
import { formatAges } from '../../i18n/formats.ts';
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { compareSlots } from '@trame/cms/domain/slots';
import type { Content } from '../../content/index-content.ts';
import { t } from '../../i18n/t.ts';
import { dateInWords } from '../agenda/date-words.ts';
import { datesOf, nextOf } from '../agenda/occurrences.ts';
import { placeOf, shortPlace } from '../agenda/place.ts';
import { registrationContact } from '../agenda/registration-contact.ts';
import { hostOf } from '../associations/host-of.ts';
import { KEEPABLE_VERSION, type Keepable } from './kept-page.ts';

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
      ...association.contacts.flatMap(({ phone, email }) => [
        ...(phone === null ? [] : [{ text: formatPhone(phone), href: `tel:${phone}` }]),
        ...(email === null ? [] : [{ text: formatEmail(email), href: `mailto:${email}` }]),
      ]),
      ...(association.website === null ? [] : [{ text: hostOf(association.website), href: association.website }]),
    ],
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
    price: event.price ?? (event.free ? t('agenda.free') : null),
    contacts: event.registration.map(registrationContact),
    activities: [],
  };
}
