/** What « Corbeille » says, and the questions before something goes there. Pure. */
import { plural, typography } from '../../domain/french.ts';
import type { BinLine } from '../../domain/contract/desk/bin.ts';
import { formatMoment } from '../kit/words.ts';

/** The same as `KEEP_IN_BIN_DAYS` of the server, which the page does not know (`bin-words.test.ts` holds them together). */
export const DAYS_IN_BIN = 30;

export const words = {
  title: 'Corbeille',
  subtitle: `Ce qui est supprimé reste ici ${DAYS_IN_BIN} jours, puis disparaît pour de bon.`,
  empty: typography('La corbeille est vide.'),
  heads: ['Quoi', 'Type', 'Supprimé', 'Reste', 'Agir'],
  putBack: 'Remettre',
  putBackOnline: 'Remettre en ligne',
  putBackAsDraft: 'Remettre en brouillon',
  erase: 'Effacer',
  erasing: {
    title: 'Effacer pour de bon\u202f?',
    act: 'Effacer pour de bon',
    meaning: (title: string) => typography(`« ${title} » ne pourra plus être retrouvé.`),
  },
  /** For who hears the page: which of the many buttons. */
  named: (act: string, title: string) => typography(`${act} « ${title} »`),
  online: (title: string) => typography(`« ${title} » est de nouveau en ligne d’ici quelques secondes.`),
  asDraft: (title: string) => typography(`« ${title} » est remis en brouillon : il n’est pas en ligne.`),
  back: (title: string) => typography(`« ${title} » est de retour.`),
  open: 'Ouvrir la fiche',
};

/** "le 21 novembre à 14 h 32, par Claire" */
export const deletedWords = ({ deletedAt, deletedBy }: BinLine, now: Date): string =>
  `${formatMoment(deletedAt, now)}, par ${deletedBy}`;

export const daysLeftWords = ({ daysLeft }: BinLine): string =>
  daysLeft === 0 ? 'effacé aujourd’hui' : plural(daysLeft, 'jour');

const MOST_NAMED = 5;

/** Asked before something is deleted: how many, which, and that it can be put back. */
export function deletingWords(titles: readonly string[]): { title: string; lines: string[]; meaning: string } {
  const count = titles.length;
  const named = titles.slice(0, MOST_NAMED).filter(Boolean);
  const more = count - named.length;
  return {
    title: count === 1 ? 'Supprimer cette fiche\u202f?' : `Supprimer ${count.toLocaleString('fr-FR')} fiches\u202f?`,
    lines: [
      ...named.map((name) => typography(`« ${name} »`)),
      ...(more > 0 && named.length > 0 ? [`et ${plural(more, 'autre')}`] : []),
    ],
    meaning:
      count === 1
        ? `Elle quitte le site et va dans la corbeille. Pendant ${DAYS_IN_BIN} jours, elle peut être remise telle quelle.`
        : `Elles quittent le site et vont dans la corbeille. Pendant ${DAYS_IN_BIN} jours, elles peuvent être remises telles quelles.`,
  };
}

/** Of the button of a list that deletes what is ticked. */
export const deleteLabel = (count: number): string =>
  count < 2 ? 'Supprimer' : `Supprimer (${count.toLocaleString('fr-FR')})`;
