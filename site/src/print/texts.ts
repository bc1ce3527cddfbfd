/** Every French text of the booklet that does not come from the CMS, and what is said to the editor about the records it could not set as they are. */
import { plural } from '@trame/cms/domain/french';
import { by, of } from '@trame/cms/domain/french-prepositions';
import { joinFacts } from '../i18n/facts.ts';

/** Read by the template as `data.texts`. */
export const bookletTexts = {
  foreword: 'Avant-propos',
  editorial: 'Éditorial',
  contents: 'Sommaire',
  chapters: 'Les associations par thème',
  guide: 'Mode d’emploi',
  agenda: 'Agenda',
  agendaUndated: 'Dates à préciser',
  plans: 'Plan d’actions',
  alphabeticalIndex: 'Index alphabétique',
  activityIndex: 'Index par activité',
  activityIndexLead: 'Ce que l’on peut faire, avec qui, et à quelle page.',
  usefulNumbers: 'Numéros utiles',
  forumTakingPart: 'Elles y seront',
  partners: 'Ils soutiennent ce livret',
  notes: 'Notes',
  communeIndex: 'Index par commune',
  communeIndexLead: 'Sous chaque commune : les associations qui y ont leur siège ou une activité.',
  wholeTerritory: 'Sur tout le territoire',
  unknownCommune: 'Commune non précisée',
  digitsAndSigns: '0 – 9',
  otherAssociations: 'Autres associations',
  volunteers: 'Cherche des bénévoles',
  howToReadTitle: 'Lire une fiche',
  howToFindTitle: 'Trouver une association',
  howToCorrectTitle: 'Une erreur, un oubli ?',
  coverAlt: 'Illustration de couverture',
  online: 'À jour toute l’année sur',
  plansLead: 'Ce que le territoire et les associations ont décidé de faire ensemble.',
} as const;

/** « Mode d’emploi », section by section. */
export const guideTexts = {
  toRead: [
    'Le nom de l’association, son sigle, sa commune, sa spécialité et son public.',
    'En quelques mots, ce qu’elle fait.',
    'Ses activités : jours et heures, âges, lieu, tarif.',
    'Les personnes à joindre, l’adresse, le site internet.',
    'Le mois où l’association a relu sa fiche. Le code à scanner, quand il est là, mène à la fiche du site, à jour toute l’année.',
  ],
  toFind: [
    'Par envie : chaque thème a sa couleur et son numéro, que l’on retrouve au bord des pages.',
    'Par activité, par commune, par nom ou par sigle : trois index sont à la fin du livret.',
  ],
  toCorrect: [
    'Horaires changés, nouveau bureau, association absente : dites-le-nous. La correction paraît sur le site, puis dans la prochaine édition du livret.',
    'Les coordonnées publiées ici le sont avec l’accord des personnes concernées.',
  ],
} as const;

/** The entry shown in « Lire une fiche »; made up, and told apart by its frame. */
export const sampleEntry = {
  name: 'Les Fils de la Trame',
  acronym: 'LFT',
  commune: 'Votre commune',
  specialty: 'Arts plastiques et artisanat',
  audiences: 'Pour adolescents et adultes',
  summary:
    'Atelier de tissage ouvert à tous : on y apprend à monter un métier, à choisir ses fils et à finir son ouvrage.',
  activity: 'Atelier de tissage',
  details: ['Mardi, 18\u00a0h\u00a0–\u00a020\u00a0h', 'dès 12\u00a0ans', 'Salle des fêtes', '60\u00a0€ l’année'],
  contactRole: 'présidente',
  contactName: 'Camille Dupont',
  contactPhone: '05 36 49 00 00',
  verified: 'Fiche vérifiée en juin',
} as const;

export const phrases = {
  associations: (count: number) => plural(count, 'association'),
  coverCounts: (associations: number, themes: number, communes: number) =>
    joinFacts([plural(associations, 'association'), plural(themes, 'thème'), plural(communes, 'commune')]),
  moreActivities: (count: number, online: boolean) =>
    `et ${plural(count, 'autre activité', 'autres activités')}${online ? ' sur le site' : ''}`,
  moreContacts: (count: number, online: boolean) =>
    `et ${plural(count, 'autre contact', 'autres contacts')}${online ? ' sur le site' : ''}`,
  guideOnline: (address: string) => `À jour sur ${address}`,
  verified: (month: string) => `Fiche vérifiée en ${month}`,
  codeAlt: (name: string) => `Code à scanner : la fiche ${of(name)} sur le site`,
  logoAlt: (name: string) => `Logo ${of(name)}`,
  for: (audiences: string) => `Pour ${audiences}`,
  welcomes: (kinds: string) => `Accessible : ${kinds}`,
  otherDates: (dates: string) => `Aussi ${dates}`,
  moreDates: (count: number) => `et ${plural(count, 'autre date')}`,
  organisedBy: (names: string) => `Proposé ${by(names)}`,
  free: 'Gratuit',
  adopted: (day: string, by: string | null) => (by === null ? `Adopté le ${day}` : `Adopté le ${day} (${by})`),
  actionPeriod: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  elsewhere: (territory: string) => `Ailleurs, en exemple : ${territory}`,
  moreOnline: (address: string) => `Le détail de chaque action est sur ${address}`,
  publishedBy: (operator: string) => `Annuaire tenu ${by(operator)}`,
} as const;

const SHOWN_CHARACTERS = 12;
const SHOWN_NAME = 60;

/** A name quoted in a warning: one line, of a length that leaves room for the warning. */
function quoted(name: string): string {
  const letters = Array.from(name.toWellFormed().replace(/[\s\p{Cc}]+/gu, ' '));
  return letters.length <= SHOWN_NAME ? `« ${letters.join('')} »` : `« ${letters.slice(0, SHOWN_NAME).join('')}… »`;
}

export const records = {
  association: (name: string) => `Association ${quoted(name)}`,
  twins: (one: string, other: string) => `${quoted(one)} et ${quoted(other)}`,
  event: (title: string) => `Événement ${quoted(title)}`,
  theme: (name: string) => `Thème ${quoted(name)}`,
  commune: (name: string) => `Commune ${quoted(name)}`,
  plan: (title: string) => `Plan d’actions ${quoted(title)}`,
  guide: (title: string) => `Guide ${quoted(title)}`,
  edition: (title: string) => `Édition ${quoted(title)}`,
  previousEdition: 'Édition précédente',
  advertisement: (advertiser: string) => `Publicité ${quoted(advertiser)}`,
  partner: (name: string) => `Partenaire ${quoted(name)}`,
  settings: 'Réglages du site',
} as const;

/** Names of fields after the article, as the admin calls them. */
export const fields = {
  name: 'le nom',
  officialName: 'le nom officiel',
  acronym: 'le sigle',
  summary: 'le résumé',
  volunteersNote: 'la précision sur les bénévoles',
  activity: 'une activité',
  activities: 'la liste des activités',
  contacts: 'la liste des contacts',
  editorial: 'l’éditorial',
  editorialAuthor: 'la signature de l’éditorial',
  usefulNumber: 'un numéro utile',
  body: 'le texte',
  picture: 'une image',
  contact: 'un contact',
  address: 'l’adresse',
  website: 'le site internet',
  accessibility: 'l’accessibilité',
  logo: 'le logo',
  description: 'la description',
  title: 'le titre',
  place: 'le lieu',
  price: 'le tarif',
  theme: 'le thème',
  audience: 'un public',
  organiser: 'l’organisateur',
  period: 'la période',
  cover: 'l’image de couverture',
  foreword: 'l’avant-propos',
  action: 'une action',
  axis: 'un axe',
  operator: 'l’organisme',
  season: 'la saison',
  territory: 'le territoire',
} as const;

export const warningTexts = {
  lostCharacters: (field: string, characters: readonly string[]) => {
    const shown = characters.slice(0, SHOWN_CHARACTERS).map(showCharacter).join(' ');
    const more = characters.length > SHOWN_CHARACTERS ? ' …' : '';
    return `${field} contient des caractères que les polices du livret n’ont pas ; ils n’y figurent pas : ${shown}${more}`;
  },
  unprintableName: (shown: string) =>
    `le nom ne contient aucun caractère imprimable ; la fiche paraît sous « ${shown} ».`,
  longSummary: (length: number, limit: number) =>
    `le résumé fait ${length} caractères au lieu de ${limit} au plus ; le livret n’en imprime que le début. Raccourcissez-le pour choisir ce qui paraît.`,
  shortened: (field: string) =>
    `${field} ne tient pas en entier dans le livret, qui n’en imprime que le début ; le site montre tout.`,
  lowResolution: (field: string, dpi: number, least: number) =>
    `${field} : ${dpi} points par pouce à la taille imprimée, il en faut ${least} ; l’image sera floue. Remplacez-la par un fichier plus grand.`,
  inksKept: (field: string) =>
    `${field} est déjà en CMJN, au profil de l’édition ou sans profil ; ses encres sont imprimées telles quelles.`,
  inksConverted: (field: string) =>
    `${field} est en CMJN pour un autre profil que celui de l’édition ; ses couleurs ont été converties, et ce qui était en noir seul l’est resté. Demandez-la au profil de l’édition pour que rien ne change.`,
  noTheme: 'aucun de ses thèmes n’est publié ; la fiche est rangée dans « Autres associations ».',
  imageMissing: (field: string) =>
    `fichier introuvable ou illisible pour ${field} ; le livret paraît sans cette image.`,
} as const;

/** A lone surrogate or an unassigned code point shows as its number. */
function showCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character) && codePoint !== 0xfffd
    ? character
    : `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
