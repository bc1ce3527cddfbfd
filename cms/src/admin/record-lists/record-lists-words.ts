/** What « Listes » says. Pure. */
import { PAGE_LENGTH, type RecordList } from '../../domain/contract/desk/finding.ts';
import { plural, typography } from '../../domain/french.ts';

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

/** « 51 à 100 sur 340 » */
export function pageInWords(page: number, total: number): string {
  if (total === 0) return '';
  const from = (page - 1) * PAGE_LENGTH + 1;
  const to = Math.min(page * PAGE_LENGTH, total);
  return total <= PAGE_LENGTH
    ? plural(total, 'fiche')
    : `${from.toLocaleString('fr-FR')} à ${to.toLocaleString('fr-FR')} sur ${plural(total, 'fiche')}`;
}
