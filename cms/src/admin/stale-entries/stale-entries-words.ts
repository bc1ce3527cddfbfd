/** What « Fiches sans nouvelles » says, in plain words. Pure: the page only draws it. */
import type { TakenOffline, StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import { formatDay } from '../../domain/dates.ts';
import { plural, sortByName, typography } from '../../domain/french.ts';
import { STALE_ENTRIES_TITLE } from '../kit/paths.ts';
import type { Figure, Words } from '../kit/words.ts';

export type SilentEntry = StaleEntriesReport['due'][number];
export type WarnedEntry = StaleEntriesReport['warned'][number];

export const staleEntriesWords = {
  title: STALE_ENTRIES_TITLE,
  subtitle: 'Les fiches que personne n’a confirmées, campagne après campagne, et ce qu’il en advient.',
  rules: 'Changer ces règles dans les réglages du site',
  due: {
    title: 'Leur jour est venu',
    help: 'Une lettre a prévenu chacune de ces associations, et personne n’a confirmé depuis.',
  },
  warned: {
    title: 'Prévenues par lettre',
    help: typography(
      'Sans confirmation d’ici là, leur fiche quitte le site. Il suffit que l’association confirme, ou que vous indiquiez « Fiche vérifiée le » après l’avoir jointe.',
    ),
  },
  unreached: {
    title: 'À appeler',
    help: typography(
      'Aucune lettre ne les atteint : pas d’adresse électronique, ou la lettre a été refusée. Leur fiche reste en ligne. Appelez-les ; si tout est juste, changez « Fiche vérifiée le » et publiez.',
    ),
  },
  nobody: 'Aucune pour l’instant.',
};

/** What is going on, and whether the editor is waited for: the head of the page. */
export function staleEntriesHead({ due, warned, needsEditor, most }: StaleEntriesReport): Words {
  if (needsEditor) {
    return {
      tone: 'warning',
      headline: `${plural(due.length, 'fiche attend', 'fiches attendent')} votre décision`,
      details: [
        `Le jour annoncé par lettre est venu, sans confirmation. Le programme n’en retire de lui-même pas plus de ${most.toLocaleString('fr-FR')} par jour\u00a0: au-delà, rien ne se passe sans vous.`,
        'Vérifiez d’abord que ce n’est pas une erreur\u00a0: des réponses qui attendent d’être relues, une campagne close trop tôt, un réglage trop sévère.',
      ],
    };
  }
  if (due.length > 0) {
    return {
      tone: 'working',
      headline: `${plural(due.length, 'fiche quitte', 'fiches quittent')} le site d’ici demain`,
      details: ['Le jour annoncé par lettre est venu, sans confirmation. Vous n’avez rien à faire.'],
    };
  }
  if (warned.length > 0) {
    return {
      tone: 'neutral',
      headline: plural(
        warned.length,
        'association est prévenue que sa fiche va quitter le site',
        'associations sont prévenues que leur fiche va quitter le site',
      ),
      details: ['Vous n’avez rien à faire\u00a0: chaque fiche reste en ligne dès que l’association confirme.'],
    };
  }
  return { tone: 'success', headline: 'Aucune fiche ne va quitter le site', details: [] };
}

/** How far the directory is unconfirmed. Those that no booklet prints are part of those to confirm. */
export function staleEntriesFigures({ published, toConfirm, offPaper }: StaleEntriesReport['counts']): Figure[] {
  return [
    { label: 'En ligne', value: published, note: null },
    { label: 'Dites «\u00a0à confirmer\u00a0» sur le site', value: toConfirm, note: null },
    { label: 'Dont absentes de l’annuaire imprimé', value: offPaper, note: null },
  ];
}

/** "3 éditions sans confirmation" */
export const silence = ({ missed }: Pick<SilentEntry, 'missed'>): string =>
  `${plural(missed, 'édition')} sans confirmation`;

/**
 * When a warned entry leaves the site.
 * @param today `YYYY-MM-DD`. A day that has passed while the entry is still only warned: its letter never left, and without a
 *   letter nothing goes.
 */
export const leavesOn = ({ offlineOn, missed }: WarnedEntry, today: string): string =>
  offlineOn > today
    ? `Quitte le site le ${formatDay(offlineOn)} (${silence({ missed })})`
    : 'La lettre n’est pas encore partie\u00a0: la fiche reste en ligne';

/** The first to leave comes first; on one day, by name. */
export const byDeparture = (warned: readonly WarnedEntry[]): WarnedEntry[] =>
  sortByName(warned, ({ name }) => name).sort((a, b) => a.offlineOn.localeCompare(b.offlineOn));

/** The editor's act, and what it means: said before it is done. */
export function takingOffline(count: number): { title: string; meaning: string; act: string } {
  const one = count < 2;
  const act = one ? 'Mettre cette fiche hors ligne' : `Mettre ces ${plural(count, 'fiche')} hors ligne`;
  return {
    act,
    title: `${act}\u202f?`,
    meaning: one
      ? 'Elle disparaît du site dès la prochaine mise en ligne, et ne sera plus imprimée. Rien n’est effacé\u00a0: elle reste ici en brouillon, et le journal garde son retrait. Pour la remettre, indiquez quand l’association l’a confirmée et publiez-la.'
      : 'Elles disparaissent du site dès la prochaine mise en ligne, et ne seront plus imprimées. Rien n’est effacé\u00a0: elles restent ici en brouillon, et le journal garde chaque retrait. Pour en remettre une, indiquez quand l’association l’a confirmée et publiez-la.',
  };
}

/** What the act did; an entry may have been confirmed meanwhile. */
export function takenWords({ taken, left }: TakenOffline): Words {
  const details = left.map(({ title, reason }) => typography(reason === '' ? title : `${title} : ${reason}`));
  if (left.length > 0) {
    return {
      tone: 'warning',
      headline: `${plural(left.length, 'fiche n’a pas pu être retirée', 'fiches n’ont pas pu être retirées')}, ${plural(taken.length, 'l’a été', 'l’ont été')}`,
      details,
    };
  }
  if (taken.length === 0) return { tone: 'neutral', headline: 'Plus aucune fiche n’était à retirer', details };
  return {
    tone: 'success',
    headline: plural(taken.length, 'fiche est hors ligne', 'fiches sont hors ligne'),
    details: ['Le site suit dans un instant. Les fiches restent ici en brouillon.'],
  };
}
