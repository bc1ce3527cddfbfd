/** What « Importer » says. Pure. */
import type {
  ImportChange,
  ImportResult,
  ImportView,
  ListedImport,
  PlannedAct,
  PlannedLine,
} from '../../domain/contract/desk/import.ts';
import { listInWords, plural, typography } from '../../domain/french.ts';
import { PEOPLE } from '../../domain/import/columns.ts';
import { rankOfLine } from '../../domain/import/events/foreign-event.ts';
import { agreed, also, counted, countOf, lineNounOf, nounOf } from '../../domain/import/imported-words.ts';
import { formatMoment } from '../kit/words.ts';

export const words = {
  title: 'Importer',
  subtitle:
    'Un fichier Excel, LibreOffice ou CSV, ou un fichier du Répertoire national, devient des fiches d’associations\u00a0; un agenda devient des événements. Rien ne change avant que vous l’ayez vérifié.',
  file: 'Un fichier à importer',
  drop: 'Déposez ici votre fichier, ou choisissez-le.',
  browse: 'Choisir un fichier…',
  formats: typography(
    'Excel (.xlsx, .xls), LibreOffice (.ods) ou CSV, tel qu’il est : titres, lignes vides et colonnes en trop ne gênent pas. Un fichier du Répertoire national (RNA), CSV ou ZIP, est reconnu de lui-même, comme un agenda : ICS, OpenAgenda, Apidae, Tourinsoft ou Opendatasoft (JSON, CSV).',
  ),
  past: 'Imports faits ou en attente',
  heads: ['Fichier', 'Quand', 'Par', 'Où il en est', 'Ouvrir'],
  open: 'Ouvrir',
  openNamed: (name: string) => typography(`Ouvrir « ${name} »`),
  none: 'Aucun import pour l’instant.',
  back: 'Tous les imports',

  columns: '1. Colonnes',
  columnsMeaning: typography('Voici ce que chaque colonne semble contenir. Corrigez ce qui est faux : le reste suit.'),
  remembered: 'Vos choix pour un fichier de même forme sont repris.',
  sheet: 'Feuille',
  headLine: 'Ligne des titres',
  noHeads: 'Aucune',
  hiddenSheet: (name: string) => `${name} (masquée)`,
  columnHeads: ['Colonne', 'Exemples', 'Devient'],
  column: (letter: string, head: string) => (head === '' ? `Colonne ${letter}` : head),
  becomes: (name: string) => typography(`« ${name} » devient`),
  note: 'Gardé dans la note interne',
  leave: 'Pas repris',
  ofWhom: (name: string) => typography(`« ${name} » : de qui`),
  ofWhich: (name: string) => typography(`« ${name} » : de quelle activité`),
  hidden: '(masquée)',
  fold: (columns: ImportView['columns']) =>
    `${plural(columns.filter(({ target }) => target.field !== 'leave' && target.field !== 'note').length, 'colonne reconnue', 'colonnes reconnues')} sur ${columns.length}`,
  notRecognised: (names: readonly string[]) =>
    typography(
      `${names.length === 1 ? 'Une colonne n’est pas reconnue' : `${names.length} colonnes ne sont pas reconnues`} : ${listInWords(names.map((name) => `« ${name} »`))}. Rien n’est perdu : leur contenu va dans la note interne, que l’office seul voit.`,
    ),

  lines: '2. Lignes',
  linesMeaning: 'Ce que fera chaque ligne du fichier.',
  policy: 'Quand la fiche et le fichier disent deux choses',
  replace: 'Le fichier remplace ce que dit la fiche',
  complete: 'Le fichier complète seulement ce qui est vide',
  policyHint: 'Une cellule vide n’efface jamais rien, et un contact déjà sur la fiche garde son accord.',
  unknownTitle: 'Mots du fichier qui ne sont pas dans vos listes',
  unknownMeaning: 'Dites une fois ce que chacun veut dire : toutes les lignes qui le portent sont corrigées.',
  choose: 'Choisir…',
  notTaken: 'Ne pas reprendre',
  faultyFile: 'Télécharger les lignes à corriger',
  leaveCells: 'Reprendre ces lignes sans les cellules à corriger',
  leaveCellsMeaning: (count: number) =>
    `Les cellules qui n’ont pas pu être lues restent vides dans ${count === 1 ? 'la fiche' : `les ${count.toLocaleString('fr-FR')} fiches`}. Vous pourrez les remplir ensuite dans chaque fiche.`,
  mend: 'Corriger',
  emptyCell: 'Laisser vide',
  leaveLine: 'Laisser cette ligne',
  takeLine: 'Reprendre cette ligne',
  isNew: 'C’est une nouvelle association',
  isThis: (name: string, commune: string | null) =>
    typography(`C’est « ${name} »${commune === null ? '' : ` (${commune})`}`),
  asked: 'L’annuaire a peut-être déjà cette association. Laquelle est-ce\u202f?',
  missing: 'Pour paraître, il manque\u00a0:',
  noLines: 'Aucune ligne.',
  pages: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  cell: (letter: string | null, line: number, head: string | null) =>
    letter === null ? `Ligne ${line}` : typography(`${letter}${line}${head ? ` · ${head}` : ''}`),

  apply: '3. Importer',
  consent: 'Ces personnes ont accepté de paraître',
  consentMeaning:
    'Sans cet engagement, les téléphones et adresses du fichier servent à l’office et ne paraissent nulle part. Chaque contact porte la date et la source que vous indiquez.',
  consentChannels: 'Elles ont accepté de paraître sur',
  consentSource: 'Accord recueilli par',
  consentDate: 'Le',
  consentSave: 'Enregistrer cet accord',
  publish: 'Ensuite',
  publishNow: 'Publier ce qui est complet',
  keepDrafts: 'Tout garder en brouillon, je publierai moi-même',
  giveUp: 'Abandonner ce fichier',
  giveUpTitle: 'Abandonner ce fichier\u202f?',
  giveUpMeaning: 'Vos corrections sont perdues. Aucune fiche n’a été touchée.',
  publishRegister: 'Les nouvelles fiches restent en brouillon. Les fiches déjà en ligne\u00a0:',
  publishChanges: 'Publier ce qui y change',
  keepChanges: 'Garder les changements en brouillon',
  news: 'À regarder\u00a0: ce que dit le Répertoire national de vos fiches',
  newsMeaning: 'Rien n’est changé de soi-même\u00a0: ouvrez la fiche, décidez, puis marquez «\u00a0Vu\u00a0».',
  newsHeads: ['Fiche', 'Quoi', 'Fiche de l’annuaire', 'Répertoire national', 'Vu'],
  seen: 'Vu',
  seenNamed: (name: string) => typography(`Vu : « ${name} »`),
  register: '1. Répertoire national',
  since: 'Associations déclarées depuis le',
  sinceHint:
    'Celles dont la dernière déclaration est plus ancienne ne sont pas proposées\u00a0; celles dont aucune date n’est connue le sont.',
  sinceSave: 'Changer la date',
  sinceAll: 'Les prendre toutes',
  sinceFault: 'Donnez une date passée, comme 30/11/2016.',
  older: (count: number) =>
    count === 0
      ? 'Aucune association n’est plus ancienne.'
      : `${plural(count, 'association plus ancienne n’est', 'associations plus anciennes ne sont')} pas proposée${count < 2 ? '' : 's'}.`,
  noLimit: 'Toutes les associations actives de vos communes sont proposées.',
  underWay: (what: 'apply' | 'undo', done: number, total: number) =>
    `${what === 'apply' ? 'Import en cours' : 'Annulation en cours'}${total > 0 ? `\u00a0: ${done.toLocaleString('fr-FR')} sur ${total.toLocaleString('fr-FR')}` : '…'}`,
  underWayMeaning:
    'Vous pouvez quitter cette page. Tout se fait d’un coup à la fin\u00a0: si le programme s’arrête, rien n’aura changé.',

  done: 'Import fait',
  undone: 'Import annulé',
  notTakenTitle: 'Lignes qui n’ont pas été reprises',
  unpublishedTitle: 'Reprises, mais pas publiées',
  unreadable: 'Cet import ne peut pas être ouvert',
  changes: 'Ce que l’import a fait',
  changeHeads: ['Ligne', 'Fiche', 'Quoi', 'Annuler'],
  undoAll: 'Annuler cet import',
  undoTitle: 'Annuler cet import\u202f?',
  undoMeaning:
    'Les fiches créées vont dans la corbeille, les fiches modifiées redeviennent ce qu’elles étaient. Celles que quelqu’un a modifiées depuis restent telles quelles.',
  undoOne: 'Annuler',
  undoNamed: (name: string) => typography(`Annuler ce que l’import a fait de « ${name} »`),
  /** The same as `KEEP_IMPORTS_DAYS` of the server, which the page does not know (`import-words.test.ts` holds them together). */
  undoUntil: 'Un import peut être annulé pendant 90\u00a0jours.',
};

/** What is said otherwise of a change that was made to many records, which no file brought. */
export const bulkWords = {
  done: 'Modification faite',
  undone: 'Modification annulée',
  changes: 'Ce qui a changé',
  changeHeads: ['Rang', 'Fiche', 'Quoi', 'Annuler'],
  undoAll: 'Annuler cette modification',
  undoTitle: 'Annuler cette modification\u202f?',
  undoMeaning:
    'Les fiches redeviennent ce qu’elles étaient. Celles que quelqu’un a modifiées depuis restent telles quelles.',
  undoNamed: (name: string) => typography(`Annuler ce qui a été fait de « ${name} »`),
  undoUntil: 'Une modification peut être annulée pendant 90\u00a0jours.',
  notTakenTitle: 'Fiches laissées telles quelles',
  back: 'Toutes les listes',
};

/** What is said otherwise of events. */
const eventWords = {
  leaveCells: 'Reprendre ces événements sans ce qui est à corriger',
  leaveCellsMeaning: (count: number) =>
    `Ce qui n’a pas pu être lu reste vide dans ${count === 1 ? 'l’événement' : `les ${count.toLocaleString('fr-FR')} événements`}. Vous pourrez le remplir ensuite dans chaque événement.`,
  faultyFile: 'Télécharger les événements à corriger',
  noLines: 'Aucun événement.',
  giveUpMeaning: 'Vos corrections sont perdues. Aucun événement n’a été touché.',
  undoMeaning:
    'Les événements créés vont dans la corbeille, les événements modifiés redeviennent ce qu’ils étaient. Ceux que quelqu’un a modifiés depuis restent tels quels.',
  notTakenTitle: 'Événements qui n’ont pas été repris',
  unpublishedTitle: 'Repris, mais pas publiés',
};

/** The words of one import. */
export const wordsOf = ({ source }: Pick<ListedImport, 'source'>): typeof words =>
  source === 'bulk' ? { ...words, ...bulkWords } : source === 'events' ? { ...words, ...eventWords } : words;

/** How long there is a way back; null once nothing is left to undo. @param undoable how many changes can be undone */
export const undoUntilWords = (view: Pick<ListedImport, 'source'>, undoable: number): string | null =>
  undoable > 0 ? wordsOf(view).undoUntil : null;

/** « Reprises, mais pas publiées (12) : pourquoi » */
export const unpublishedWords = (
  view: Pick<ListedImport, 'source'>,
  { unpublished }: Pick<ImportResult, 'unpublished'>,
): string => `${wordsOf(view).unpublishedTitle} (${unpublished.length.toLocaleString('fr-FR')})\u00a0: pourquoi`;

/** « Ligne 12, Judo club : … »; what no file brought has no line. */
export const leftWords = (
  { source }: Pick<ListedImport, 'source'>,
  { line, name, reason }: ImportResult['left'][number],
): string => {
  const called = name === '' ? 'sans nom' : name;
  return `${source === 'bulk' ? called : `${placeWords(source, line)}, ${called}`}\u00a0: ${reason}`;
};

/** What became of an association, as the register says it. */
export const newsWords = { dissolved: 'Dissoute', moved: 'A changé de commune', renamed: 'A changé de nom' } as const;

type Tab = PlannedAct | 'incomplete';
type Source = ImportView['source'];

interface LineTexts {
  /** The tabs of the lines, in the order in which an editor looks at them. */
  readonly tabs: readonly (readonly [act: Tab, label: string])[];
  readonly meaning: Readonly<Record<Tab, string>>;
  readonly title: string;
  readonly apply: string;
  readonly asked: string;
  readonly isNew: string;
  readonly leave: string;
  readonly take: string;
  readonly changeHeads: readonly string[];
  /** Over what a new one says. */
  readonly will: string;
}

const ofAssociations: LineTexts = {
  tabs: [
    ['refused', 'À corriger'],
    ['asked', 'À décider'],
    ['new', 'Nouvelles'],
    ['changed', 'Modifiées'],
    ['incomplete', 'Incomplètes'],
    ['same', 'Inchangées'],
    ['left', 'Laissées'],
  ],
  meaning: {
    refused: 'Une cellule au moins n’a pas pu être lue. Corrigez-la ici, ou laissez-la vide.',
    asked: 'Elles ressemblent à une association de l’annuaire : à vous de dire.',
    new: 'Elles ne sont pas encore dans l’annuaire.',
    changed: 'Elles y sont déjà, et le fichier dit autre chose.',
    incomplete: 'Elles seront importées, mais il leur manque quelque chose pour paraître : elles restent en brouillon.',
    same: 'La fiche dit déjà ce que dit le fichier.',
    left: 'Elles ne seront pas importées.',
  },
  title: words.lines,
  apply: words.apply,
  asked: words.asked,
  isNew: words.isNew,
  leave: words.leaveLine,
  take: words.takeLine,
  changeHeads: words.changeHeads,
  will: 'Ce que dira la fiche',
};

const ofEvents: LineTexts = {
  tabs: [
    ['refused', 'À corriger'],
    ['asked', 'À décider'],
    ['new', 'Nouveaux'],
    ['changed', 'Modifiés'],
    ['incomplete', 'Incomplets'],
    ['same', 'Inchangés'],
    ['left', 'Laissés de côté'],
  ],
  meaning: {
    refused: 'Quelque chose n’a pas pu être lu. Corrigez-le ici, ou laissez-le vide.',
    asked: 'Ils ressemblent à un événement du même jour : à vous de dire.',
    new: 'Ils ne sont pas encore dans l’agenda.',
    changed: 'Ils y sont déjà, et la source dit autre chose. Ce que vous avez changé à la main est gardé.',
    incomplete: 'Ils seront importés, mais il leur manque quelque chose pour paraître : ils restent en brouillon.',
    same: 'L’agenda dit déjà ce que dit la source, ou vous l’avez changé à la main.',
    left: 'Ils ne seront pas importés. Vous pouvez les reprendre un par un.',
  },
  title: '1. Événements',
  apply: '2. Importer',
  asked: 'L’agenda a peut-être déjà cet événement. Lequel est-ce\u202f?',
  isNew: 'C’est un nouvel événement',
  leave: 'Laisser de côté',
  take: 'Reprendre cet événement',
  changeHeads: ['Nº', 'Événement', 'Quoi', 'Annuler'],
  will: 'Ce que dira l’événement',
};

/** What is said of the lines of a file: associations, or events. */
export const lineTexts = (source: Source): LineTexts => (source === 'events' ? ofEvents : ofAssociations);

const KEYS = {
  rna: 'reconnue par son numéro RNA',
  siret: 'reconnue par son SIRET',
  name: 'reconnue par son nom',
  contact: 'reconnue par son contact',
  id: 'reconnue par son identifiant',
  chosen: 'choisie par vous',
} as const;

/** « Ligne 12 », « Événement 11 »: the heads of an agenda are ours, and its events are counted from one. */
export const placeWords = (source: Source, line: number): string =>
  source === 'events' ? `Événement ${rankOfLine(line)}` : `Ligne ${line}`;

/** « Lignes 12, 13 et 14, reconnue par son nom » */
export function whereWords({ lines, by }: Pick<PlannedLine, 'lines' | 'by'>, source: Source = 'spreadsheet'): string {
  const [first = 0] = lines;
  const where = lines.length === 1 ? placeWords(source, first) : `Lignes ${listInWords(lines.map(String))}`;
  if (by === null) return where;
  return `${where}, ${source === 'events' ? KEYS[by].replace(/^(reconnu|choisi)e/, '$1') : KEYS[by]}`;
}

/** Who or which activity a column is of, as an editor chooses it. */
export const personGroups: readonly (readonly [group: string, label: string])[] = [
  ['', 'Contact principal'],
  ...PEOPLE.map(([role]) => [role, role] as const),
  ['2', '2e contact'],
  ['3', '3e contact'],
];
export const activityGroups: readonly (readonly [group: string, label: string])[] = [
  ['', 'Toutes, ou la seule'],
  ...['1', '2', '3', '4', '5'].map((rank) => [rank, `Activité ${rank}`] as const),
];

/** « Importer 264 fiches », and what of the file will not be as one may think. */
export function applyWords(
  counts: NonNullable<ImportView['counts']>,
  publish: boolean,
  source: ImportView['source'] = 'spreadsheet',
): { act: string; ready: number; notes: string[] } {
  const ready = counts.new + counts.changed;
  const [noun, line] = [nounOf(source), lineNounOf(source)];
  const open = counts.refused + counts.asked;
  const notes = [
    ...(publish && source !== 'rna' && counts.incomplete > 0
      ? [
          `${countOf(counts.incomplete, noun)} ${counts.incomplete === 1 ? 'restera en brouillon\u00a0: il lui' : 'resteront en brouillon\u00a0: il leur'} manque quelque chose pour paraître.`,
        ]
      : []),
    ...(open > 0
      ? [
          `${countOf(open, line)} ${open === 1 ? 'reste' : 'restent'} à corriger ou à décider, et ne ${open === 1 ? 'sera' : 'seront'} pas ${agreed('importé', line, open)}.`,
        ]
      : []),
  ];
  return { act: ready === 0 ? 'Importer' : `Importer ${countOf(ready, noun)}`, ready, notes };
}

/** « 12 fiches créées, 3 modifiées, dont 9 publiées »; of an agenda, events. */
export function resultWords(
  { created, changed, published, same }: ImportResult,
  source: ImportView['source'] = 'spreadsheet',
): string {
  const noun = nounOf(source);
  const parts = [
    ...(created > 0 ? [counted(created, noun, 'créé')] : []),
    ...(changed > 0 ? [counted(changed, noun, 'modifié')] : []),
    ...(same > 0 ? [also(same, noun, 'inchangé')] : []),
  ];
  if (parts.length === 0) return 'Rien n’a changé.';
  const online =
    created + changed === 0
      ? ''
      : published === 0
        ? `, ${agreed('aucun', noun)} ${agreed('publié', noun)}`
        : `, dont ${also(published, noun, 'publié')}`;
  return `${listInWords(parts)}${online}.`;
}

export function stageWords({ stage, result, undoneAt, undoneBy, source }: ListedImport, now: Date): string {
  if (stage === 'draft') return 'En attente';
  if (stage === 'undone')
    return `Annulé ${undoneAt === null ? '' : formatMoment(undoneAt, now)}${undoneBy === null ? '' : ` par ${undoneBy}`}`;
  return result === null ? 'Fait' : resultWords(result, source);
}

const ACTS = { online: 'Mise en ligne', offline: 'Mise hors ligne' } as const;

export function changeWords(
  { state, isNew, act, published, undoneBy }: ImportChange,
  source: ImportView['source'] = 'spreadsheet',
): string {
  const noun = nounOf(source);
  if (state === 'undone') return undoneBy === null ? 'Annulé' : `Annulé par ${undoneBy}`;
  if (state === 'gone') return `${agreed('Supprimé', noun)} depuis`;
  const since = state === 'touched' ? `, puis ${agreed('modifié', noun)} par quelqu’un` : '';
  if (act !== 'content') return `${ACTS[act]}${since}`;
  const what = agreed(isNew ? 'Créé' : 'Modifié', noun);
  return `${what}${published ? ` et ${agreed('publié', noun)}` : ', en brouillon'}${since}`;
}
