/** What the dialog of a conflict says. Pure. */
import type { ConflictPart } from '../../../domain/contract/desk/form-conflict.ts';
import type { Choice } from '../../../domain/merge/resolve.ts';
import { formatMoment } from '../words.ts';

export const words = {
  title: (count: number) =>
    count === 1 ? 'Quelqu’un a modifié le même champ que vous' : 'Quelqu’un a modifié les mêmes champs que vous',
  taken: 'Cette fiche a été mise hors ligne entre-temps',
  meaning:
    'Choisissez ce qui reste\u00a0: ce que vous avez écrit ailleurs dans la fiche, et ce que d’autres y ont changé, est gardé. Rien n’est enregistré tant que vous n’avez pas choisi.',
  mine: 'Garder la mienne',
  theirs: 'Prendre la sienne',
  publish: 'La remettre en ligne',
  leave: 'La laisser hors ligne, et revenir au formulaire',
  gone: '(supprimé)',
  empty: '(vide)',
  before: 'Quand vous avez ouvert la fiche',
  allMine: 'Garder toutes les miennes',
  allTheirs: 'Prendre toutes les siennes',
  save: 'Enregistrer',
  saveAndPublish: 'Publier',
  back: 'Revenir au formulaire',
  close: 'Fermer',
  missing: (count: number) =>
    count === 1 ? 'Un champ n’est pas encore choisi.' : `${count} champs ne sont pas encore choisis.`,
} as const;

/** "Camille, aujourd’hui à 14 h 02" */
export const madeBy = ({ who, at }: Pick<ConflictPart, 'who' | 'at'>, now: Date): string =>
  `Modifié par ${who ?? 'le programme ou la personne concernée'} ${formatMoment(at, now)}`;

/** About whether the record is online, and not about a field of it. */
export const isAboutPublication = ({ path }: Pick<ConflictPart, 'path'>): boolean => path === '';

/** The lines of one side; a row that is taken away says so. */
export function linesOf(part: ConflictPart, side: 'base' | Choice): readonly string[] {
  if (part.words[side].length > 0) return part.words[side];
  return [/\.\d+$/.test(part.path) && part[side] === null ? words.gone : words.empty];
}

export const choiceLabel = (part: ConflictPart, choice: Choice): string => {
  if (isAboutPublication(part)) return choice === 'mine' ? words.publish : words.leave;
  return words[choice];
};

/** Of the button that does it: what was asked for, unless it is left offline. @param publishes publication was asked for */
export const doIt = (publishes: boolean, choices: Readonly<Record<string, Choice>>): string =>
  publishes && choices[''] !== 'theirs' ? words.saveAndPublish : words.save;
