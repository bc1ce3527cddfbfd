import { defineVocabulary } from './vocabulary.ts';

/** Where an action of the partnership plan stands. */
export const actionStates = defineVocabulary([
  { value: 'à lancer', label: 'À lancer' },
  { value: 'en réflexion', label: 'En réflexion' },
  { value: 'en cours', label: 'En cours' },
  { value: 'réalisée', label: 'Réalisée' },
  { value: 'suspendue', label: 'Suspendue' },
  { value: 'abandonnée', label: 'Abandonnée' },
]);

export type ActionState = (typeof actionStates.values)[number];
