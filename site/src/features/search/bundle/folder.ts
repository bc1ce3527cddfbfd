/** The folder of the search, under the root of the site: Pagefind’s index of words, and the files that stand beside it. */
export const BUNDLE = 'pagefind';

/** Words are brought to their stems by `stem.ts` on both sides: Pagefind’s engine without a stemmer takes them as they are. */
export const INDEX_LANGUAGE = 'unknown';
