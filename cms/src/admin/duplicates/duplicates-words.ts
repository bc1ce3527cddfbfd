/** What « Doublons » says. Pure. */
import {
  MOST_PAIRS,
  type DuplicateType,
  type PairedRecord,
  type PairReason,
  type PairView,
  type RecentMerge,
} from '../../domain/contract/desk/duplicates.ts';
import type { FieldChoice, Side } from '../../domain/duplicates/joined-content.ts';
import { listInWords, plural, typography } from '../../domain/french.ts';
import { formatMoment } from '../kit/words.ts';

export const words = {
  title: 'Doublons',
  subtitle: 'Des fiches qui n’en sont peut-être qu’une. Rien n’est réuni sans vous.',
  pairs: 'À comparer',
  none: 'Aucun doublon en vue\u00a0: aucune fiche ne ressemble assez à une autre.',
  compare: 'Comparer',
  distinct: 'Deux fiches différentes',
  distinctDone: 'C’est noté\u00a0: ces deux fiches ne seront plus proposées.',
  merges: 'Réunies récemment',
  undo: 'Annuler la réunion',
  undoTitle: 'Annuler cette réunion\u202f?',
  undoMeaning:
    'Les deux fiches seront de nouveau là, comme avant. Ce qui a été repris revient à l’autre fiche. Si quelqu’un a modifié la fiche depuis, rien ne sera fait et vous verrez quoi.',
  undone: 'Les deux fiches sont de nouveau là.',
  tooLate: 'Ne peut plus être annulée',
  apart: 'Fiches différentes',
  apartBack: 'Les proposer de nouveau',
  noPair: 'Cette adresse ne dit pas quelles fiches comparer. Ouvrez une paire depuis la page «\u00a0Doublons\u00a0».',
  loading: 'Chargement des doublons',
  pairTitle: 'Comparer deux fiches',
  back: 'Tous les doublons',
  why: 'Pourquoi elles se ressemblent',
  noReason: 'Ces deux fiches ne se ressemblent plus.',
  keepTitle: 'Quelle fiche reste\u202f?',
  keepHint: 'Elle garde son adresse sur le site et son historique. L’adresse de l’autre mènera à elle.',
  offline: 'Pas sur le site',
  modified: 'Elle a des modifications qui ne sont pas publiées\u00a0: c’est son brouillon qui est comparé.',
  open: 'Ouvrir la fiche',
  chooseTitle: 'Ce qu’elles disent de différent',
  chooseHint: 'Le choix le plus sûr est déjà fait. Changez ce qui doit l’être.',
  onlyOne: 'Ce qu’une seule des deux dit',
  onlyOneHint: 'Repris dans la fiche réunie, sauf si vous choisissez «\u00a0rien\u00a0».',
  nothing: 'Rien',
  both: 'Les deux',
  bothNotes: 'Les deux, l’une sous l’autre',
  bothContacts: 'Les deux\u00a0: chaque personne une seule fois, sans rien montrer de plus que ce qu’elle a accepté',
  first: 'Première fiche',
  second: 'Seconde fiche',
  allOf: 'Tout prendre\u00a0:',
  mergeTitle: 'Réunir',
  publish: 'Mettre la fiche réunie en ligne tout de suite',
  publishHint: 'Cela met aussi en ligne les modifications qui attendaient d’être publiées.',
  merge: 'Réunir ces deux fiches',
  mergedTitle: (title: string) => typography(`C’est fait : « ${title} » est une seule fiche.`),
  next: 'Voir les autres doublons',
  mayNot:
    'Votre compte ne permet pas de réunir des fiches\u00a0: il faut pouvoir les modifier, les supprimer et les publier.',
} as const;

const TYPES: Readonly<Record<DuplicateType, string>> = {
  'api::association.association': 'Association',
  'api::event.event': 'Événement',
};
export const typeWords = (uid: DuplicateType): string => TYPES[uid];

/** « Judo club, Cavignac » */
export const named = ({ title, detail }: PairedRecord): string => (detail === '' ? title : `${title}, ${detail}`);

/** For who hears the page: which of the many buttons. */
export const ofPair = (act: string, first: PairedRecord, second: PairedRecord): string =>
  typography(`${act} : « ${first.title} » et « ${second.title} »`);

/** How sure it is, in words: a number alone says nothing. */
export const likelihood = (score: number): string =>
  score >= 85 ? 'Presque sûrement la même' : score >= 65 ? 'Sans doute la même' : 'Peut-être la même';

/** « Même nom, même commune » */
export function reasonWords(reasons: readonly PairReason[]): string {
  const [first = '', ...others] = reasons.filter(({ against }) => !against).map(({ words: said }) => said);
  return [first, ...others.map((said) => said.charAt(0).toLowerCase() + said.slice(1))].filter(Boolean).join(', ');
}

/** « Identiques : Nom, Commune et Contacts. » */
export const sameWords = (same: readonly string[]): string | null =>
  same.length === 0 ? null : `Identiques\u00a0: ${listInWords(same)}.`;

/** What speaks against it, a phrase each. */
export const againstWords = (reasons: readonly PairReason[]): string[] =>
  reasons.filter(({ against }) => against).map(({ words: said }) => said);

/** « 3 paires » when not all are shown. */
export const moreWords = (total: number): string | null =>
  total <= MOST_PAIRS
    ? null
    : typography(`Les ${MOST_PAIRS} plus probables sur ${plural(total, 'paire')} : les autres suivront.`);

/** « le 21 novembre à 14 h 32, par Claire » */
export const doneBy = ({ at, who }: Pick<RecentMerge, 'at' | 'who'>, now: Date): string =>
  `${formatMoment(at, now)}, par ${who}`;

/** « avec « Judo club de Cavignac », le 21 novembre à 14 h 32, par Claire » */
export const mergedWords = (merge: RecentMerge, now: Date): string =>
  typography(`avec « ${merge.otherTitle} », ${doneBy(merge, now)}`);

const NOTES = ['internalNote', 'words'];
const CONTACTS = 'contacts';

export function choiceWords(field: string, choice: FieldChoice): string {
  if (choice !== 'both') return choice === 'first' ? words.first : words.second;
  return field === CONTACTS ? words.bothContacts : NOTES.includes(field) ? words.bothNotes : words.both;
}

/** Sentences: all that merging does, for the record that stays. */
export function meaningOf(view: PairView, keep: Side, publish: boolean): string[] {
  const [stays, goes] = keep === 'first' ? [view.first, view.second] : [view.second, view.first];
  const { carried, path, notes } = goes;
  const leads = publish || stays.path !== null;
  return [
    `« ${goes.title} » va dans la corbeille, et peut en revenir pendant 30 jours.`,
    ...(carried.length > 0 ? [`Repris par la fiche qui reste : ${listInWords(carried)}.`] : []),
    ...(path === null
      ? []
      : leads
        ? [`L’adresse ${path}, imprimée peut-être, mènera à la fiche qui reste.`]
        : [`L’adresse ${path} ne mènera nulle part tant que la fiche qui reste n’est pas en ligne.`]),
    ...notes,
  ].map(typography);
}
