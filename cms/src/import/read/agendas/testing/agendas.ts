/** Agendas as sources send them, of people and places that do not exist. Days are ahead of the day that tests read them on. */
import { addDays, dayOf } from '../../../../domain/dates.ts';

/** The first of a month some months ahead: `YYYY-MM`. */
const TODAY = dayOf(new Date());
/** A Tuesday some weeks ahead. */
export const tuesday = (weeks: number): string => {
  const day = addDays(TODAY, weeks * 7);
  return addDays(day, (9 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
};
export const compact = (day: string): string => day.replaceAll('-', '');
export const digits = (day: string): string => day.split('-').reverse().join('/');

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** @param events lines of each, without its frame; `UID` and `DTSTAMP` are to be said only where they matter */
export const calendar = (...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer rural//FR',
    'X-WR-CALNAME:Agenda du foyer',
    ...ZONE.split('\n'),
    ...events.flatMap((lines) => [
      'BEGIN:VEVENT',
      ...(/^DTSTAMP/m.test(lines) ? [] : ['DTSTAMP:20260901T000000Z']),
      ...lines.split('\n').map((line) => line.trim()),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** As API v3 (and v2, but for `image`) sends an event. */
export const openAgendaV3 = (over: object = {}) => ({
  uid: 9876543,
  slug: 'bal-des-quatre-saisons',
  title: { fr: 'Bal des quatre saisons', en: 'Four seasons ball' },
  description: { fr: 'On danse jusqu’au matin.' },
  longDescription: { fr: '<p>Avec l’orchestre.</p><p>Réservez au 05 36 49 00 40.</p>' },
  status: 1,
  keywords: { fr: ['bal', 'musique'] },
  timings: [{ begin: `${tuesday(3)}T20:00:00+01:00`, end: `${tuesday(3)}T23:00:00+01:00` }],
  location: { uid: 55512, name: 'Salle des fêtes', address: '12 rue du Bourg', city: 'Cézac', postalCode: '33620' },
  attendanceMode: 1,
  onlineAccessLink: null,
  conditions: { fr: 'Entrée libre' },
  registration: [
    { type: 'phone', value: '0536490041' },
    { type: 'email', value: 'bal@example.org' },
    { type: 'link', value: 'https://www.example.org/bal' },
  ],
  accessibility: { hi: false, ii: false, vi: true, pi: false, mi: true },
  image: { src: 'https://images.example.org/bal.jpg', credits: 'Foyer' },
  ...over,
});

/** As export v1 has it: `start`, a flat place, French only, nothing where nothing is said. */
export const openAgendaV1 = (over: object = {}) => ({
  uid: 65615282,
  title: 'Portes ouvertes',
  description: 'Visite des ateliers.',
  keywords: null,
  age: null,
  accessibility: [],
  conditions: '5 €, gratuit pour les enfants',
  registrationUrl: '0536490042, visite@example.org',
  locationName: 'Musée du Moulin',
  address: '2 place du Moulin, 33620, Cézac',
  postalCode: '33620',
  city: 'Cézac',
  timings: [{ start: `${tuesday(4)}T13:00:00.000Z`, end: `${tuesday(4)}T15:00:00.000Z` }],
  tags: [{ label: 'Exposition', slug: 'exposition', id: 1 }],
  category: null,
  ...over,
});

/** As a project of Apidae exports it, format v002. */
export const apidae = (over: object = {}) => ({
  type: 'FETE_ET_MANIFESTATION',
  id: 323154,
  nom: { libelleFr: 'Montée du Chabre', libelleEn: 'Climb' },
  presentation: {
    descriptifCourt: { libelleFr: 'Une ascension.' },
    descriptifDetaille: { libelleFr: 'La route est fermée.\r\n\r\nVenez à vélo.' },
  },
  localisation: { adresse: { adresse1: 'Le Bourg', codePostal: '33620', commune: { code: '33123', nom: 'Cézac' } } },
  informations: {
    moyensCommunication: [
      { type: { id: 201, libelleFr: 'Téléphone' }, coordonnees: { fr: '05 36 49 00 43' } },
      { type: { id: 202, libelleFr: 'Fax' }, coordonnees: { fr: '05 36 49 00 44' } },
      { type: { id: 205, libelleFr: 'Site web (URL)' }, coordonnees: { fr: 'https://www.example.org/chabre' } },
    ],
    structureGestion: { nom: { libelleFr: 'Vélo club fictif' } },
  },
  ouverture: {
    periodeEnClair: { libelleFr: 'Un mardi.' },
    periodesOuvertures: [
      {
        dateDebut: tuesday(5),
        dateFin: tuesday(5),
        horaireOuverture: '09:00:00',
        horaireFermeture: '12:00:00',
        type: 'OUVERTURE_TOUS_LES_JOURS',
      },
    ],
  },
  descriptionTarif: { tarifsEnClair: { libelleFr: 'Gratuit.' } },
  informationsFeteEtManifestation: { nomLieu: 'Col du Chabre', themes: [{ libelleFr: 'Cyclisme' }] },
  ...over,
});

/** As a syndication of Tourinsoft has it. */
export const tourinsoft = (over: object = {}) => ({
  SyndicObjectID: 'FMAAQU033V500001',
  SyndicObjectName: 'Marché de Noël',
  ObjectTypeName: 'Fêtes et manifestations',
  DescriptionCommerciale: 'Cinquante exposants.',
  AdresseComplete: '3 place du Marché|||33920|SAINT-SAVIN|33473',
  MoyenDeCom: 'Téléphone|05 36 49 00 45#Site web|https://www.example.org/noel#Télécopieur|05 36 49 00 46',
  PeriodeOuverture: `${digits(tuesday(6))}|${digits(tuesday(6))}|10h00|18h30#${digits(tuesday(7))}|${digits(addDays(tuesday(7), 2))}|`,
  ...over,
});

/** As a dataset of Opendatasoft that copies OpenAgenda has a row. */
export const opendatasoft = (over: object = {}) => ({
  uid: '9876543',
  title_fr: 'Bal des quatre saisons',
  description_fr: 'On danse.',
  firstdate_begin: `${tuesday(3)}T19:00:00+00:00`,
  timings: JSON.stringify([{ begin: `${tuesday(3)}T20:00:00+01:00`, end: `${tuesday(3)}T23:00:00+01:00` }]),
  location_name: 'Salle des fêtes',
  location_city: 'Cézac',
  location_postalcode: '33620',
  keywords_fr: ['bal'],
  ...over,
});
