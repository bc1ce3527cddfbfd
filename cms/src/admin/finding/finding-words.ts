/** What the search says, and what it offers before anything was found. Pure. */
import { MOST_QUESTION, type Found, type FoundCase, type FoundRecord } from '../../domain/contract/desk/finding.ts';
import { plural, typography, withoutAccents } from '../../domain/french.ts';
import {
  boardPaths,
  deskPaths,
  editionPaths,
  journalPaths,
  listPaths,
  newRecordPath,
  recordPath,
  typePath,
} from '../kit/paths.ts';
import { typeName } from '../kit/record-types.ts';

export const findingWords = {
  open: 'Rechercher dans tout l’annuaire',
  invite: 'Une fiche, un nom, un téléphone, une adresse…',
  title: 'Rechercher dans tout l’annuaire',
  label: 'Recherche',
  close: 'Fermer la recherche',
  results: 'Résultats',
  help: typography(
    'Un nom (sans accents, même mal tapé), une personne, un téléphone ou ses derniers chiffres, un courriel, une commune, une activité, un numéro RNA ou SIRET.',
  ),
  onSite: 'Ouvrir sur le site',
  newTab: ' (nouvel onglet)',
  journal: 'Journal de la fiche',
  enter: 'Entrée',
  openRecord: 'Ouvrir la fiche',
  searching: 'Recherche en cours',
};

export const LONGEST = MOST_QUESTION;

/** One line of what is offered: `to` is where Entrée leads. */
export interface Offer {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** « Association », « Réponse à relire », « Page » */
  readonly kind: string;
  readonly because: string | null;
  readonly to: string;
  readonly record: FoundRecord | null;
}

const ofRecord = (record: FoundRecord): Offer => ({
  key: `${record.uid} ${record.documentId}`,
  title: record.title,
  detail: record.detail,
  kind: typeName(record.uid)?.one ?? '',
  because: record.because,
  to: recordPath(record.uid, record.documentId),
  record,
});

const ofCase = ({ kind, id, campaign, title, detail, because }: FoundCase): Offer => ({
  key: `${kind} ${id}`,
  title,
  detail,
  kind: kind === 'answer' ? 'Réponse à relire' : 'Campagne',
  because,
  to: kind === 'answer' ? deskPaths.answer(id) : boardPaths.phone(campaign ?? '', id),
  record: null,
});

/** Records first: they are what somebody looks for by a name. */
export const offersOf = ({ records, cases }: Pick<Found, 'records' | 'cases'>): Offer[] => [
  ...records.map(ofRecord),
  ...cases.map(ofCase),
];

const page = (title: string, to: string, kind = 'Page'): Offer => ({
  key: to,
  title,
  detail: '',
  kind,
  because: null,
  to,
  record: null,
});

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';

/** Where an office goes most, offered before anything is typed and found by its name. */
const PAGES: readonly Offer[] = [
  page('Associations', typePath(ASSOCIATION)),
  page('Événements', typePath(EVENT)),
  page('Réponses', deskPaths.queue),
  page('Campagne', boardPaths.current),
  page('Éditions papier', editionPaths.list),
  page('Listes', listPaths.page),
  page('Journal', journalPaths.all),
  page('Nouvelle association', newRecordPath(ASSOCIATION), 'Créer'),
  page('Nouvel événement', newRecordPath(EVENT), 'Créer'),
];

const folded = (text: string): string => withoutAccents(text.trim()).toLowerCase();

/** The pages whose name says what was typed; all of them before anything is. */
export function pagesFor(question: string): Offer[] {
  const typed = folded(question);
  if (typed === '') return [...PAGES];
  if (typed.length < 3) return [];
  return PAGES.filter(({ title }) => folded(title).startsWith(typed));
}

/** All of them as a list, when there are more than are shown. */
export const allAsList = (question: string, { total, records, cases }: Found): Offer | null =>
  total <= records.length + cases.length
    ? null
    : {
        ...page(`Voir les ${total.toLocaleString('fr-FR')} résultats`, listPaths.question(question), 'Liste'),
        key: 'all',
      };

/** Said aloud, and shown, when an answer came. */
export function foundWords(question: string, found: Found | null): string {
  if (question.trim() === '' || found === null) return '';
  if (found.total === 0) return typography(`Rien ne répond à « ${question.trim()} ».`);
  return plural(found.total, 'résultat');
}

/** What may help somebody who found nothing. */
export const nothingWords = typography(
  'Essayez moins de mots, ou une autre chose que vous savez : une personne, une commune, les derniers chiffres d’un téléphone.',
);
