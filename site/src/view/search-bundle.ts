/** The folder of the search, under the root of the site: Pagefind’s index of words, and the files that stand beside it. */
export const BUNDLE = 'pagefind';

/** Addresses whose files change their name with their content: what the build names, Pagefind's pieces, and Pagefind itself. */
export const NAMED_BY_CONTENT = /^\/(?:_trame\/|pagefind\/(?:fragment|index|moteur-[\d.]+)\/)/;

/** Of Pagefind: what it writes beside the words is the same for every index. The indexer says when this is not its version. */
export const PAGEFIND_VERSION = '1.6.0';
/** Where a browser finds Pagefind itself: at an address of its version, so that it is fetched once and not asked for again. */
export const ENGINE_FOLDER = `moteur-${PAGEFIND_VERSION}`;
export const ENGINE_FILE = 'pagefind.js';
export const ENGINE_WASM = 'wasm.unknown.pagefind';
/** What Pagefind asks for before anything else. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** Words are brought to their stems by `stem.ts` on both sides: Pagefind’s engine without a stemmer takes them as they are. */
export const INDEX_LANGUAGE = 'unknown';

/** Every page as the results show it, for a device without a network (`features/offline`). */
export const PACK_FILE = 'fiches.json';
/** Files that a device keeps to search without a network. */
export const PACK_LIST_FILE = 'hors-ligne.json';
export const PACK_VERSION = 1;

export interface Pack {
  readonly version: number;
  /** What Pagefind says of the index that these pages are of; null when nothing is indexed. */
  readonly of: string | null;
  /** In the order of the facts. */
  readonly pages: readonly { readonly url: string; readonly meta: Readonly<Record<string, string>> }[];
}
