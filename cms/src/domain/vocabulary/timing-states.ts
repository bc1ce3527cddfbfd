import { defineVocabulary } from './vocabulary.ts';

/** What became of one date of an event; the state of the whole event stands beside (`event-states.ts`). */
export const timingStates = defineVocabulary([
  { value: 'prévu', label: 'Prévu' },
  { value: 'annulé', label: 'Annulé' },
  {
    value: 'reporté',
    label: 'Reporté',
    description: 'La nouvelle date est à côté de l’ancienne ; elle peut n’être pas encore connue.',
  },
  { value: 'complet', label: 'Complet' },
]);

export type TimingState = (typeof timingStates.values)[number];
