import type { ConsentChannel } from './consent-channels.ts';
import { defineVocabulary } from './vocabulary.ts';

/** Who will read a list that leaves the admin: what it may say of people depends on it (decision 0038). */
export const listDestinations = defineVocabulary([
  {
    value: 'office',
    label: 'L’office lui-même',
    description: 'Pour travailler, écrire ou téléphoner aux associations. Ce fichier ne se donne à personne d’autre.',
  },
  {
    value: 'site',
    label: 'Un site internet',
    description: 'Fiches en ligne, avec les contacts qui acceptent de paraître sur le site.',
  },
  {
    value: 'papier',
    label: 'Un imprimé',
    description: 'Fiches en ligne, avec les contacts qui acceptent de paraître dans l’annuaire imprimé.',
  },
  {
    value: 'professionnels',
    label: 'Des partenaires professionnels',
    description: 'Fiches en ligne, avec les contacts qui acceptent d’être donnés aux professionnels du territoire.',
  },
  {
    value: 'données ouvertes',
    label: 'Tout le monde, à réutiliser',
    description: 'Fiches en ligne, avec les contacts qui acceptent le site et les données ouvertes.',
  },
]);
export type ListDestination = (typeof listDestinations.values)[number];

/**
 * The channels that a contact has agreed to, all of them, to be in a list for that reader; null: the office itself, which holds the
 * record. Open data is on the web (decision 0050).
 */
export const channelsOf: Readonly<Record<ListDestination, readonly ConsentChannel[] | null>> = {
  office: null,
  site: ['web'],
  papier: ['print'],
  professionnels: ['professionals'],
  'données ouvertes': ['web', 'openData'],
};
