/** Events of Apidae: `objetsTouristiques` of type FETE_ET_MANIFESTATION, format v002 (apidae-sit-schemas). */
import { addDays } from '../../../domain/dates.ts';
import { EMPTY_TIMING, type TypedTiming } from '../../../domain/event-timings.ts';
import { emptyEvent, type ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import { daysBetween, momentOf, weekdayOf } from './foreign-dates.ts';
import { at, firstText, objectsIn, plainText, textOf, type Json } from './foreign-values.ts';

export const isApidaeObject = (value: Json): boolean =>
  typeof value['type'] === 'string' && at(value, 'nom', 'libelleFr') !== undefined && 'id' in value;
export const isApidaeEvent = (value: Json): boolean => value['type'] === 'FETE_ET_MANIFESTATION';

/** MoyenCommunicationType: 201 telephone, 202 fax, 204 mail, 205 web site, 207 Facebook. A fax reaches nobody. */
const FAX = '202';

const WEEKDAYS: readonly (readonly string[])[] = [
  ['DIMANCHE'],
  ['LUNDI'],
  ['MARDI'],
  ['MERCREDI'],
  ['JEUDI'],
  ['VENDREDI'],
  ['SAMEDI'],
];

/** Up to so many days of a period each is a date; a longer one is one span, whose hours are those of its first and last day. */
const MOST_DAYS = 31;
/** Of which only some weekdays are taken: a season. */
const MOST_WEEKLY = 400;

const clock = (value: unknown): string => /^(\d{2}:\d{2})/.exec(textOf(value))?.[1] ?? '';

function datesOf(period: Json, closed: ReadonlySet<string>): TypedTiming[] {
  const first = momentOf(textOf(period['dateDebut']))?.day;
  if (first === undefined) return [];
  const last = momentOf(textOf(period['dateFin']))?.day ?? first;
  const type = textOf(period['type']);
  const [begin, end] = [clock(period['horaireOuverture']), clock(period['horaireFermeture'])];
  const hours = begin === '' ? { begin: '', end: '' } : { begin, end: end > begin || end < '07:00' ? end : '' };
  const named = objectsIn(period['ouverturesJournalieres']).map((one) => textOf(one['jour']));
  const isNamed = (day: string) => WEEKDAYS[weekdayOf(day)]?.some((name) => named.includes(name)) ?? false;
  const isEach = type === 'OUVERTURE_SEMAINE' || type === 'OUVERTURE_SAUF';
  if (named.length === 0 && !isEach && (last > addDays(first, MOST_DAYS - 1) || (begin === '' && last > first)))
    return [{ ...EMPTY_TIMING, day: first, lastDay: last, ...hours }];
  return daysBetween(first, last, MOST_WEEKLY)
    .filter((day) => !closed.has(day))
    .filter((day) => named.length === 0 || isNamed(day) !== (type === 'OUVERTURE_SAUF'))
    .map((day) => ({ ...EMPTY_TIMING, day, ...hours }));
}

/** @param value one object of type FETE_ET_MANIFESTATION */
export function apidaeEvent(value: Json): ForeignEvent {
  const { presentation, localisation, ouverture, informations, descriptionTarif } = value;
  const own = value['informationsFeteEtManifestation'];
  const address = at(localisation, 'adresse');
  const ways = objectsIn(at(informations, 'moyensCommunication'))
    .filter((way) => textOf(at(way, 'type', 'id')) !== FAX)
    .map((way) => textOf(way['coordonnees']).trim());
  const price = plainText(textOf(at(descriptionTarif, 'tarifsEnClair')));
  const closed = new Set(
    objectsIn(at(ouverture, 'fermeturesExceptionnelles')).map((one) => textOf(one['dateSpeciale'])),
  );
  const [picture] = objectsIn(value['illustrations']);
  return {
    ...emptyEvent('apidae'),
    id: textOf(value['id']),
    title: plainText(textOf(value['nom'])),
    summary: plainText(textOf(at(presentation, 'descriptifCourt'))),
    description: plainText(textOf(at(presentation, 'descriptifDetaille'))),
    keywords: ['typesManifestation', 'categories', 'themes'].flatMap((key) =>
      objectsIn(at(own, key)).map((one) => textOf(one['libelleFr'])),
    ),
    dates: objectsIn(at(ouverture, 'periodesOuvertures')).flatMap((period) => datesOf(period, closed)),
    period: textOf(at(ouverture, 'periodeEnClair')),
    placeName: firstText(at(own, 'nomLieu'), at(address, 'nomDuLieu')),
    address: ['adresse1', 'adresse2', 'adresse3']
      .map((key) => textOf(at(address, key)))
      .filter(Boolean)
      .join(', '),
    postalCode: textOf(at(address, 'codePostal')),
    city: textOf(at(address, 'commune', 'nom')),
    inseeCode: textOf(at(address, 'commune', 'code')),
    organiser: textOf(at(informations, 'structureGestion', 'nom')),
    price,
    free: at(descriptionTarif, 'gratuit') === true || /^\s*gratuit\b/i.test(price) ? true : null,
    links: ways.filter((way) => /^https?:/i.test(way)),
    contacts: ways.filter((way) => !/^https?:/i.test(way)),
    picture: textOf(at(objectsIn(picture?.['traductionFichiers'])[0], 'url')),
    pictureCredits: textOf(at(picture, 'copyright')),
  };
}
