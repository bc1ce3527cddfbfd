import { defineVocabulary } from './vocabulary.ts';

/** How the entry was last checked; each answer keeps its channel, so that the office knows what works. */
export const verificationSources = defineVocabulary([
  { value: 'lien', label: 'par l’association, depuis son lien' },
  { value: 'téléphone', label: 'par téléphone' },
  { value: 'courriel', label: 'par courriel' },
  { value: 'courrier', label: 'par courrier' },
  { value: 'visite', label: 'sur place' },
  { value: 'autre source', label: 'd’après une autre source' },
]);

export type VerificationSource = (typeof verificationSources.values)[number];
