import { defineVocabulary } from './vocabulary.ts';

/** Same distinctions as schema.org's eventStatus, plus "full" (OpenAgenda's status 5). */
export const eventStates = defineVocabulary([
  { value: 'prévu', label: 'Prévu' },
  { value: 'annulé', label: 'Annulé' },
  {
    value: 'reporté',
    label: 'Reporté',
    description:
      'La date a changé : la nouvelle date est celle de la fiche. Si elle n’est pas encore connue, retirez l’ancienne.',
  },
  { value: 'complet', label: 'Complet' },
  { value: 'déplacé', label: 'Déplacé', description: 'Le lieu a changé : le nouveau lieu est celui de la fiche.' },
]);

export type EventState = (typeof eventStates.values)[number];
