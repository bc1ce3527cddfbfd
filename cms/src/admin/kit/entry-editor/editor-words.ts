/** What the editor's form of an entry says; the labels of the fields themselves are those of the association's form. */
import { typography } from '../../../domain/french.ts';
import { PRINTED_SUMMARY_LENGTH } from '../../../domain/print-length.ts';

export const words = {
  faults: (count: number) => (count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`),
  summaryCount: (length: number) =>
    typography(
      length <= PRINTED_SUMMARY_LENGTH
        ? `${length} caractères sur ${PRINTED_SUMMARY_LENGTH} : c’est le texte de l’annuaire imprimé.`
        : `${length} caractères : ${length - PRINTED_SUMMARY_LENGTH} de trop pour l’annuaire imprimé.`,
    ),
  onePerTheme: 'Le premier décide du chapitre de l’annuaire.',
  noCommune: 'Hors du territoire, ou inconnue',
  rows: {
    fold: (title: string) => `Replier\u00a0: ${title}`,
    unfold: (title: string) => `Déplier\u00a0: ${title}`,
    up: (title: string) => `Monter\u00a0: ${title}`,
    down: (title: string) => `Descendre\u00a0: ${title}`,
    wrong: 'à corriger',
  },
  activity: {
    numbered: (rank: number) => `Activité ${rank}`,
    add: 'Ajouter une activité',
    remove: 'Supprimer cette activité',
    anyCommune: 'Partout où agit l’association',
    hours: 'Heures',
    addSlot: 'Ajouter un jour',
    removeSlot: 'Supprimer ce jour',
  },
  contact: {
    numbered: (rank: number) => `Contact ${rank}`,
    add: 'Ajouter un contact',
    remove: 'Supprimer ce contact',
    channels: 'La personne accepte de paraître',
    channelsHelp: 'Ne cochez que ce qu’elle a accepté elle-même.',
  },
  network: {
    numbered: (rank: number) => `Réseau ${rank}`,
    add: 'Ajouter un réseau',
    remove: 'Supprimer ce réseau',
  },
  logo: {
    keep: 'Garder le logo actuel',
    none: 'Aucun logo',
    new: 'Prendre le logo proposé',
  },
} as const;
