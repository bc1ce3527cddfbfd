/** The folder of the search, under the root of the site: Pagefind’s index of words, and the files that stand beside it. */
export const BUNDLE = 'pagefind';

/** Words are brought to their stems by `stem.ts` on both sides: Pagefind’s engine without a stemmer takes them as they are. */
export const INDEX_LANGUAGE = 'unknown';

/** Every page as the results show it, for a device without a network (`features/offline`). */
export const PACK_FILE = 'fiches.json';
/** Files that a device keeps to search without a network. */
export const PACK_LIST_FILE = 'hors-ligne.json';
export const PACK_VERSION = 1;
