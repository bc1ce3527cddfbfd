/** Writes the search index of a release. Run alone, it reads the same environment as the pages: see `build-env.ts`. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import * as pagefind from 'pagefind';
import { searchGrain, searchRecords, type SearchRecord } from './records.ts';
import { seal } from './seal.ts';
import { BUNDLE, NAME_FIELD, shelves, type Grain } from './shelves.ts';

/** Records on their way to the indexer at once: enough to keep it busy, little enough to stay small. */
const BATCH = 500;

/** What a browser needs of a bundle; Pagefind's own interfaces stay out of the release. */
const KEPT =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.fr\.pagefind|index|filter|fragment)$/;

export interface BuiltIndex {
  /** Records on each shelf. */
  readonly pages: number;
  readonly activities: number;
}

/**
 * Indexes an export afresh and writes the bundle to `<outDir>/pagefind/`, in place of what stood there. The same export gives
 * the same files.
 *
 * @param builtAt ISO instant that decides which events are over
 * @param grain how filters are cut; after the size of the directory unless told
 * @throws {Error} when the indexer refuses a record or cannot write
 */
export async function buildSearchIndex({
  siteExport,
  outDir,
  builtAt = new Date().toISOString(),
  grain = searchGrain(siteExport),
}: {
  siteExport: SiteExport;
  outDir: string;
  builtAt?: string;
  grain?: Grain;
}): Promise<BuiltIndex> {
  const records = searchRecords(siteExport, builtAt, grain);
  const bundle = join(outDir, BUNDLE);
  await rm(bundle, { recursive: true, force: true });
  try {
    const entries = [];
    for (const shelf of ['pages', 'activities'] as const) {
      const own = records.filter((record) => record.shelf === shelf);
      if (own.length > 0) entries.push(await writeShelf(own, bundle));
    }
    await joinEntries(bundle, entries);
    await prune(bundle);
  } finally {
    await pagefind.close();
  }
  const pages = records.filter(({ shelf }) => shelf === 'pages').length;
  return { pages, activities: records.length - pages };
}

/** Pagefind's table of contents: one index for each language. */
interface Entry {
  readonly languages: Record<string, { wasm: string | null }>;
}

/**
 * Indexes one shelf into the bundle. Each has an indexer of its own: adding a record costs a walk through those that are there.
 * @returns the table of contents, which the next shelf overwrites
 */
async function writeShelf(records: readonly SearchRecord[], bundle: string): Promise<Entry> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`The search indexer did not start: ${errors.join('; ')}`);
  for (let from = 0; from < records.length; from += BATCH) {
    await Promise.all(records.slice(from, from + BATCH).map((record) => add(index, record)));
  }
  const written = await index.writeFiles({ outputPath: bundle });
  if (written.errors.length > 0) throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  return JSON.parse(await readFile(entryPath(bundle), 'utf8')) as Entry;
}

async function add(
  index: pagefind.PagefindIndex,
  { shelf, url, name, content, meta, filters }: SearchRecord,
): Promise<void> {
  const shown = Object.entries(meta).map(([field, value]): [string, string] => [field, seal(value)]);
  const { errors } = await index.addCustomRecord({
    url,
    content,
    language: shelves[shelf],
    meta: { ...Object.fromEntries(shown), [NAME_FIELD]: name },
    filters: { ...filters },
  });
  if (errors.length > 0) throw new Error(`The search indexer refused ${url}: ${errors.join('; ')}`);
}

const entryPath = (bundle: string): string => join(bundle, 'pagefind-entry.json');

/** Both shelves speak French: one engine (60 kB) serves both, where Pagefind would have the browser fetch one for each. */
async function joinEntries(bundle: string, entries: readonly Entry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const languages = Object.fromEntries(
    entries
      .flatMap((entry) => Object.entries(entry.languages))
      .map(([name, index]) => [name, { ...index, wasm: shelves.pages }]),
  );
  await writeFile(entryPath(bundle), JSON.stringify({ ...first, languages }));
}

async function prune(bundle: string): Promise<void> {
  const names = await readdir(bundle).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const superfluous = names.filter((name) => !KEPT.test(name));
  await Promise.all(superfluous.map((name) => rm(join(bundle, name), { recursive: true })));
}

if (import.meta.main) {
  // Read only here: whoever calls `buildSearchIndex` already has the export, and needs no environment.
  const { buildEnv } = await import('../../build-env.ts');
  const { parseExport } = await import('../../loaders/parse-export.ts');
  const { readExport } = await import('../../loaders/read-export.ts');
  const started = performance.now();
  const siteExport = parseExport(await readExport(buildEnv.TRAME_EXPORT, buildEnv.TRAME_EXPORT_TOKEN));
  const { pages, activities } = await buildSearchIndex({
    siteExport,
    outDir: buildEnv.TRAME_OUT,
    builtAt: buildEnv.TRAME_BUILT_AT,
  });
  console.log(`search: ${pages} pages, ${activities} activities, ${Math.round(performance.now() - started)} ms`);
}
