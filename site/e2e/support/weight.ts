/** What a page costs before its pictures. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** As the site's server sends it (`scripts/deployer/precompress.ts`). */
const sent = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

/** HTML, CSS and JavaScript of a page, compressed, in bytes (the design's figure). */
export const PAGE_BUDGET = 30_000;

/**
 * Pages where associations write: a form of forty fields and its screens, which reads hours as people type them and links in
 * every shape that mail programs leave them in, and finds a withheld number in every spelling. The check, with its tables, comes
 * when it is needed. One's own data are opened by such a link too. The style of the whole site, 13 kB, is kept for all its pages.
 */
const FORMS = {
  pages: /^(?:ma-fiche|declarer|retrait|connexion|espace|mes-donnees|desinscription|repondre|alerte)\//,
  bytes: 68_000,
};

/** What a map fetches besides the search once it is asked for: MapLibre, its worker, its styles and the points. */
export const MAP_BUDGET = 480_000;

/**
 * The page that answers: its list, its map, what is near and what can be followed are one program. What it fetches ahead for the
 * first answer has a budget of its own (`search.test.ts`).
 */
const SEARCH = { page: 'recherche/index.html', bytes: 38_000, ahead: /^\/(?:pagefind\/|_trame\/worker-)/ };

/** The whole directory is a document, with a budget of its own by entry (decision 0013). */
const DOCUMENT = { pages: /^annuaire\//, entry: /<article\b/g, bytes: 350 };

/** The most that a page may weigh, in bytes. */
export async function pageBudget(folder: string, file: string): Promise<number> {
  if (FORMS.pages.test(file)) return FORMS.bytes;
  if (file === SEARCH.page) return SEARCH.bytes;
  if (!DOCUMENT.pages.test(file)) return PAGE_BUDGET;
  const entries = (await readFile(join(folder, file), 'utf8')).match(DOCUMENT.entry)?.length ?? 0;
  return PAGE_BUDGET + entries * DOCUMENT.bytes;
}

/** Style sheets and scripts that the page asks for by itself, modules they import included. */
export async function pageWeight(folder: string, file: string): Promise<number> {
  const html = await readFile(join(folder, file), 'utf8');
  const linked = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+\.(?:css|js))"/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !SEARCH.ahead.test(path));
  const seen = new Set<string>();
  let total = sent(html);
  for (let next = linked; next.length > 0;) {
    const found: string[] = [];
    // A module that two others import is asked for once.
    for (const path of new Set(next)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const text = await readFile(join(folder, path), 'utf8');
      total += sent(text);
      if (path.endsWith('.js')) {
        const imports = [...text.matchAll(/(?:import|from)\s*"(\.{1,2}\/[^"]+)"/g)];
        found.push(...imports.map(([, target]) => new URL(target ?? '', `http://site${path}`).pathname));
      }
    }
    next = found;
  }
  return total;
}
