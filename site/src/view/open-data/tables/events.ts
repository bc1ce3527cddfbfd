import type { Event, Timing } from '@trame/cms/domain/contract/site/event';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { eventStates } from '@trame/cms/domain/vocabulary/event-states';
import type { RegistrationKind } from '@trame/cms/domain/vocabulary/registration-kinds';
import { timingStates } from '@trame/cms/domain/vocabulary/timing-states';
import { withParisOffset } from '../../agenda/span.ts';
import { table, type Collection } from '../column.ts';
import { pagesOf, pointOf, type OpenContent } from '../open-content.ts';
import { accessibility, identity, INSEE, page, PHONE, point, themes } from './shared-columns.ts';

interface Source extends OpenContent {
  readonly event: Event;
}
interface TimingSource {
  readonly event: Event;
  readonly timing: Timing;
}

const venueOf = ({ content, event: { venue } }: Source) => (venue === null ? undefined : content.venues.byId(venue));
const communeOf = ({ content, event }: Source) => content.communeOfEvent(event);
const registration = ({ event }: Source, wanted: RegistrationKind): string[] =>
  event.registration.flatMap(({ kind, value }) => (kind === wanted ? value : []));
const instant = (value: string | null | undefined): string | null => (value ? withParisOffset(value) : null);

const timings = table<TimingSource>({
  name: 'seances',
  title: 'Dates des événements',
  about: 'Une ligne par date d’un événement, avec ce qu’elle est devenue.',
  columns: [
    {
      name: 'evenement',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'evenements', column: 'id' },
      meaning: 'Identifiant de l’événement',
      of: ({ event }) => event.id,
    },
    {
      name: 'debut',
      type: 'datetime',
      required: true,
      meaning: 'Début annoncé (ISO 8601, heure de Paris avec son décalage)',
      of: ({ timing }) => withParisOffset(timing.begin),
    },
    {
      name: 'fin',
      type: 'datetime',
      meaning: 'Fin annoncée\u202f; vide quand on ne sait pas',
      of: ({ timing }) => instant(timing.end),
    },
    {
      name: 'jour_entier',
      type: 'boolean',
      required: true,
      meaning: 'Seul le jour compte, ou l’heure n’est pas connue',
      of: ({ timing }) => timing.allDay,
    },
    {
      name: 'etat',
      type: 'string',
      required: true,
      oneOf: timingStates.values,
      meaning: 'Ce que la date est devenue',
      of: ({ timing }) => timing.state,
    },
    {
      name: 'nouveau_debut',
      type: 'datetime',
      meaning: 'Nouveau début d’une date reportée\u202f; vide quand il n’est pas connu',
      of: ({ timing }) => instant(timing.moved?.begin),
    },
    {
      name: 'nouvelle_fin',
      type: 'datetime',
      meaning: 'Nouvelle fin d’une date reportée',
      of: ({ timing }) => instant(timing.moved?.end),
    },
  ],
});

export const events: Collection<Source> = {
  singular: 'evenement',
  key: 'id',
  label: 'titre',
  isPlaced: true,
  all: (open) => open.content.events.all.map((event) => ({ ...open, event })),
  table: table<Source>({
    name: 'evenements',
    title: 'Événements',
    about: 'Une ligne par événement de l’agenda, passé ou à venir.',
    columns: [
      ...identity<Source>(({ event }) => event),
      { name: 'titre', type: 'string', required: true, meaning: 'Titre', of: (s) => s.event.title },
      {
        name: 'genre',
        type: 'string',
        required: true,
        oneOf: eventKinds.values,
        meaning: 'Genre d’événement',
        of: (s) => s.event.kind,
      },
      {
        name: 'etat',
        type: 'string',
        required: true,
        oneOf: eventStates.values,
        meaning: 'État de l’événement entier\u202f; chaque date a le sien',
        of: (s) => s.event.state,
      },
      { name: 'resume', type: 'string', required: true, meaning: 'Présentation courte', of: (s) => s.event.summary },
      { name: 'description', type: 'string', meaning: 'Présentation longue', of: (s) => s.event.description },
      {
        name: 'periode',
        type: 'string',
        meaning: 'Période en toutes lettres, quand la date n’est pas fixée',
        of: (s) => s.event.period,
      },
      { name: 'lieu', type: 'string', meaning: 'Nom du lieu', of: (s) => venueOf(s)?.name ?? s.event.place },
      {
        name: 'id_lieu',
        type: 'string',
        refersTo: { table: 'lieux', column: 'id' },
        meaning: 'Identifiant du lieu, quand il est connu de l’annuaire',
        of: (s) => venueOf(s)?.id ?? null,
      },
      {
        name: 'lieu_precision',
        type: 'string',
        meaning: 'Précision sur le lieu',
        of: (s) => (venueOf(s) ? s.event.place : null),
      },
      { name: 'adresse', type: 'string', meaning: 'Numéro et rue du lieu', of: (s) => venueOf(s)?.street ?? null },
      {
        name: 'code_postal',
        type: 'string',
        meaning: 'Code postal du lieu',
        of: (s) => venueOf(s)?.postalCode ?? null,
      },
      {
        name: 'commune',
        type: 'string',
        meaning: 'Commune du lieu',
        of: (s) => communeOf(s)?.name ?? venueOf(s)?.city ?? null,
      },
      {
        name: 'code_insee',
        type: 'string',
        pattern: INSEE,
        refersTo: { table: 'communes', column: 'code_insee' },
        meaning: 'Code Insee de cette commune, quand elle est du territoire',
        of: (s) => communeOf(s)?.inseeCode ?? null,
      },
      ...point<Source>((s) => pointOf(venueOf(s), 'lieu', communeOf(s))),
      {
        name: 'en_ligne',
        type: 'string',
        format: 'uri',
        meaning: 'Adresse où suivre l’événement en ligne',
        of: (s) => s.event.onlineUrl,
      },
      {
        name: 'organisateurs',
        type: 'list',
        meaning: 'Associations qui organisent',
        of: (s) => s.content.associations.some(s.event.organisers).map(({ name }) => name),
      },
      {
        name: 'id_organisateurs',
        type: 'list',
        refersTo: { table: 'associations', column: 'id' },
        meaning: 'Identifiants de ces associations, dans le même ordre',
        of: (s) => s.content.associations.some(s.event.organisers).map(({ id }) => id),
      },
      {
        name: 'autre_organisateur',
        type: 'string',
        meaning: 'Organisateur qui n’est pas une association de l’annuaire',
        of: (s) => s.event.organiserName,
      },
      {
        name: 'id_participants',
        type: 'list',
        refersTo: { table: 'associations', column: 'id' },
        meaning: 'Identifiants des associations qui y participent',
        of: (s) => s.content.associations.some(s.event.participants).map(({ id }) => id),
      },
      ...themes<Source>((s) => s.event.themes),
      {
        name: 'inscription_lien',
        type: 'list',
        format: 'uri',
        meaning: 'Adresses où s’inscrire',
        of: (s) => registration(s, 'lien'),
      },
      {
        name: 'inscription_telephone',
        type: 'list',
        pattern: PHONE,
        meaning: 'Téléphones où s’inscrire, s’ils sont d’un contact qui accepte les données ouvertes',
        of: (s) => registration(s, 'téléphone'),
      },
      {
        name: 'inscription_courriel',
        type: 'list',
        format: 'email',
        meaning: 'Adresses électroniques où s’inscrire, à la même condition',
        of: (s) => registration(s, 'courriel'),
      },
      { name: 'tarif', type: 'string', meaning: 'Tarif, en toutes lettres', of: (s) => s.event.price },
      { name: 'gratuit', type: 'boolean', required: true, meaning: 'Entrée libre', of: (s) => s.event.free },
      ...accessibility<Source>((s) => s.event.accessibility),
      page<Source>((s) => pagesOf(s.siteUrl).event(s.event.slug)),
    ],
    children: [
      {
        name: 'seances',
        meaning: 'Dates, dans l’ordre',
        table: timings,
        of: ({ event }) => event.timings.map((timing): TimingSource => ({ event, timing })),
      },
    ],
  }),
};
