import { defineVocabulary } from './vocabulary.ts';

/** What a record lacks that its readers would miss. */
export const recordGaps = defineVocabulary([
  { value: 'commune', label: 'Commune' },
  { value: 'contact', label: 'Contact', description: 'Ni téléphone ni courriel, pour personne.' },
  { value: 'contact web', label: 'Contact sur le site', description: 'Ni téléphone ni courriel qui y soit admis.' },
  { value: 'contact papier', label: 'Contact dans l’annuaire imprimé', description: 'Aucun n’y est admis.' },
  { value: 'activité', label: 'Activité' },
  { value: 'thème', label: 'Thème' },
  { value: 'présentation', label: 'Présentation courte' },
  { value: 'date', label: 'Date' },
]);

export type RecordGap = (typeof recordGaps.values)[number];
