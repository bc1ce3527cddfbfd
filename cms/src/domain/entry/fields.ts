/**
 * The catalogue of what an entry says: each field of an association, once, in the order of the form. Its name, its limit, its
 * kind, who fills it and where it is read stand here and nowhere else; the form and its check, the desk, the journal, the labels of the
 * admin, the rule about withheld contacts, the withdrawal of a contact and what is read from the database derive from it
 * (decision 0021).
 */
import { easyText } from '../records/easy-text.ts';
import { NOTICE_NOTE_LENGTH } from '../notice-length.ts';
import { PRINTED_SUMMARY_LENGTH } from '../print-length.ts';
import { LONGEST_HOURS } from '../typed-hours.ts';
import type { ReadChannel } from '../withheld-contacts.ts';

export type FieldKind =
  /** One line of words. */
  | 'line'
  /** Words in paragraphs. */
  | 'text'
  | 'phone'
  | 'email'
  /** An http(s) address. */
  | 'url'
  /** An official code or an address on the site: a form of its own, checked, never words. */
  | 'identifier'
  /** One value of a vocabulary, or a code of one. */
  | 'choice'
  | 'number'
  | 'time'
  | 'day'
  | 'yes-no'
  /** One or several other records. */
  | 'relation'
  | 'relations'
  /** One or several files of the media library; their texts are fields of their own. */
  | 'picture'
  | 'pictures'
  /** Fields in a row of their own: one, or as many as `limit` says. */
  | 'group'
  | 'list';

/** Where everybody reads a field, and on which condition. */
export interface Reading {
  readonly on: readonly ReadChannel[];
  /** Only if the address may be shown; only with a contact that agreed to the channel. */
  readonly when?: 'public address' | 'agreeing contact';
}

const EVERYWHERE: Reading = { on: ['web', 'print'] };
/** The site has room for more than the booklet. */
const ON_THE_SITE: Reading = { on: ['web'] };
const IF_PUBLIC: Reading = { on: ['web', 'print'], when: 'public address' };
const WITH_CONTACT: Reading = { on: ['web', 'print'], when: 'agreeing contact' };
const NEVER: Reading = { on: [] };

/** The sections of the form, in its order. */
const sectionTitles = {
  identity: 'L’association',
  presentation: 'Présentation',
  themes: 'Thèmes et publics',
  activities: 'Activités',
  places: 'Lieux',
  contacts: 'Contacts',
  volunteers: 'Bénévolat',
} as const;
type SectionId = keyof typeof sectionTitles;

export interface Field {
  /** Its name, the same for associations and editors. */
  readonly label: string;
  /** Where the form speaks to the association itself, and its name would be no question. */
  readonly question?: string;
  /** Under the field in the association's form. */
  readonly help?: string;
  /** In the admin's own form, where editors also fill what no association may: another name only if `label` would not tell two fields apart. */
  readonly admin?: { readonly label?: string; readonly help?: string; readonly example?: string };
  readonly kind: FieldKind;
  /** Characters that an association may write; of a list, its rows. */
  readonly limit?: number;
  /** Characters that the booklet prints (`domain/print-length.ts`). */
  readonly printed?: number;
  /** A record without it cannot be published: it is never emptied. */
  readonly required?: true;
  readonly read: Reading;
  /** Who fills it. What is the association's is what a link, an account or the public form may write: no other field. */
  readonly filledBy: 'association' | 'office' | 'program';
  /** Of the association's own form; only fields at the top of an entry have one. */
  readonly section?: SectionId;
}

/** Characters of a line, of a few sentences, of a page, of an address on the web (what a column of Strapi holds). */
const LINE = 200;
const NOTE = 600;
const PAGE = 5000;
const WEB_ADDRESS = 255;
const MOST_THEMES = 6;

const own = { filledBy: 'association' } as const;
const office = { filledBy: 'office' } as const;

export const fields = {
  name: {
    ...own,
    label: 'Nom de l’association',
    // Beside « Nom officiel », which associations do not fill.
    admin: { label: 'Nom d’usage', help: 'Celui que les habitants connaissent.', example: 'Les Amis du Moulin' },
    kind: 'line',
    limit: LINE,
    required: true,
    read: EVERYWHERE,
    section: 'identity',
  },
  acronym: {
    ...own,
    label: 'Sigle',
    help: 'Par exemple\u00a0: ASC, MJC…',
    admin: { example: 'ADM' },
    kind: 'line',
    limit: 40,
    read: EVERYWHERE,
    section: 'identity',
  },
  foundedYear: {
    ...own,
    label: 'Année de création',
    admin: { example: '1987' },
    kind: 'number',
    read: ON_THE_SITE,
    section: 'identity',
  },
  logo: {
    ...own,
    label: 'Logo',
    help: 'Une image PNG, JPEG ou WebP de 5\u00a0Mo au plus.',
    admin: { help: 'Son texte de remplacement est obligatoire pour publier\u00a0: «\u00a0Logo de …\u00a0».' },
    kind: 'picture',
    read: EVERYWHERE,
    section: 'identity',
  },
  'logo.alt': {
    ...own,
    label: 'Ce que montre le logo',
    question: 'Que voit-on sur ce logo\u00a0?',
    help: 'Quelques mots pour les personnes qui ne le voient pas, par exemple «\u00a0Un danseur bleu et le nom du club\u00a0».',
    kind: 'line',
    limit: LINE,
    required: true,
    read: EVERYWHERE,
  },
  'logo.caption': { ...office, label: 'Légende du logo', kind: 'line', read: ON_THE_SITE },
  summary: {
    ...own,
    label: 'Présentation courte',
    help: 'Une ou deux phrases\u00a0: c’est le texte de l’annuaire imprimé. Commencez par ce qu’on y fait\u00a0: la recherche lit d’abord les premiers mots.',
    admin: {
      help: 'Le texte de l’annuaire imprimé et des listes du site. Commencez par ce qu’on y fait\u00a0: la recherche lit d’abord les premiers mots. Sans coordonnées\u00a0: elles ont leur place plus bas.',
    },
    kind: 'text',
    limit: PAGE,
    printed: PRINTED_SUMMARY_LENGTH,
    required: true,
    read: EVERYWHERE,
    section: 'presentation',
  },
  description: {
    ...own,
    label: 'Présentation longue',
    help: 'Sur le site seulement\u00a0: votre histoire, vos projets, ce qui vous distingue.',
    admin: { help: 'Pour le site seulement. Une ligne vide sépare les paragraphes.' },
    kind: 'text',
    limit: PAGE,
    read: ON_THE_SITE,
    section: 'presentation',
  },
  howToJoin: {
    ...own,
    label: 'Comment s’inscrire',
    help: 'Quand, où, avec quels papiers, une séance d’essai…',
    admin: { help: 'Ce qu’un nouveau venu doit savoir\u00a0: séance d’essai, inscriptions, certificat, matériel…' },
    kind: 'text',
    limit: PAGE,
    read: ON_THE_SITE,
    section: 'presentation',
  },
  themes: {
    ...own,
    label: 'Thèmes',
    help: `D’un à ${MOST_THEMES}. Le premier décide de votre place dans l’annuaire.`,
    admin: { help: 'Le premier thème choisit le chapitre de l’annuaire imprimé. Glissez pour changer l’ordre.' },
    kind: 'relations',
    limit: MOST_THEMES,
    read: EVERYWHERE,
    section: 'themes',
  },
  audiences: {
    ...own,
    label: 'Publics',
    question: 'Pour quels publics\u00a0?',
    admin: { help: 'À qui l’association s’adresse, toutes activités confondues.' },
    kind: 'relations',
    limit: 12,
    read: EVERYWHERE,
    section: 'themes',
  },
  activities: {
    ...own,
    label: 'Activités',
    help: 'C’est ce que les habitants cherchent\u00a0: une ligne pour chaque chose que l’on peut faire chez vous.',
    kind: 'list',
    limit: 40,
    read: EVERYWHERE,
    section: 'activities',
  },
  'activities.*.label': {
    ...own,
    label: 'Nom de l’activité',
    help: 'Par exemple\u00a0: Éveil à la danse, Chorale adultes…',
    admin: {
      help: 'Une activité par public ou par pratique\u00a0: c’est ce que les habitants cherchent («\u00a0enfant de 8 ans, le mercredi\u00a0»).',
      example: 'Judo, débutants',
    },
    kind: 'line',
    limit: LINE,
    required: true,
    read: EVERYWHERE,
  },
  'activities.*.slots': { ...own, label: 'Jours et heures', kind: 'list', limit: 14, read: EVERYWHERE },
  'activities.*.slots.*.day': {
    ...own,
    label: 'Jour',
    admin: { help: 'Un créneau par jour et par horaire.' },
    kind: 'choice',
    required: true,
    read: EVERYWHERE,
  },
  'activities.*.slots.*.begin': { ...own, label: 'De', kind: 'time', limit: LONGEST_HOURS, read: EVERYWHERE },
  'activities.*.slots.*.end': { ...own, label: 'À', kind: 'time', limit: LONGEST_HOURS, read: EVERYWHERE },
  'activities.*.slots.*.note': {
    ...own,
    label: 'Précision',
    help: 'Par exemple\u00a0: hors vacances',
    admin: { example: 'Semaines paires, hors vacances…' },
    kind: 'line',
    limit: LINE,
    read: EVERYWHERE,
  },
  'activities.*.ageMin': {
    ...own,
    label: 'À partir de',
    admin: { help: 'Vide\u00a0: pas de minimum.' },
    kind: 'number',
    read: EVERYWHERE,
  },
  'activities.*.ageMinUnit': {
    ...own,
    label: 'Ans ou mois (à partir de)',
    admin: { help: 'Pour les bébés, comptez en mois.' },
    kind: 'choice',
    read: EVERYWHERE,
  },
  'activities.*.ageMax': {
    ...own,
    label: 'Jusqu’à',
    admin: { help: 'Compris. Vide\u00a0: pas de maximum.' },
    kind: 'number',
    read: EVERYWHERE,
  },
  'activities.*.ageMaxUnit': {
    ...own,
    label: 'Ans ou mois (jusqu’à)',
    kind: 'choice',
    read: EVERYWHERE,
  },
  'activities.*.price': {
    ...own,
    label: 'Prix',
    help: 'Un ordre de prix suffit\u00a0: 120\u00a0€ par an, gratuit…',
    admin: { example: '120\u00a0€ l’année, deux séances d’essai' },
    kind: 'line',
    limit: LINE,
    read: EVERYWHERE,
  },
  'activities.*.place': {
    ...own,
    label: 'Lieu',
    help: 'Le nom que l’on emploie\u00a0: Gymnase de la Vallée…',
    admin: { help: 'Comme on dit ici.', example: 'Gymnase de la Vallée' },
    kind: 'line',
    limit: LINE,
    read: EVERYWHERE,
  },
  'activities.*.communeCode': {
    ...own,
    label: 'Commune',
    admin: { help: 'Celle de ce lieu. Vide\u00a0: les communes d’activité de l’association.' },
    kind: 'choice',
    limit: 5,
    read: EVERYWHERE,
  },
  'activities.*.season': {
    ...own,
    label: 'Période',
    help: 'Par exemple\u00a0: de septembre à juin',
    admin: { example: 'De septembre à juin' },
    kind: 'line',
    limit: LINE,
    read: EVERYWHERE,
  },
  'activities.*.description': { ...own, label: 'Précisions', kind: 'text', limit: NOTE, read: EVERYWHERE },
  commune: { ...own, label: 'Commune du siège', kind: 'relation', read: EVERYWHERE, section: 'places' },
  communesOfActivity: {
    ...own,
    label: 'Communes d’activité',
    question: 'Dans quelles communes agissez-vous\u00a0?',
    admin: { help: 'Là où l’on pratique. La recherche par commune et l’index de l’annuaire s’en servent.' },
    kind: 'relations',
    limit: 60,
    read: EVERYWHERE,
    section: 'places',
  },
  address: { ...own, label: 'Adresse', kind: 'group', read: IF_PUBLIC, section: 'places' },
  'address.street': {
    ...own,
    label: 'Numéro et rue',
    admin: {
      help: 'Le siège est parfois chez un particulier\u00a0: l’adresse ne paraît que si vous le dites plus bas.',
    },
    kind: 'line',
    limit: LINE,
    read: IF_PUBLIC,
  },
  'address.complement': {
    ...own,
    label: 'Complément',
    admin: { example: 'Bâtiment B, chez …' },
    kind: 'line',
    limit: LINE,
    read: IF_PUBLIC,
  },
  'address.postalCode': { ...own, label: 'Code postal', kind: 'identifier', limit: 10, read: IF_PUBLIC },
  'address.city': { ...own, label: 'Ville', kind: 'line', limit: LINE, read: IF_PUBLIC },
  'address.public': {
    ...own,
    label: 'Afficher cette adresse sur la fiche',
    help: 'Elle est alors aussi dans l’annuaire et dans les données ouvertes, que chacun peut réutiliser. Ne cochez pas s’il s’agit du domicile d’un membre qui ne le souhaite pas.',
    admin: {
      help: 'Site, annuaire et données ouvertes. Oui seulement si ce n’est pas le domicile de quelqu’un, ou avec son accord.',
    },
    kind: 'yes-no',
    read: NEVER,
  },
  'address.latitude': {
    ...office,
    label: 'Latitude',
    admin: { help: 'En degrés\u00a0; facultatif.' },
    kind: 'number',
    read: IF_PUBLIC,
  },
  'address.longitude': { ...office, label: 'Longitude', kind: 'number', read: IF_PUBLIC },
  accessibility: {
    ...own,
    label: 'Accueil des personnes handicapées',
    help: 'Cochez les situations de handicap pour lesquelles vos lieux ou vos activités sont adaptés.',
    kind: 'group',
    read: EVERYWHERE,
    section: 'places',
  },
  'accessibility.mobility': { ...own, label: 'Handicap moteur', kind: 'yes-no', read: EVERYWHERE },
  'accessibility.hearing': { ...own, label: 'Handicap auditif', kind: 'yes-no', read: EVERYWHERE },
  'accessibility.sight': { ...own, label: 'Handicap visuel', kind: 'yes-no', read: EVERYWHERE },
  'accessibility.intellectual': { ...own, label: 'Handicap intellectuel', kind: 'yes-no', read: EVERYWHERE },
  'accessibility.psychological': { ...own, label: 'Handicap psychique', kind: 'yes-no', read: EVERYWHERE },
  'accessibility.note': {
    ...own,
    label: 'Précisions sur cet accueil',
    admin: { help: 'Ce qui compte\u00a0: largeur de porte, boucle magnétique, créneau calme…' },
    kind: 'text',
    limit: NOTE,
    read: EVERYWHERE,
  },
  contacts: {
    ...own,
    label: 'Contacts',
    help: 'Pour chaque contact, vous décidez où il paraît. Rien n’est publié sans case cochée.',
    kind: 'list',
    limit: 8,
    read: WITH_CONTACT,
    section: 'contacts',
  },
  'contacts.*.role': {
    ...own,
    label: 'Rôle',
    help: 'Par exemple\u00a0: accueil, inscriptions, présidence…',
    admin: {
      help: 'Rien ne paraît sans accord\u00a0: dites plus bas où cette personne accepte de figurer.',
      example: 'Présidence, inscriptions…',
    },
    kind: 'line',
    limit: LINE,
    read: WITH_CONTACT,
  },
  'contacts.*.name': {
    ...own,
    label: 'Prénom et nom',
    help: 'Seulement si la personne est d’accord pour être nommée.',
    admin: { help: 'Facultatif\u00a0: le rôle suffit.' },
    kind: 'line',
    limit: LINE,
    read: WITH_CONTACT,
  },
  'contacts.*.phone': {
    ...own,
    label: 'Téléphone',
    kind: 'phone',
    limit: 40,
    read: WITH_CONTACT,
  },
  'contacts.*.email': {
    ...own,
    label: 'Adresse électronique',
    kind: 'email',
    limit: 254,
    read: WITH_CONTACT,
  },
  'contacts.*.web': {
    ...own,
    label: 'Accord\u00a0: site internet',
    question: 'Sur le site internet',
    help: 'Tout le monde peut le lire sur votre fiche, et dans l’annuaire PDF à télécharger.',
    admin: { help: 'Le site public et l’annuaire PDF qu’on y télécharge.' },
    kind: 'yes-no',
    read: NEVER,
  },
  'contacts.*.print': {
    ...own,
    label: 'Accord\u00a0: annuaire imprimé',
    question: 'Dans l’annuaire imprimé',
    help: 'Il paraît dans le livret distribué aux habitants. Un livret imprimé ne se corrige plus avant l’édition suivante.',
    admin: { help: 'Le livret remis à l’imprimeur.' },
    kind: 'yes-no',
    read: NEVER,
  },
  'contacts.*.professionals': {
    ...own,
    label: 'Accord\u00a0: partenaires',
    question: 'Auprès des partenaires professionnels',
    help: 'Personne ne le reçoit aujourd’hui\u00a0: cet annuaire des partenaires (mairies, écoles, services sociaux…) n’existe pas encore. Votre accord est gardé pour le jour où il ouvrira.',
    admin: {
      help: 'Un annuaire réservé aux professionnels du territoire, qui n’existe pas encore\u00a0: rien n’y est envoyé.',
    },
    kind: 'yes-no',
    read: NEVER,
  },
  'contacts.*.openData': {
    ...own,
    label: 'Accord\u00a0: données ouvertes',
    question: 'Dans les données ouvertes',
    help: 'Il y figure seulement si vous cochez aussi le site internet\u00a0: rôle, nom, téléphone et adresse électronique, dans des fichiers que chacun peut copier et réutiliser librement. Une copie déjà faite ne se reprend pas.',
    admin: {
      help: 'Des fichiers que chacun peut réutiliser. Le contact y figure s’il accepte ceci et le site\u00a0: jamais sans accord exprès.',
    },
    kind: 'yes-no',
    read: NEVER,
  },
  'contacts.*.consentDate': {
    filledBy: 'program',
    label: 'Accord donné le',
    admin: { help: 'Obligatoire dès qu’une case est cochée.' },
    kind: 'day',
    read: NEVER,
  },
  'contacts.*.consentSource': {
    filledBy: 'program',
    label: 'Accord recueilli par',
    admin: { help: 'Pour pouvoir répondre à qui demande d’où vient son numéro.' },
    kind: 'choice',
    read: NEVER,
  },
  website: {
    ...own,
    label: 'Site internet',
    admin: { help: 'L’adresse complète.', example: 'https://www.exemple.fr' },
    kind: 'url',
    limit: WEB_ADDRESS,
    read: EVERYWHERE,
    section: 'contacts',
  },
  networks: { ...own, label: 'Réseaux sociaux', kind: 'list', limit: 8, read: EVERYWHERE, section: 'contacts' },
  'networks.*.network': { ...own, label: 'Réseau', kind: 'choice', required: true, read: EVERYWHERE },
  'networks.*.url': {
    ...own,
    label: 'Adresse de la page',
    admin: { example: 'https://' },
    kind: 'url',
    limit: WEB_ADDRESS,
    required: true,
    read: EVERYWHERE,
  },
  seeksVolunteers: {
    ...own,
    label: 'Cherche des bénévoles',
    question: 'Nous cherchons des bénévoles',
    kind: 'yes-no',
    read: EVERYWHERE,
    section: 'volunteers',
  },
  volunteersNote: {
    ...own,
    label: 'Bénévoles\u00a0: pour quoi faire\u00a0?',
    // Under « Nous cherchons des bénévoles ».
    question: 'Pour quoi faire\u00a0?',
    help: 'Tenir la buvette un samedi, aider aux comptes, conduire un minibus…',
    admin: { example: 'Tenir la buvette, accompagner les sorties…' },
    kind: 'text',
    limit: NOTE,
    read: EVERYWHERE,
    section: 'volunteers',
  },
  officialName: {
    ...office,
    label: 'Nom officiel',
    admin: {
      help: 'Celui de la déclaration en préfecture. À laisser vide s’il est le même que le nom d’usage.',
    },
    kind: 'line',
    // The booklet falls back on it when the usual name has a character that cannot be printed.
    read: EVERYWHERE,
  },
  legalForm: {
    ...office,
    label: 'Forme juridique',
    admin: {
      help: '«\u00a0non déclarée\u00a0»\u00a0: un collectif sans numéro RNA. Vide\u00a0: on ne sait pas, rien ne paraît.',
    },
    kind: 'choice',
    read: ON_THE_SITE,
  },
  rnaId: {
    ...office,
    label: 'Numéro RNA',
    admin: {
      help: 'Un W suivi de neuf chiffres ou lettres, par exemple W332001234. Il figure sur le récépissé de la préfecture.',
      example: 'W332001234',
    },
    kind: 'identifier',
    read: ON_THE_SITE,
  },
  siret: {
    ...office,
    label: 'SIRET',
    admin: { help: 'Quatorze chiffres, si l’association en a un.', example: '123 456 782 00010' },
    kind: 'identifier',
    read: ON_THE_SITE,
  },
  photos: {
    ...office,
    label: 'Photos',
    admin: {
      help: 'Le texte de remplacement décrit la photo à qui ne la voit pas\u00a0; il est obligatoire pour publier. Vérifiez l’accord des personnes reconnaissables.',
    },
    kind: 'pictures',
    read: ON_THE_SITE,
  },
  'photos.*.alt': {
    ...office,
    label: 'Ce que montre la photo',
    kind: 'line',
    required: true,
    read: ON_THE_SITE,
  },
  'photos.*.caption': { ...office, label: 'Légende de la photo', kind: 'line', read: ON_THE_SITE },
  verifiedOn: {
    filledBy: 'program',
    label: 'Fiche vérifiée le',
    admin: {
      help: 'La dernière fois que l’association a confirmé ces informations. Le mois paraît sur le site.',
    },
    kind: 'day',
    read: EVERYWHERE,
  },
  verifiedBy: { filledBy: 'program', label: 'Vérifiée comment\u00a0?', kind: 'choice', read: ON_THE_SITE },
  missedEditions: {
    filledBy: 'program',
    label: 'Éditions sans confirmation',
    admin: {
      help: 'Le programme compte les campagnes closes auxquelles l’association n’a pas répondu. Les réglages du site disent ce qui s’ensuit.',
    },
    kind: 'number',
    read: NEVER,
  },
  easyText: {
    ...office,
    label: easyText.label,
    admin: { help: easyText.help },
    kind: 'text',
    limit: PAGE,
    read: ON_THE_SITE,
  },
  words: {
    ...office,
    label: 'Mots que les gens disent',
    kind: 'text',
    limit: PAGE,
    read: ON_THE_SITE,
  },
  noticeKind: { ...office, label: 'Avis du moment', kind: 'choice', read: ON_THE_SITE },
  noticeUntil: { ...office, label: 'Fin de l’avis', kind: 'day', read: ON_THE_SITE },
  noticeNote: {
    ...office,
    label: 'Détail de l’avis',
    kind: 'line',
    limit: NOTICE_NOTE_LENGTH,
    read: ON_THE_SITE,
  },
  takesMessages: { ...office, label: 'Reçoit des messages', kind: 'yes-no', read: ON_THE_SITE },
  inPrint: { ...office, label: 'Dans l’annuaire imprimé', kind: 'yes-no', read: NEVER },
  internalNote: {
    ...office,
    label: 'Note interne',
    admin: { help: 'Pour l’équipe seulement\u00a0: elle ne paraît nulle part.' },
    kind: 'text',
    read: NEVER,
  },
  slug: {
    filledBy: 'program',
    label: 'Adresse de la page',
    admin: {
      help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés et les codes imprimés.',
    },
    kind: 'identifier',
    read: EVERYWHERE,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** `contacts.*.role`: `*` stands for every row of a list. */
export type FieldPath = keyof typeof fields;

/** Every field with its path, in the order of the catalogue. */
export const fieldList = Object.entries(fields) as readonly (readonly [FieldPath, Field])[];

type Fields = typeof fields;
/** The fields at the top of an entry that belong to a section of the form. */
export type EntryField = {
  [Path in FieldPath]: Fields[Path] extends { readonly section: SectionId } ? Path : never;
}[FieldPath];

const isEntryField = (path: FieldPath, section: SectionId): path is EntryField =>
  (fields[path] as Field).section === section;

/** A section of the form, in its order; the same words stand in the association's form and on the editor's desk. */
export const entrySections = (Object.keys(sectionTitles) as SectionId[]).map((id) => ({
  id,
  title: sectionTitles[id],
  fields: (Object.keys(fields) as FieldPath[]).filter((path): path is EntryField => isEntryField(path, id)),
}));

/** The names of these fields. */
export const entryFieldLabels = Object.fromEntries(
  entrySections.flatMap((section) => section.fields.map((field) => [field, fields[field].label])),
) as Readonly<Record<EntryField, string>>;

/** The fields of the form, in its order. */
export const entryFields: readonly EntryField[] = entrySections.flatMap((section) => section.fields);

/** The path of the catalogue that a place in one entry is of: `contacts.0.role` is `contacts.*.role`. */
export const patternOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '.*');

/**
 * The field at a place in an entry (`contacts.0.role`) or of a path of the catalogue.
 * @throws {Error} when the catalogue has no such field: a mistake in the program
 */
export function fieldAt(path: string): Field {
  const found = fields[patternOf(path) as FieldPath] as Field | undefined;
  if (!found) throw new Error(`The catalogue of the entry has no field ${path}`);
  return found;
}

/** The paths of the catalogue that have a limit. */
type LimitedPath = { [Path in FieldPath]: Fields[Path] extends { readonly limit: number } ? Path : never }[FieldPath];

/** Characters of a text, rows of a list. */
export const limitOf = (path: LimitedPath): number => fields[path].limit;

/** The name of a field. */
export const labelOf = (path: FieldPath): string => fields[path].label;
