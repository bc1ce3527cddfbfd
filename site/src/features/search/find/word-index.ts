/** Pagefind in the browser: where a word stands, on which pages, and what a page shows. */
import { BUNDLE, PACK_FILE, PACK_VERSION, type Pack } from '../../../view/search-bundle.ts';
import type { IndexHead } from '../facts/format.ts';
import { unseal } from '../bundle/seal.ts';
import { answerOnce, withHead } from './index-head.ts';
import { once } from '../../../once.ts';

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
  /** Words that will be asked for: what they stand in begins to come. */
  expect(tokens: readonly string[]): void;
  /** @param token as the index holds it (`index/tokens.ts`) */
  placesOf(token: string): Promise<Places>;
  /** What a page shows. @param rank in the order of the facts */
  page(rank: number): Promise<FoundPage>;
  close(): Promise<void>;
}

/** That of a directory in which there is nothing. */
export const emptyIndex: WordIndex = {
  expect: () => undefined,
  placesOf: () => Promise.resolve(new Map()),
  page: () => Promise.reject(new Error('The search index is empty')),
  close: () => Promise.resolve(),
};

/** The piece in which a word stands, if it stands anywhere: the last one that does not begin behind it. */
export const pieceOf = (pieces: IndexHead['pieces'], token: string): string | null =>
  pieces.findLast(([begins]) => begins <= token)?.[1] ?? null;

/**
 * It is there at once, and what it is asked waits for Pagefind: the words of a question are looked up in files that come beside it.
 *
 * @param load fetches Pagefind
 * @param head of the facts
 * @param pageCount of the facts: an index of another release answers nothing
 * @param origin of the site, empty in a page of it
 * @param ahead fetches a file before Pagefind asks for it; absent where no file is far
 */
export function openWordIndex(
  load: () => Promise<PagefindModule>,
  {
    head,
    pageCount,
    origin = '',
    ahead,
  }: { head: IndexHead; pageCount: number; origin?: string; ahead?: (path: string) => Promise<ArrayBuffer> },
): WordIndex {
  const base = `${origin}/${BUNDLE}/`;
  /** Pieces that came before Pagefind asked for them. */
  const brought = new Map<string, ArrayBuffer>();
  const end = ahead === undefined ? () => undefined : answerOnce(brought);
  const opened = open();
  // Whoever asks is told; nobody may have asked yet.
  opened.catch(() => undefined);
  const known = new Map<string, Promise<Places>>();
  const coming = new Map<string, Promise<unknown>>();

  async function open() {
    const { createInstance } = await load();
    const { instance, pages } = await withHead(head, base, async () => {
      // What asks runs in a worker already: another one would be one download more. It begins to fetch at once.
      const instance = createInstance({ basePath: base, noWorker: true });
      // Everything, in the order in which it was indexed: that of the facts.
      return { instance, pages: (await instance.search(null)).results };
    });
    if (pages.length !== pageCount) throw new Error('The index and the facts of the search are of different releases');
    return { instance, pages, rankOf: new Map(pages.map(({ id }, rank) => [id, rank])) };
  }

  /** The piece of a word, fetched once; Pagefind says what is wrong with one that does not come. */
  async function bring(token: string): Promise<void> {
    const piece = pieceOf(head.pieces, token);
    if (piece === null || ahead === undefined) return;
    const url = `${base}${piece}`;
    const one =
      coming.get(piece) ??
      ahead(url).then(
        (bytes) => void brought.set(url, bytes),
        () => undefined,
      );
    coming.set(piece, one);
    await one;
  }

  /** What a device has of the file of all pages is theirs, unless it is of another index. */
  async function packed(cache: RequestCache): Promise<Pack['pages'] | null> {
    const response = await fetch(`${base}${PACK_FILE}`, { cache });
    if (!response.ok) return null;
    const { version, of, pages } = (await response.json()) as Partial<Pack>;
    return version === PACK_VERSION && of === head.entry && pages?.length === pageCount ? pages : null;
  }
  const together = once(async () => (await packed('force-cache')) ?? (await packed('no-cache')) ?? []);
  if (head.isShort) together().catch(() => undefined); // each page can be asked for by itself

  async function search(token: string): Promise<Places> {
    const [{ instance, rankOf }] = await Promise.all([opened, bring(token)]);
    const { results } = await instance.search(token);
    return new Map(results.map(({ id, words }) => [rankOf.get(id) ?? -1, words]));
  }

  return {
    expect: (tokens) => void Promise.all(tokens.map(bring)),

    placesOf(token: string): Promise<Places> {
      const found = known.get(token) ?? search(token);
      known.set(token, found);
      return found;
    },

    async page(rank: number): Promise<FoundPage> {
      const shown = head.isShort ? (await together().catch(() => []))[rank] : undefined;
      if (shown !== undefined) return shown;
      const page = (await opened).pages[rank];
      if (page === undefined) throw new Error(`The search index has no page ${rank}`);
      try {
        const { raw_url, url, meta } = await page.data();
        return {
          url: raw_url ?? url,
          meta: Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, unseal(value)])),
        };
      } catch (error) {
        // Without a network, what the device keeps of every page.
        const kept = (await together().catch(() => []))[rank];
        if (kept === undefined) throw error;
        return kept;
      }
    },

    close: async () => {
      end();
      await (await opened).instance.destroy();
    },
  };
}
