import { defineVocabulary } from './vocabulary.ts';

export const submissionStates = defineVocabulary([
  {
    value: 'à relire',
    label: 'À relire',
    description: 'Personne n’a encore décidé ; la fiche en ligne n’a pas bougé.',
  },
  { value: 'acceptée', label: 'Acceptée', description: 'Publiée, telle quelle ou retouchée.' },
  { value: 'refusée', label: 'Refusée', description: 'Avec un motif, envoyé à l’association.' },
  { value: 'retirée', label: 'Retirée', description: 'Son auteur l’a reprise avant toute décision.' },
  { value: 'remplacée', label: 'Remplacée', description: 'La même association a envoyé une autre version depuis.' },
]);

export type SubmissionState = (typeof submissionStates.values)[number];
