import { defineVocabulary } from './vocabulary.ts';

/** Days of the week, Monday first (ISO 8601). */
export const days = defineVocabulary([
  { value: 'lundi', label: 'Lundi' },
  { value: 'mardi', label: 'Mardi' },
  { value: 'mercredi', label: 'Mercredi' },
  { value: 'jeudi', label: 'Jeudi' },
  { value: 'vendredi', label: 'Vendredi' },
  { value: 'samedi', label: 'Samedi' },
  { value: 'dimanche', label: 'Dimanche' },
]);

export type Day = (typeof days.values)[number];
