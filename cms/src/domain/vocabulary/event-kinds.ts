import { defineVocabulary } from './vocabulary.ts';

export const eventKinds = defineVocabulary([
  { value: 'forum', label: 'Forum' },
  { value: 'rencontre', label: 'Rencontre' },
  { value: 'spectacle', label: 'Spectacle' },
  { value: 'sortie', label: 'Sortie' },
  { value: 'fête', label: 'Fête' },
  { value: 'compétition', label: 'Compétition' },
  { value: 'atelier', label: 'Atelier' },
  { value: 'formation', label: 'Formation' },
  { value: 'réunion', label: 'Réunion' },
  { value: 'autre', label: 'Autre rendez-vous' },
]);

export type EventKind = (typeof eventKinds.values)[number];
