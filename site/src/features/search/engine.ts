/** Asking Pagefind, in the browser: opens a shelf when it is first needed, and turns what comes back into hits. */
import { isHopeless, isIdle, pagefindFilters, planCounts, planSearch, type Plan } from './plan.ts';
import { unseal } from './seal.ts';
import { metaWeights, shelves, type Grain, type Shelf } from './shelves.ts';
import type { Facet, SearchState } from './state.ts';

/** The part of Pagefind's module that is used. Its own types describe the indexer only. */
export interface PagefindModule {
  readonly createInstance: (options: object) => PagefindInstance;
}

interface PagefindInstance {
  search(term: string | null, options?: object): Promise<PagefindResults>;
  filters(): Promise<unknown>;
  destroy(): Promise<void>;
}

interface PagefindResults {
  readonly results: readonly {
    data(): Promise<{ readonly raw_url?: string; readonly url: string; readonly meta: Meta }>;
  }[];
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Meta = Readonly<Record<string, string>>;

/** One record that answers: its page and what is shown of it. */
export interface Hit {
  readonly url: string;
  readonly meta: Meta;
}

export interface Answer {
  readonly plan: Plan;
  /** Records that answer. */
  readonly total: number;
  /** The hits from one rank to another, fetched as they are asked. */
  hits(from: number, to: number): Promise<Hit[]>;
}

/** Results of each value of each facet, were it chosen. */
export type Counts = Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>>;

export interface EngineOptions {
  /** Fetches Pagefind's module; called again after a failure, with the number of the attempt. */
  readonly load: (attempt: number) => Promise<PagefindModule>;
  readonly basePath: string;
  readonly grain: Grain;
  /** Every age range of the index. */
  readonly ranges: readonly string[];
  /** Runs a function while the page claims another language: the only way in which Pagefind chooses an index. */
  readonly inLanguage: <T>(language: string, run: () => T) => T;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine({ load, basePath, grain, ranges, inLanguage }: EngineOptions) {
  let attempt = 0;
  let opened = new Map<Shelf, Promise<PagefindInstance>>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Shelves open one after the other: two at once would start the WebAssembly engine twice and lose the first. */
  function open(shelf: Shelf): Promise<PagefindInstance> {
    const known = opened.get(shelf);
    if (known) return known;
    const opening = queue.then(async () => {
      const { createInstance } = await load(attempt);
      const instance = inLanguage(shelves[shelf], () => createInstance({ basePath, ranking: { metaWeights } }));
      await instance.search(''); // answers nothing, once the index is loaded
      return instance;
    });
    queue = opening.catch(() => undefined);
    opened.set(shelf, opening);
    return opening;
  }

  /** Forgets everything, so that the next question starts anew. */
  async function reset(): Promise<void> {
    const instances = [...opened.values()];
    opened = new Map();
    attempt += 1;
    await Promise.allSettled(instances.map(async (instance) => (await instance).destroy()));
  }

  async function ask(plan: Plan): Promise<PagefindResults> {
    if (isHopeless(plan)) return { results: [], filters: {} };
    const instance = await open(plan.shelf);
    return instance.search(plan.term, { filters: pagefindFilters(plan, grain) });
  }

  return {
    reset,

    /** Fetches what a first question will need. */
    async warm(state: SearchState): Promise<void> {
      await open(planSearch(state, ranges).shelf);
    },

    async search(state: SearchState): Promise<Answer> {
      const plan = planSearch(state, ranges);
      // Nothing asked, nothing fetched: the engine is not for who only reads the page.
      const { results } = isIdle(plan) ? { results: [] } : await ask(plan);
      return {
        plan,
        total: results.length,
        hits: (from, to) =>
          Promise.all(
            results.slice(from, to).map(async (result) => {
              const { raw_url, url, meta } = await result.data();
              return { url: raw_url ?? url, meta: mapValues(meta, unseal) };
            }),
          ),
      };
    },

    /** Nothing in a large directory, where counting would download every filter. */
    async counts(state: SearchState): Promise<Counts> {
      if (grain === 'value') return {};
      const counts: Partial<Record<Facet, Readonly<Record<string, number>>>> = {};
      for (const { facets, plan } of planCounts(state, ranges)) {
        if (isHopeless(plan)) {
          for (const facet of facets) counts[facet] = {};
          continue;
        }
        await (await open(plan.shelf)).filters();
        const { filters } = await ask(plan);
        for (const facet of facets) counts[facet] = filters[facet] ?? {};
      }
      return counts;
    },
  };
}

const mapValues = (record: Meta, change: (value: string) => string): Meta =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
