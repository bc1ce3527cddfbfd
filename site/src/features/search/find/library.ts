/** Opens what a search needs, from a release: the facts and the index at once, the lexicon with the first words, spelling when one is not known. */
import { BUNDLE } from '../bundle/folder.ts';
import { FACTS_FILE, readFacts } from '../facts/format.ts';
import type { Library } from './ask.ts';
import { LEXICON_FILE, readLexicon } from '../bundle/lexicon.ts';
import { emptyIndex, openWordIndex, type PagefindModule } from './word-index.ts';
import { readWordList, WORD_LIST_FILE } from '../bundle/word-list.ts';

export interface Sources {
  /** Pagefind's module. */
  readonly load: () => Promise<PagefindModule>;
  /** A file of the bundle, parsed. @throws when it is not there */
  readonly json: (path: string) => Promise<unknown>;
  /** `YYYY-MM-DD` in the territory. */
  readonly today: string;
  /** Of the site; empty in a page of it. */
  readonly origin?: string;
}

/** @throws {Error} when a file is missing or of another version than this program */
export async function openLibrary({ load, json, today, origin = '' }: Sources): Promise<Library> {
  const file = (name: string): Promise<unknown> => json(`${origin}/${BUNDLE}/${name}`);
  const [facts, module] = await Promise.all([file(FACTS_FILE).then(readFacts), load()]);
  // Pagefind refuses to open an index without pages: a directory that is still empty.
  const index = facts.pageCount === 0 ? emptyIndex : await openWordIndex(module, origin);
  if (index.pageCount !== facts.pageCount)
    throw new Error('The index and the facts of the search are of different releases');
  return {
    facts,
    index,
    today,
    lexicon: once(() => file(LEXICON_FILE).then(readLexicon)),
    spelling: once(() => file(WORD_LIST_FILE).then(readWordList)),
  };
}

/** Fetches once; again after a failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
