import { defineVocabulary } from './vocabulary.ts';

/** Where a contact may appear. The names are those of the boolean fields of a contact (decision 10 of the design). */
export const consentChannels = defineVocabulary([
  { value: 'web', label: 'Site internet', description: 'Le site public et l’annuaire PDF qu’on y télécharge.' },
  { value: 'print', label: 'Annuaire imprimé', description: 'Le livret remis à l’imprimeur.' },
  {
    value: 'professionals',
    label: 'Partenaires professionnels',
    description: 'L’annuaire réservé aux professionnels du territoire.',
  },
  { value: 'openData', label: 'Données ouvertes', description: 'Les fichiers réutilisables par tous.' },
]);

export type ConsentChannel = (typeof consentChannels.values)[number];
