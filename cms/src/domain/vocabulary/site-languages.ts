import { defineVocabulary } from './vocabulary.ts';

/** Languages, besides French, in which the program ships the words of the site: those that an editor may choose. */
export const siteLanguages = defineVocabulary([
  { value: 'anglais', label: 'Anglais' },
  { value: 'espagnol', label: 'Espagnol' },
  { value: 'portugais', label: 'Portugais' },
  { value: 'arabe', label: 'Arabe' },
]);

export type SiteLanguage = (typeof siteLanguages.values)[number];
