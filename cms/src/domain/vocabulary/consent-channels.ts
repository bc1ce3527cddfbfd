import { defineVocabulary } from './vocabulary.ts';

/**
 * Where a contact may appear. The names are those of the boolean fields of a contact (decision 10 of the design).
 *
 * People read these labels before they agree: a channel that nothing is made for yet says « à venir » (`servedChannels`).
 */
export const consentChannels = defineVocabulary([
  { value: 'web', label: 'Site internet', description: 'Le site public et l’annuaire PDF qu’on y télécharge.' },
  { value: 'print', label: 'Annuaire imprimé', description: 'Le livret remis à l’imprimeur.' },
  {
    value: 'professionals',
    label: 'Partenaires professionnels (à venir)',
    description: 'Un annuaire réservé aux professionnels du territoire, qui n’existe pas encore.',
  },
  {
    value: 'openData',
    label: 'Données ouvertes (à venir)',
    description: 'Des fichiers réutilisables par tous. Ceux d’aujourd’hui ne contiennent aucun contact.',
  },
]);

export type ConsentChannel = (typeof consentChannels.values)[number];

/**
 * The channels that something is made for today. An export takes no other, so that whoever opens one comes by here, and to the
 * words that announce it.
 */
export const servedChannels = ['web', 'print'] as const satisfies readonly ConsentChannel[];
export type ServedChannel = (typeof servedChannels)[number];
