import { defineVocabulary } from './vocabulary.ts';

export const submissionKinds = defineVocabulary([
  {
    value: 'rien n’a changé',
    label: 'Rien n’a changé',
    description: 'L’association confirme sa fiche telle qu’elle est.',
  },
  { value: 'modification', label: 'Modification', description: 'L’association propose une autre version de sa fiche.' },
  {
    value: 'nouvelle association',
    label: 'Nouvelle association',
    description: 'Elle n’est pas encore dans l’annuaire.',
  },
  { value: 'événement', label: 'Événement', description: 'Une date proposée pour l’agenda.' },
  { value: 'guide', label: 'Guide', description: 'Une expérience ou une actualité proposée.' },
  { value: 'signalement', label: 'Erreur signalée' },
]);

export type SubmissionKind = (typeof submissionKinds.values)[number];
