/**
 * Rows of an agenda that a town or a region publishes on Opendatasoft, as JSON or CSV. A dataset that copies OpenAgenda has its
 * field names in one language each (`title_fr`, `firstdate_begin`, `location_city`) and its numbers, so that it updates the same
 * events; others are read by the names that towns give.
 */
import { emptyEvent, type ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import { withoutAccents } from '../../../domain/french.ts';
import { timingOf } from './foreign-dates.ts';
import { at, objectsIn, plainText, sortWays, textOf, wordsOf, type Json } from './foreign-values.ts';

/** Names of fields, the most telling first; compared without accents, in lower case, with `_` between words. */
const FIELDS = {
  id: ['uid', 'id', 'identifiant', 'event_id', 'recordid'],
  title: ['title_fr', 'titre_fr', 'title', 'titre', 'nom_evenement', 'nom_de_la_manifestation', 'nom_de_l_evenement'],
  summary: ['description_fr', 'chapo', 'lead_text', 'description_courte', 'resume', 'description'],
  description: ['longdescription_fr', 'description_longue', 'longdescription', 'descriptif'],
  begin: ['firstdate_begin', 'date_debut', 'date_de_debut', 'date_start', 'start_date', 'datedebut', 'debut'],
  end: ['firstdate_end', 'date_fin', 'date_de_fin', 'date_end', 'end_date', 'datefin', 'fin'],
  timings: ['timings', 'timetable', 'horaires_detailles', 'occurrences'],
  period: ['daterange_fr', 'date_description', 'horaires', 'periode'],
  placeName: ['location_name', 'address_name', 'lieu', 'nom_du_lieu', 'lieu_nom'],
  address: ['location_address', 'address_street', 'adresse', 'lieu_adresse', 'lieu_adresse_2'],
  postalCode: ['location_postalcode', 'address_zipcode', 'code_postal', 'cp'],
  city: ['location_city', 'address_city', 'commune', 'ville'],
  inseeCode: ['location_insee', 'code_insee', 'insee'],
  keywords: ['keywords_fr', 'tags', 'mots_cles', 'categorie', 'category', 'type', 'type_de_manifestation', 'theme'],
  price: ['conditions_fr', 'price_detail', 'tarif_normal', 'tarif', 'tarifs', 'price_type'],
  onlineUrl: ['onlineaccesslink'],
  links: ['registration', 'access_link', 'reservation_site_internet', 'lien', 'url_inscription', 'site_web'],
  contacts: ['contact_phone', 'contact_mail', 'reservation_telephone', 'reservation_email', 'telephone', 'email'],
  organiser: ['organisateur', 'contributor_organization', 'organisation'],
  page: ['canonicalurl', 'url', 'lien_agenda'],
  picture: ['image', 'cover_url', 'originalimage'],
  pictureCredits: ['imagecredits', 'cover_credit'],
} as const;
type Field = keyof typeof FIELDS;

const nameKey = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Heads that a list of associations does not have together: what it is called, and when it takes place. */
export function isAgendaRow(names: readonly string[]): boolean {
  const keys = new Set(names.map(nameKey));
  const has = (...fields: readonly Field[]) => fields.some((field) => FIELDS[field].some((name) => keys.has(name)));
  return has('title') && has('begin', 'timings');
}

/** « 2026-09-05T18:00:00 2026-09-05T20:00:00;… », as older datasets have it. */
const inLine = (text: string): { begin: string; end: string }[] =>
  text
    .split(';')
    .map((pair) => pair.trim().split(/\s+/))
    .map(([begin = '', end = '']) => ({ begin, end }));

function datesOf(timings: unknown, begin: string, end: string) {
  let listed: readonly unknown[] = [];
  if (Array.isArray(timings)) listed = timings;
  else if (typeof timings === 'string' && timings.trim() !== '') {
    try {
      listed = [JSON.parse(timings)].flat();
    } catch {
      listed = inLine(timings);
    }
  }
  const dates = objectsIn(listed).flatMap(
    (one) => timingOf(textOf(one['begin']) || textOf(one['start']), textOf(one['end'])) ?? [],
  );
  return dates.length > 0 ? dates : [timingOf(french(begin), french(end)) ?? []].flat();
}

/** Days as French tables write them: 05/09/2026, with or without an hour. */
const french = (text: string): string => {
  const read = /^(\d{2})\/(\d{2})\/(\d{4})(?:\s+(\d{2}:\d{2}))?/.exec(text.trim());
  return read ? `${read[3]}-${read[2]}-${read[1]}${read[4] === undefined ? '' : `T${read[4]}`}` : text;
};

/** OpenAgenda's way to register, which such a dataset keeps as JSON in a text. */
function waysOf(value: unknown): string[] {
  if (typeof value !== 'string') return objectsIn(value).map((one) => textOf(one['value']));
  try {
    return objectsIn(JSON.parse(value)).map((one) => textOf(one['value']));
  } catch {
    return value.split(/[\s,;]+/);
  }
}

/** @param row by the names of its fields */
export function agendaRow(row: Json): ForeignEvent {
  const byKey = new Map(Object.entries(row).map(([name, value]) => [nameKey(name), value]));
  const raw = (field: Field): unknown => {
    for (const name of FIELDS[field]) {
      const value = byKey.get(name);
      if (value !== undefined && value !== null && textOf(value) + wordsOf(value).join('') !== '') return value;
      if (Array.isArray(value) && value.length > 0) return value;
    }
    return undefined;
  };
  const text = (field: Field): string => textOf(raw(field));
  const isOpenAgenda = byKey.has('uid') && byKey.has('title_fr');
  const { links, contacts } = sortWays([...waysOf(raw('links')), ...waysOf(raw('contacts'))]);
  const price = plainText(text('price'));
  const picture = raw('picture');
  const isOnlySummary = text('description') === '' && text('summary').length > 400;
  return {
    ...emptyEvent(isOpenAgenda ? 'openagenda' : 'opendatasoft'),
    id: text('id'),
    title: plainText(text('title')),
    summary: isOnlySummary ? '' : plainText(text('summary')),
    description: plainText(isOnlySummary ? text('summary') : text('description')),
    keywords: wordsOf(raw('keywords')),
    dates: datesOf(raw('timings'), text('begin'), text('end')),
    period: text('period'),
    placeName: text('placeName'),
    address: text('address'),
    postalCode: text('postalCode').replace(/^(\d{4})$/, '0$1'),
    city: text('city'),
    inseeCode: text('inseeCode'),
    onlineUrl: text('onlineUrl'),
    organiser: text('organiser'),
    price,
    free: /^\s*(?:gratuit|entrée libre|accès libre)/i.test(price) ? true : null,
    links,
    contacts,
    page: text('page'),
    picture: textOf(picture) || textOf(at(picture, 'url')),
    pictureCredits: text('pictureCredits'),
  };
}
