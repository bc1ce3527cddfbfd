import { defineVocabulary } from './vocabulary.ts';

/** What associations and communes put in common. */
export const resourceKinds = defineVocabulary([
  { value: 'matériel', label: 'Matériel' },
  { value: 'salle', label: 'Salles et locaux' },
  { value: 'compétence', label: 'Compétences et coups de main' },
  { value: 'formation', label: 'Formations' },
  { value: 'accompagnement', label: 'Accompagnement et conseil' },
  { value: 'document', label: 'Documents' },
]);

export type ResourceKind = (typeof resourceKinds.values)[number];
