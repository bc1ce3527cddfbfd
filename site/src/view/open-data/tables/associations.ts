import type { Activity, Association, Contact, Slot } from '@trame/cms/domain/contract/site/association';
import { days } from '@trame/cms/domain/vocabulary/days';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { legalForms } from '@trame/cms/domain/vocabulary/legal-forms';
import { noticeInWords } from '@trame/cms/domain/notice';
import { table, type Collection } from '../column.ts';
import { pagesOf, pointOf, type OpenContent } from '../open-content.ts';
import { childIds } from './child-ids.ts';
import { accessibility, CLOCK, identity, INSEE, page, PHONE, point, themes } from './shared-columns.ts';

interface Source extends OpenContent {
  readonly association: Association;
}
interface ContactSource {
  readonly association: Association;
  readonly contact: Contact;
}
interface ActivitySource {
  readonly association: Association;
  readonly activity: Activity;
  readonly id: string;
}
interface SlotSource {
  readonly activity: string;
  readonly slot: Slot;
}

/** Activities with their identifiers, which other shapes of open data use too. */
export const activitiesOf = (association: Association) =>
  childIds(association.id, association.activities, ({ label }) => label);

/** Completed years: readers of the columns of before months were told apart still get years. */
const inYears = (age: number | null, unit: AgeUnit): number | null =>
  age !== null && unit === 'mois' ? Math.floor(age / 12) : age;
const inMonths = (age: number | null, unit: AgeUnit): number | null => (unit === 'mois' ? age : null);

const seatOf = ({ content, association: { commune } }: Source) =>
  commune === null ? undefined : content.communes.byId(commune);
const pointOfSeat = (source: Source) => pointOf(source.association.address, 'adresse', seatOf(source));

const slots = table<SlotSource>({
  name: 'creneaux',
  title: 'Créneaux',
  about: 'Une ligne par jour et horaire d’une activité.',
  columns: [
    {
      name: 'activite',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'activites', column: 'id' },
      meaning: 'Identifiant de l’activité',
      of: ({ activity }) => activity,
    },
    {
      name: 'jour',
      type: 'string',
      required: true,
      oneOf: days.values,
      meaning: 'Jour de la semaine',
      of: ({ slot }) => slot.day,
    },
    { name: 'debut', type: 'string', pattern: CLOCK, meaning: 'Heure de début (HH:MM)', of: ({ slot }) => slot.begin },
    { name: 'fin', type: 'string', pattern: CLOCK, meaning: 'Heure de fin (HH:MM)', of: ({ slot }) => slot.end },
    { name: 'precision', type: 'string', meaning: 'Précision (semaines paires…)', of: ({ slot }) => slot.note },
  ],
});

const activities = table<ActivitySource>({
  name: 'activites',
  title: 'Activités',
  about: 'Une ligne par activité d’une association.',
  columns: [
    {
      name: 'id',
      type: 'string',
      required: true,
      unique: true,
      meaning: 'Identifiant de l’activité\u00a0: il reste le même tant que l’activité garde son nom',
      of: ({ id }) => id,
    },
    {
      name: 'association',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'associations', column: 'id' },
      meaning: 'Identifiant de l’association',
      of: ({ association }) => association.id,
    },
    {
      name: 'intitule',
      type: 'string',
      required: true,
      meaning: 'Nom de l’activité',
      of: ({ activity }) => activity.label,
    },
    { name: 'description', type: 'string', meaning: 'Précisions', of: ({ activity }) => activity.description },
    {
      name: 'age_min',
      type: 'integer',
      minimum: 0,
      meaning: 'Âge minimum, en années révolues',
      of: ({ activity }) => inYears(activity.ageMin, activity.ageMinUnit),
    },
    {
      name: 'age_max',
      type: 'integer',
      minimum: 0,
      meaning: 'Âge maximum compris, en années révolues',
      of: ({ activity }) => inYears(activity.ageMax, activity.ageMaxUnit),
    },
    {
      name: 'age_min_mois',
      type: 'integer',
      minimum: 0,
      meaning: 'Âge minimum en mois, quand l’association le donne en mois',
      of: ({ activity }) => inMonths(activity.ageMin, activity.ageMinUnit),
    },
    {
      name: 'age_max_mois',
      type: 'integer',
      minimum: 0,
      meaning: 'Âge maximum en mois, quand l’association le donne en mois',
      of: ({ activity }) => inMonths(activity.ageMax, activity.ageMaxUnit),
    },
    { name: 'tarif', type: 'string', meaning: 'Tarif, en toutes lettres', of: ({ activity }) => activity.price },
    { name: 'lieu', type: 'string', meaning: 'Nom du lieu', of: ({ activity }) => activity.place },
    {
      name: 'code_insee',
      type: 'string',
      pattern: INSEE,
      meaning: 'Code Insee de la commune du lieu',
      of: ({ activity }) => activity.communeCode,
    },
    { name: 'saison', type: 'string', meaning: 'Période de l’année', of: ({ activity }) => activity.season },
  ],
  children: [
    {
      name: 'creneaux',
      meaning: 'Jours et heures',
      table: slots,
      of: ({ id, activity }) => activity.slots.map((slot): SlotSource => ({ activity: id, slot })),
    },
  ],
});

const contacts = table<ContactSource>({
  name: 'contacts',
  title: 'Contacts',
  about: 'Une ligne par contact qui a accepté de paraître en données ouvertes.',
  columns: [
    {
      name: 'association',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'associations', column: 'id' },
      meaning: 'Identifiant de l’association',
      of: ({ association }) => association.id,
    },
    { name: 'role', type: 'string', meaning: 'Fonction dans l’association', of: ({ contact }) => contact.role },
    { name: 'nom', type: 'string', meaning: 'Nom de la personne', of: ({ contact }) => contact.name },
    {
      name: 'telephone',
      type: 'string',
      pattern: PHONE,
      meaning: 'Téléphone au format international (E.164), ou numéro court',
      of: ({ contact }) => contact.phone,
    },
    {
      name: 'courriel',
      type: 'string',
      format: 'email',
      meaning: 'Adresse électronique',
      of: ({ contact }) => contact.email,
    },
  ],
});

export const associations: Collection<Source> = {
  singular: 'association',
  key: 'id',
  label: 'nom',
  isPlaced: true,
  all: (open) => open.content.associations.all.map((association) => ({ ...open, association })),
  table: table<Source>({
    name: 'associations',
    title: 'Associations',
    about: 'Une ligne par association.',
    columns: [
      ...identity<Source>(({ association }) => association),
      { name: 'nom', type: 'string', required: true, meaning: 'Nom d’usage', of: (s) => s.association.name },
      {
        name: 'nom_officiel',
        type: 'string',
        meaning: 'Nom de la déclaration, s’il est différent',
        of: (s) => s.association.officialName,
      },
      { name: 'sigle', type: 'string', meaning: 'Sigle', of: (s) => s.association.acronym },
      {
        name: 'rna',
        type: 'string',
        meaning: 'Numéro au répertoire national des associations',
        of: (s) => s.association.rnaId,
      },
      { name: 'siret', type: 'string', meaning: 'Numéro SIRET', of: (s) => s.association.siret },
      {
        name: 'statut',
        type: 'string',
        oneOf: legalForms.values,
        meaning: 'Déclarée, non déclarée, reconnue d’utilité publique ou autre forme\u202f; vide quand on ne sait pas',
        of: (s) => s.association.legalForm,
      },
      { name: 'annee_creation', type: 'integer', meaning: 'Année de création', of: (s) => s.association.foundedYear },
      {
        name: 'resume',
        type: 'string',
        required: true,
        meaning: 'Présentation courte',
        of: (s) => s.association.summary,
      },
      { name: 'presentation', type: 'string', meaning: 'Présentation longue', of: (s) => s.association.description },
      { name: 'comment_adherer', type: 'string', meaning: 'Comment adhérer', of: (s) => s.association.howToJoin },
      ...themes<Source>((s) => s.association.themes),
      {
        name: 'publics',
        type: 'list',
        meaning: 'Publics, toutes activités confondues',
        of: (s) => s.content.audiences.some(s.association.audiences).map(({ name }) => name),
      },
      {
        name: 'id_publics',
        type: 'list',
        refersTo: { table: 'publics', column: 'id' },
        meaning: 'Identifiants de ces publics, dans le même ordre',
        of: (s) => s.content.audiences.some(s.association.audiences).map(({ id }) => id),
      },
      { name: 'commune_siege', type: 'string', meaning: 'Commune du siège', of: (s) => seatOf(s)?.name ?? null },
      {
        name: 'code_insee_siege',
        type: 'string',
        pattern: INSEE,
        refersTo: { table: 'communes', column: 'code_insee' },
        meaning: 'Code Insee de la commune du siège',
        of: (s) => seatOf(s)?.inseeCode ?? null,
      },
      {
        name: 'codes_insee_activite',
        type: 'list',
        pattern: INSEE,
        refersTo: { table: 'communes', column: 'code_insee' },
        meaning: 'Codes Insee des communes d’activité',
        of: (s) => s.content.communes.some(s.association.communesOfActivity).map(({ inseeCode }) => inseeCode),
      },
      {
        name: 'adresse',
        type: 'string',
        meaning: 'Numéro et rue, quand l’association veut que son adresse soit publique',
        of: (s) => s.association.address?.street ?? null,
      },
      {
        name: 'adresse_complement',
        type: 'string',
        meaning: 'Complément de cette adresse',
        of: (s) => s.association.address?.complement ?? null,
      },
      {
        name: 'code_postal',
        type: 'string',
        meaning: 'Code postal de cette adresse',
        of: (s) => s.association.address?.postalCode ?? null,
      },
      {
        name: 'ville',
        type: 'string',
        meaning: 'Ville de cette adresse',
        of: (s) => s.association.address?.city ?? null,
      },
      ...point<Source>(pointOfSeat),
      {
        name: 'site_web',
        type: 'string',
        format: 'uri',
        meaning: 'Site internet',
        of: (s) => s.association.website,
      },
      {
        name: 'reseaux',
        type: 'list',
        format: 'uri',
        meaning: 'Pages sur les réseaux sociaux',
        of: (s) => s.association.networks.map(({ url }) => url),
      },
      {
        name: 'recherche_benevoles',
        type: 'boolean',
        required: true,
        meaning: 'Cherche des bénévoles',
        of: (s) => s.association.seeksVolunteers,
      },
      {
        name: 'benevolat',
        type: 'string',
        meaning: 'Ce que les bénévoles peuvent faire',
        of: (s) => s.association.volunteersNote,
      },
      ...accessibility<Source>((s) => s.association.accessibility),
      {
        name: 'avis',
        type: 'string',
        meaning:
          'Ce que l’association annonce pour un temps (fermeture, inscriptions…), à ne plus montrer passé sa date',
        of: ({ association: { notice } }) => (notice ? noticeInWords(notice) : null),
      },
      {
        name: 'avis_jusqu_au',
        type: 'date',
        meaning: 'Dernier jour où cet avis vaut (AAAA-MM-JJ)',
        of: (s) => s.association.notice?.until ?? null,
      },
      {
        name: 'fiche_verifiee_le',
        type: 'date',
        meaning: 'Date de la dernière vérification (AAAA-MM-JJ)',
        of: (s) => s.association.verifiedOn,
      },
      page<Source>((s) => pagesOf(s.siteUrl).association(s.association.slug)),
    ],
    children: [
      {
        name: 'contacts',
        meaning: 'Contacts qui ont accepté de paraître en données ouvertes',
        table: contacts,
        of: ({ association }) => association.contacts.map((contact): ContactSource => ({ association, contact })),
      },
      {
        name: 'activites',
        meaning: 'Activités',
        table: activities,
        of: ({ association }) =>
          activitiesOf(association).map(({ id, part }): ActivitySource => ({ association, activity: part, id })),
      },
    ],
  }),
};
