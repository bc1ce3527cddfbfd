/** What a column of a table of associations can hold: the fields, by the words that people head them with. Data. */
import { days, type Day } from '../vocabulary/days.ts';
import { plainWords } from './cells/words.ts';

/** Which of several people or activities a column is of: « Tél. trésorier », « Activité 2 ». */
export type ColumnGroup = 'person' | 'activity' | null;

export interface ColumnField {
  /** As an editor chooses it. */
  readonly label: string;
  readonly section: 'L’association' | 'Activités' | 'Contacts' | 'Adresse et liens' | 'Pour l’office';
  readonly group: ColumnGroup;
  /** May several columns feed it? */
  readonly many: boolean;
  /** Heads, as `plainWords` makes them; the longest that fits decides. */
  readonly heads: readonly string[];
}

const one = (
  label: string,
  section: ColumnField['section'],
  heads: string,
  given: { readonly group?: ColumnGroup; readonly many?: boolean } = {},
): ColumnField => ({
  label,
  section,
  group: given.group ?? null,
  many: given.many ?? given.group !== undefined,
  heads: heads.split('|').map((head) => head.trim()),
});

const person = { group: 'person' } as const;
const activity = { group: 'activity' } as const;
const many = { many: true } as const;

export const columnFields = {
  name: one(
    'Nom de l’association',
    'L’association',
    'nom de l association|nom association|association|nom|denomination|intitule|nom usuel|nom d usage|raison sociale|structure|nom de la structure|organisme|asso|asso nom|club|nom du club|titre|libelle',
  ),
  acronym: one('Sigle', 'L’association', 'sigle|acronyme|abreviation|nom court|titre court'),
  officialName: one(
    'Nom officiel',
    'L’association',
    'nom officiel|nom complet|nom statutaire|denomination officielle|nom declare',
  ),
  summary: one(
    'Présentation courte',
    'L’association',
    'presentation courte|presentation|resume|objet|descriptif court|description courte|accroche|objet social|but|objet de l association|en bref|texte annuaire',
  ),
  description: one(
    'Présentation longue',
    'L’association',
    'presentation longue|description|descriptif|description longue|descriptif long|texte|details|detail|informations complementaires|infos complementaires|en savoir plus',
    many,
  ),
  themes: one(
    'Thèmes',
    'L’association',
    'theme|themes|thematique|thematiques|categorie|categories|rubrique|rubriques|domaine|domaines|secteur|secteurs|famille|type|type d association|domaine d activite|secteur d activite|chapitre',
    many,
  ),
  audiences: one(
    'Publics',
    'L’association',
    'public|publics|publics accueillis|public vise|public concerne|pour qui|publics concernes|type de public',
    many,
  ),
  howToJoin: one(
    'Comment s’inscrire',
    'L’association',
    'comment s inscrire|inscription|inscriptions|modalites d inscription|adhesion|modalites|modalite inscription|pour s inscrire',
    many,
  ),
  foundedYear: one(
    'Année de création',
    'L’association',
    'annee de creation|annee creation|date de creation|date creation|creation|creee en|fondee en|anneecreation|date de fondation',
  ),
  rnaId: one(
    'Numéro RNA',
    'L’association',
    'rna|numero rna|rna numero|code rna|waldec|numero waldec|id rna|n rna|numero w|identifiant rna|rna id',
  ),
  formerRnaId: one(
    'Ancien numéro au registre',
    'L’association',
    'ancien numero rna|ancien rna|ancien numero|numero prefecture|ancien numero de prefecture|numero de prefecture',
  ),
  siret: one('SIRET', 'L’association', 'siret|numero siret|n siret|code siret|siret siren'),
  legalForm: one('Forme juridique', 'L’association', 'forme juridique|statut|statut juridique|forme|type juridique'),

  activityLabel: one(
    'Activité',
    'Activités',
    'activite|activites|nom de l activite|activite proposee|activites proposees|discipline|disciplines|sport|sports|pratique|liste activites|section|sections|cours|atelier|ateliers',
    activity,
  ),
  activityAges: one(
    'Âges',
    'Activités',
    'age|ages|tranche d age|tranches d age|age minimum|age mini|age min|age requis|ages concernes|a partir de',
    activity,
  ),
  activityAgeMax: one('Âge maximum', 'Activités', 'age maximum|age maxi|age max|jusqu a', activity),
  activityHours: one(
    'Jours et heures',
    'Activités',
    'horaires|horaire|jours et horaires|jours et heures|jour et heure|jours horaires|creneaux|creneau|planning|jour horaire|heures|quand|jours heures|heure|jours et horaires des activites',
    activity,
  ),
  activityDay: one('Jour', 'Activités', 'jour|jours', activity),
  activityBegin: one('Heure de début', 'Activités', 'heure de debut|heure debut|debut|de|h debut', activity),
  activityEnd: one('Heure de fin', 'Activités', 'heure de fin|heure fin|fin|h fin', activity),
  activityPrice: one(
    'Prix',
    'Activités',
    'prix|tarif|tarifs|cotisation|cotisations|cout|montant|tarif annuel|adhesion annuelle|montant cotisation|participation',
    activity,
  ),
  activityPlace: one(
    'Lieu de l’activité',
    'Activités',
    'lieu|lieux|salle|lieu de pratique|lieu d activite|lieu de l activite|lieux de pratique|equipement|gymnase|ou|lieu des activites|lieu d exercice|salle utilisee',
    activity,
  ),
  activitySeason: one('Période', 'Activités', 'periode|saison|periodicite|frequence', activity),
  activityDescription: one(
    'Précisions sur l’activité',
    'Activités',
    'description activite|description de l activite|precisions|precision|niveau|detail activite|remarque activite',
    activity,
  ),

  personName: one(
    'Nom du contact',
    'Contacts',
    'nom du contact|contact nom|nom contact|nom prenom|prenom nom|nom et prenom|prenom et nom|nom responsable|nom du responsable|nom prenom contact|contact nom prenom|nom du president|nom president|interlocuteur|nom correspondant|dirigeant',
    person,
  ),
  personFirstName: one(
    'Prénom du contact',
    'Contacts',
    'prenom|prenom contact|prenom du contact|prenom responsable|prenom president',
    person,
  ),
  personRole: one(
    'Rôle du contact',
    'Contacts',
    'fonction|role|qualite|titre contact|fonction contact|role contact',
    person,
  ),
  personPhone: one(
    'Téléphone',
    'Contacts',
    'telephone|tel|tel fixe|telephone fixe|portable|tel portable|telephone portable|mobile|tel mobile|numero de telephone|n de telephone|numero telephone|gsm|fixe|phone|coordonnees telephoniques|numero',
    person,
  ),
  personEmail: one(
    'Adresse électronique',
    'Contacts',
    'email|e mail|mail|courriel|adresse mail|adresse email|adresse e mail|adresse electronique|adresse courriel|mel|adresse de messagerie|messagerie|e mails|mails',
    person,
  ),
  personMixed: one(
    'Contact complet (nom, téléphone, courriel)',
    'Contacts',
    'contact|contacts|coordonnees|renseignements|contact s|personne a contacter|responsable|referent|president',
    person,
  ),

  commune: one(
    'Commune',
    'Adresse et liens',
    'commune|ville|commune du siege|siege|localite|commune siege|ville siege|contact ville|libelle commune|communes|siege social commune|uf commune|libcom|adrs libcommune',
  ),
  communesOfActivity: one(
    'Communes d’activité',
    'Adresse et liens',
    'communes d activite|commune d activite|communes d intervention|commune d intervention|zone d intervention|secteur geographique|communes concernees',
    many,
  ),
  street: one(
    'Rue',
    'Adresse et liens',
    'adresse|rue|adresse postale|adresse du siege|adresse siege|siege social|voie|adresse 1|adresse1|numero et rue|adresse complete|adresse du siege social|contact adresse|rue libelle',
  ),
  complement: one(
    'Complément d’adresse',
    'Adresse et liens',
    'complement|complement d adresse|complement adresse|adresse 2|adresse2|adresse suite|batiment',
  ),
  postalCode: one('Code postal', 'Adresse et liens', 'code postal|cp|codepostal|code post|contact cp|uf cp|c p|code'),
  links: one(
    'Site internet et réseaux',
    'Adresse et liens',
    'site internet|site|site web|siteweb|web|url|adresse internet|lien|page facebook|facebook|instagram|reseaux sociaux|reseaux|internet|pers internet|page web|liens|site internet facebook|lien internet|www',
    many,
  ),

  seeksVolunteers: one(
    'Cherche des bénévoles',
    'Pour l’office',
    'cherche des benevoles|recherche benevoles|benevoles recherches|besoin de benevoles|appel a benevoles|recherche de benevoles',
  ),
  volunteersNote: one(
    'Bénévoles : pour quoi faire ?',
    'Pour l’office',
    'missions benevoles|benevoles pour quoi faire|mission benevole',
    many,
  ),
  inPrint: one(
    'Dans l’annuaire imprimé',
    'Pour l’office',
    'dans l annuaire imprime|annuaire papier|imprime|ok papier|ok imprime|ok annuaire|ok guide|ok parution|papier|parution|guide papier|paraitre dans le guide|parution guide',
  ),
  internalNote: one(
    'Note interne',
    'Pour l’office',
    'note interne|note|notes|obs|observation|observations|rq|rem|remarque|remarques|commentaire|commentaires|divers|info interne',
    many,
  ),
} as const satisfies Readonly<Record<string, ColumnField>>;

export type ColumnKey = keyof typeof columnFields;
export const columnKeys = Object.keys(columnFields) as [ColumnKey, ...ColumnKey[]];
/** A name that a file, or an older import, gives may be any word: « constructor » is no field. */
export const isColumnKey = (name: string): name is ColumnKey => Object.hasOwn(columnFields, name);

/** Days as heads: « Lundi », « Mar. »: the column holds the hours of that day. */
export const DAY_HEADS: ReadonlyMap<string, Day> = new Map(days.values.map((day) => [day, day]));

/** Words that say whose a column is. The first form is how the role is written in an entry. */
export const PEOPLE: readonly (readonly [role: string, pattern: RegExp])[] = [
  ['Vice-présidence', /\bvice president(?: e|e)?s?\b/],
  ['Présidence', /\bpresident(?: e|e)?(?: s|s)?\b|\bpresidence\b|\bpresid\b|\bpdt e?\b|\bpdt\b/],
  ['Trésorerie', /\btresori(?:er|ere)(?: e| ere)?s?\b|\btresorerie\b/],
  ['Secrétariat', /\bsecretaires?\b|\bsecretariat\b/],
  ['Responsable', /\bresponsables?\b/],
  ['Référent', /\breferent(?: e|e)?s?\b/],
  ['Correspondant', /\bcorrespondant(?: e|e)?s?\b/],
  ['Animation', /\banimateur(?: trice| ice)?s?\b|\banimatrices?\b/],
  ['Direction', /\bdirecteur(?: trice| ice)?s?\b|\bdirectrices?\b|\bdirection\b/],
  ['Inscriptions', /\binscriptions?\b(?=.*\b(?:tel|mail|telephone|courriel|contact)\b)/],
];

/** The column in which a file of lines to mend says what is to be mended (`import/faulty-lines.ts`): ours, and no word of the office. */
export const FAULTS_HEAD = 'À corriger';
export const isFaultsHead = (head: string): boolean => plainWords(head) === plainWords(FAULTS_HEAD);

/** Heads of columns that say nothing of an association. */
export const OF_THE_FILE =
  /^(?:numero|n|no|id|identifiant|ligne|horodateur|horodatage|timestamp|date de saisie|date de mise a jour|maj|mis a jour le|heure de debut|heure d achevement|ordre|rang|ref|reference|uid|cle)$/;
