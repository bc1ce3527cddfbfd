import { defineVocabulary } from './vocabulary.ts';

/** How one registers for an event (the three kinds of OpenAgenda v3). */
export const registrationKinds = defineVocabulary([
  { value: 'téléphone', label: 'Par téléphone' },
  { value: 'courriel', label: 'Par courriel' },
  { value: 'lien', label: 'En ligne' },
]);

export type RegistrationKind = (typeof registrationKinds.values)[number];
