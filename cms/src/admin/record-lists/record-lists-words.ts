/** What « Listes » says. Pure. */
import { PAGE_LENGTH, type RecordCriteria, type RecordList } from '../../domain/contract/desk/finding.ts';
import { plural, typography } from '../../domain/french.ts';
import { recordGaps } from '../../domain/vocabulary/record-gaps.ts';
import { recordStates } from '../../domain/vocabulary/record-states.ts';
import { typeName } from '../kit/record-types.ts';

export const listsWords = {
  title: 'Listes',
  subtitle: 'Ce qui demande un regard, et les listes que l’office se donne.',
  ours: 'À suivre',
  office: 'Listes de l’office',
  none: 'Aucune liste enregistrée : choisissez des critères, puis « Enregistrer cette liste ».',
  chosen: 'Critères',
  all: 'Toutes les fiches',
  refine: 'Affiner cette liste',
  clear: 'Tout afficher',
  question: 'Contient',
  types: 'Type de fiche',
  states: 'État',
  gaps: 'Il lui manque',
  commune: 'Commune',
  theme: 'Thème',
  unverified: 'Vérification',
  printed: 'Seulement ce qui ira dans l’annuaire imprimé',
  any: 'Tous',
  anyGap: 'Sans importance',
  save: 'Enregistrer cette liste',
  name: 'Nom de la liste',
  nameHint: 'Toute l’équipe la verra, avec votre nom.',
  keep: 'Enregistrer',
  cancel: 'Annuler',
  empty: 'Aucune fiche ne répond à ces critères.',
  noneLeft: 'Plus aucune fiche : c’est fait.',
  unknownList: 'Cette liste n’existe plus : quelqu’un l’a supprimée.',
  caption: 'Fiches de la liste',
  heads: ['Fiche', 'Type', 'État'],
  previous: 'Page précédente',
  next: 'Page suivante',
  saved: 'Liste enregistrée pour toute l’équipe.',
  deleted: 'Liste supprimée.',
  delete: 'Supprimer la liste',
};

/** « Sans commune (9) » */
export const listLabel = ({ name, count }: Pick<RecordList, 'name' | 'count'>): string =>
  `${name} (${count.toLocaleString('fr-FR')})`;

export const deleting = ({ name }: Pick<RecordList, 'name'>) => ({
  title: typography(`Supprimer la liste « ${name} » ?`),
  meaning: 'Elle disparaît pour toute l’équipe. Les fiches elles-mêmes ne changent pas.',
});

export const unreadableWords = (count: number): string =>
  `${plural(count, 'liste enregistrée ne peut plus être lue', 'listes enregistrées ne peuvent plus être lues')}\u00a0: prévenez la personne qui s’occupe du site.`;

const MONTHS: readonly (readonly [months: number, label: string])[] = [
  [6, 'Pas vérifiée depuis six mois'],
  [12, 'Pas vérifiée depuis un an'],
  [24, 'Pas vérifiée depuis deux ans'],
];

/** The choices of « Vérification »; one that an address brought is kept among them. */
export function monthChoices(chosen: number | null): { value: string; label: string }[] {
  const known = MONTHS.map(([months, label]) => ({ value: String(months), label }));
  const isKnown = chosen === null || MONTHS.some(([months]) => months === chosen);
  return isKnown ? known : [...known, { value: String(chosen), label: `Pas vérifiée depuis ${chosen} mois` }];
}

interface Names {
  readonly commune: (id: string) => string | undefined;
  readonly theme: (id: string) => string | undefined;
}

/** What criteria ask for, in words: « Associations · En ligne · sans commune ». */
export function criteriaInWords(criteria: RecordCriteria, names: Names): string {
  const { question, types, states, gaps, commune, theme, unverifiedMonths, printedOnly } = criteria;
  const parts = [
    types.map((uid) => typeName(uid)?.many ?? uid).join(', '),
    question.trim() === '' ? '' : `contient « ${question.trim()} »`,
    states.map((state) => recordStates.label(state)).join(' ou '),
    gaps.length === 0 ? '' : `sans\u00a0: ${gaps.map((gap) => recordGaps.label(gap).toLowerCase()).join(', ou ')}`,
    commune === null ? '' : (names.commune(commune) ?? 'commune disparue'),
    theme === null ? '' : (names.theme(theme) ?? 'thème disparu'),
    unverifiedMonths === null ? '' : `pas vérifiée depuis ${unverifiedMonths} mois`,
    printedOnly ? 'imprimée' : '',
  ];
  return typography(parts.filter(Boolean).join(' · '));
}

/** « 51 à 100 sur 340 » */
export function pageInWords(page: number, total: number): string {
  if (total === 0) return '';
  const from = (page - 1) * PAGE_LENGTH + 1;
  const to = Math.min(page * PAGE_LENGTH, total);
  return total <= PAGE_LENGTH
    ? plural(total, 'fiche')
    : `${from.toLocaleString('fr-FR')} à ${to.toLocaleString('fr-FR')} sur ${plural(total, 'fiche')}`;
}
