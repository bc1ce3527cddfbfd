/**
 * Events of Tourinsoft: an OData syndication whose fields hold lists as text, `#` between items and `|` inside
 * (`AdresseComplete`, `MoyenDeCom`, `PeriodeOuverture`), as public readers of it know them.
 */
import { EMPTY_TIMING, type TypedTiming } from '../../../domain/event-timings.ts';
import { emptyEvent, type ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import { momentOf } from './foreign-dates.ts';
import { firstText, plainText, textOf, type Json } from './foreign-values.ts';

export const isTourinsoftObject = (value: Json): boolean => 'SyndicObjectID' in value && 'SyndicObjectName' in value;
const EVENTS = /f[eêé]te|manifestation|[eé]v[eé]nement|agenda|animation/i;
/** One that says no type is taken for what the file is. */
export const isTourinsoftEvent = (value: Json): boolean => {
  const type = textOf(value['ObjectTypeName']);
  return type === '' || EVENTS.test(type) || textOf(value['SyndicObjectID']).startsWith('FMA');
};

const itemsOf = (value: unknown): string[][] =>
  textOf(value)
    .split('#')
    .filter((item) => item.trim() !== '')
    .map((item) => item.split('|').map((part) => part.trim()));

const dayOfDigits = (text: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text) ?? [];
  return momentOf(`${year}-${month}-${day}`)?.day ?? '';
};

function dateOf(parts: readonly string[]): TypedTiming | null {
  const [first = '', last = ''] = [dayOfDigits(parts[0] ?? ''), dayOfDigits(parts[1] ?? '')];
  if (first === '') return null;
  const [begin = '', end = ''] = parts
    .slice(2)
    .flatMap((part) => [...part.matchAll(/(\d{1,2})\s?[h:]\s?(\d{2})/gi)])
    .map(([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`)
    .filter((hour) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(hour));
  return { ...EMPTY_TIMING, day: first, lastDay: last > first ? last : '', begin, end: end > begin ? end : '' };
}

/** @param value one object of the syndication */
export function tourinsoftEvent(value: Json): ForeignEvent {
  const [place = []] = itemsOf(value['AdresseComplete']);
  // Street, complements, postcode, town, INSEE code: their number differs from one syndication to another.
  const postalAt = place.findIndex((part) => /^\d{5}$/.test(part));
  const ways = itemsOf(value['MoyenDeCom']).filter(([kind = '']) => !/fax|t[eé]l[eé]copie/i.test(kind));
  const values = ways.map(([kind = '', text = '']) => text || kind);
  const price = plainText(firstText(value['Tarifs'], value['TarifsEnClair'], value['DescriptifTarif']));
  return {
    ...emptyEvent('tourinsoft'),
    id: textOf(value['SyndicObjectID']),
    title: plainText(textOf(value['SyndicObjectName'])),
    summary: plainText(firstText(value['DescriptionCommercialeCourte'], value['DescriptifSynthetique'])),
    description: plainText(firstText(value['DescriptionCommerciale'], value['Descriptif'])),
    keywords: ['ObjectTypeName', 'Categorie', 'Categories', 'Themes', 'Type']
      .flatMap((key) => textOf(value[key]).split(/[#|]/))
      .filter((word) => word.trim() !== '' && !/^f[eêé]tes? et manifestations?$/i.test(word.trim())),
    dates: itemsOf(value['PeriodeOuverture']).flatMap((parts) => dateOf(parts) ?? []),
    placeName: firstText(value['NomLieu'], value['Lieu']),
    address: (postalAt < 0 ? place : place.slice(0, postalAt)).filter(Boolean).join(', '),
    postalCode: place[postalAt] ?? '',
    city: postalAt < 0 ? textOf(value['Commune']) : (place[postalAt + 1] ?? ''),
    inseeCode: postalAt < 0 ? '' : /^\d[\dAB]\d{3}$/.test(place[postalAt + 2] ?? '') ? (place[postalAt + 2] ?? '') : '',
    organiser: firstText(value['Organisateur'], value['NomOrganisateur']),
    price,
    free: /^\s*gratuit\b/i.test(price) ? true : null,
    links: values.filter((text) => /^https?:|^www\./i.test(text)),
    contacts: values.filter((text) => /@|\d{2}/.test(text) && !/^https?:|^www\./i.test(text)),
    picture: (textOf(value['Photos']).split('#')[0] ?? '').split('|').find((part) => /^https?:/i.test(part)) ?? '',
  };
}
