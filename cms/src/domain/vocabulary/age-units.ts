import { defineVocabulary } from './vocabulary.ts';

/** What an age is counted in: babies are told apart by months. */
export const ageUnits = defineVocabulary([
  { value: 'ans', label: 'Ans' },
  { value: 'mois', label: 'Mois' },
]);

export type AgeUnit = (typeof ageUnits.values)[number];
