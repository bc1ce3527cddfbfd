/** What a page in another language and its scripts agree on. */
export const WORDS_ID = 'mots-de-la-page';
/** Parts of a file of words that scripts say by `i18n/formats.ts`. */
export const SPOKEN_BY_SCRIPTS: readonly string[] = [
  'formats.',
  'vocabulary.days.',
  'vocabulary.eventKinds.',
  'vocabulary.eventStates.',
  'vocabulary.resourceKinds.',
  'agenda.free',
];
