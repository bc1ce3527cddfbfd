import { defineVocabulary } from './vocabulary.ts';

/** How the agreement was given: what an editor answers when a person asks where their number comes from. */
export const consentSources = defineVocabulary([
  { value: 'formulaire en ligne', label: 'Formulaire en ligne' },
  { value: 'bulletin papier', label: 'Bulletin papier signé' },
  { value: 'courriel', label: 'Courriel' },
  { value: 'téléphone', label: 'Téléphone' },
  { value: 'forum', label: 'Au forum des associations' },
]);

export type ConsentSource = (typeof consentSources.values)[number];
