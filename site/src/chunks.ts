/**
 * Which pieces of a build travel together. On a telephone each further file is a way to the server, and costs more than the few
 * kilobytes of it that a page could do without (issue 12: first paint within a second on slow 4G).
 */
import { fileURLToPath } from 'node:url';

/** What the bundler says of a module; the part of it that is used. */
interface Graph {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** Styles of pages that few open, and those of a map, which comes when it is asked for. */
const STYLE_APART =
  /\/features\/(?:service|embed|booklet-page|action-plan)\/|\/features\/search\/map\/|\/node_modules\//;

/** The style of every page of residents: fetched with the first one, and kept for all others. */
export const siteStyle = {
  name: 'site',
  test: (id: string): boolean => /\.css$/.test(id) && !STYLE_APART.test(id),
};

const RESULTS = fileURLToPath(new URL('./features/search/client/start.ts', import.meta.url));

/** What the page of results shares with other pages: small modules, of which every further file delays the first answer. */
export function sharedByResults() {
  let found: ReadonlySet<string> | null = null;
  return {
    name: (id: string, graph: Graph): string | null => {
      // What helps to load a module is a piece of its own: a page that loads one later needs nothing else of this.
      const importsOf = (module: string) =>
        (graph.getModuleInfo(module)?.importedIds ?? []).filter((next) => !next.startsWith('\0'));
      found ??= reachedFrom(RESULTS, importsOf);
      return found.has(id) ? 'commun' : null;
    },
    minShareCount: 2,
  };
}

/**
 * Every module that one stands on: what it imports, what that imports, and so on, each once.
 * @param importsOf what one imports by itself
 */
export function reachedFrom(
  id: string,
  importsOf: (id: string) => readonly string[],
  seen = new Set<string>(),
): ReadonlySet<string> {
  for (const next of importsOf(id)) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachedFrom(next, importsOf, seen);
  }
  return seen;
}
