/** Pagefind in the browser: where a word stands, on which pages, and what a page shows. */
import { BUNDLE, PACK_FILE, PACK_VERSION } from '../../../view/search-bundle.ts';
import type { IndexHead } from '../facts/format.ts';
import { unseal } from '../bundle/seal.ts';
import { withHead } from './index-head.ts';

/** The part of Pagefind's module that is used. Its own types describe the indexer only. */
export interface PagefindModule {
  readonly createInstance: (options: object) => PagefindInstance;
}

interface PagefindInstance {
  search(term: string | null): Promise<{ readonly results: readonly PagefindResult[] }>;
  destroy(): Promise<void>;
}

interface PagefindResult {
  readonly id: string;
  /** Where the word stands, in words from the beginning. */
  readonly words: readonly number[];
  data(): Promise<{ readonly raw_url?: string; readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

/** Of each page that says a word, where. */
export type Places = ReadonlyMap<number, readonly number[]>;

export interface FoundPage {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface WordIndex {
  readonly pageCount: number;
  /** @param token as the index holds it (`index/tokens.ts`) */
  placesOf(token: string): Promise<Places>;
  /** What a page shows. @param rank in the order of the facts */
  page(rank: number): Promise<FoundPage>;
  close(): Promise<void>;
}

/** That of a directory in which there is nothing. */
export const emptyIndex: WordIndex = {
  pageCount: 0,
  placesOf: () => Promise.resolve(new Map()),
  page: () => Promise.reject(new Error('The search index is empty')),
  close: () => Promise.resolve(),
};

/** @param head of the facts @param origin of the site, empty in a page of it */
export async function openWordIndex(
  { createInstance }: PagefindModule,
  head: IndexHead,
  origin = '',
): Promise<WordIndex> {
  const base = `${origin}/${BUNDLE}/`;
  const { instance, pages } = await withHead(head, base, async () => {
    // What asks runs in a worker already: another one would be one download more. It begins to fetch at once.
    const instance = createInstance({ basePath: base, noWorker: true });
    // Everything, in the order in which it was indexed: that of the facts.
    return { instance, pages: (await instance.search(null)).results };
  });
  const rankOf = new Map(pages.map(({ id }, rank) => [id, rank]));
  const known = new Map<string, Promise<Places>>();

  /** The pages in one file, in the same order. */
  async function packed(): Promise<readonly FoundPage[]> {
    const response = await fetch(`${origin}/${BUNDLE}/${PACK_FILE}`);
    const { version, pages: kept } = (await response.json()) as { version?: number; pages?: readonly FoundPage[] };
    return version === PACK_VERSION && kept?.length === pages.length ? kept : [];
  }

  async function search(token: string): Promise<Places> {
    const { results } = await instance.search(token);
    return new Map(results.map(({ id, words }) => [rankOf.get(id) ?? -1, words]));
  }

  return {
    pageCount: pages.length,

    placesOf(token: string): Promise<Places> {
      const found = known.get(token) ?? search(token);
      known.set(token, found);
      return found;
    },

    async page(rank: number): Promise<FoundPage> {
      const page = pages[rank];
      if (page === undefined) throw new Error(`The search index has no page ${rank}`);
      try {
        const { raw_url, url, meta } = await page.data();
        return {
          url: raw_url ?? url,
          meta: Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, unseal(value)])),
        };
      } catch (error) {
        // Without a network, what the device keeps of every page.
        const kept = (await packed())[rank];
        if (kept === undefined) throw error;
        return kept;
      }
    },

    close: (): Promise<void> => instance.destroy(),
  };
}
