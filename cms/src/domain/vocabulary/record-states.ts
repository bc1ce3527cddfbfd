import { defineVocabulary } from './vocabulary.ts';

/** Where a record of a type with drafts stands, as lists, the search and pages of records say it. */
export const recordStates = defineVocabulary([
  { value: 'en ligne', label: 'En ligne' },
  { value: 'modifiée', label: 'En ligne, modifications non publiées' },
  { value: 'refusée', label: 'Refusée', description: 'Publiée, mais un contrôle la tient hors du site.' },
  { value: 'brouillon', label: 'Brouillon, jamais publiée' },
  { value: 'hors ligne', label: 'Hors ligne', description: 'Elle a été sur le site, et n’y est plus.' },
]);

export type RecordState = (typeof recordStates.values)[number];
