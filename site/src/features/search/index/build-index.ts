/** Writes the search index of a release. Run alone, it reads the same environment as the pages: see `build-env.ts`. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { dayOf } from '@trame/cms/domain/dates';
import { foreignEverydayWords } from '@trame/cms/domain/vocabulary/foreign-words/foreign-words';
import type { SiteLanguage } from '@trame/cms/domain/vocabulary/site-languages';
import { everydayWords } from '@trame/cms/domain/vocabulary/everyday-words/everyday-words';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { z } from 'zod';
import { asSigns } from '../facts/bytes-as-signs.ts';
import { FACTS_FILE, type IndexHead } from '../facts/format.ts';
import { POINTS_FILE } from '../bundle/points-file.ts';
import { tagsOf } from '../../../languages/chosen.ts';
import { foreignFile, foreignPath } from '../bundle/foreign.ts';
import { lexiconFiles, LEXICON_FOLDER, singleWords } from '../bundle/lexicon.ts';
import {
  BUNDLE,
  ENGINE_FILE,
  ENGINE_FOLDER,
  ENGINE_WASM,
  ENTRY_FILE,
  INDEX_LANGUAGE,
  PACK_FILE,
  PACK_LIST_FILE,
  PACK_VERSION,
  type Pack,
  PAGEFIND_VERSION,
} from '../../../view/search-bundle.ts';
import { encodeFacts } from './encode-facts.ts';
import { encodePoints } from './encode-points.ts';
import { indexedPages, type IndexedPage } from './records.ts';
import { seal } from '../bundle/seal.ts';
import { commonWords } from './common-words.ts';
import { COMMON_FILE, commonFile, wordListFile, WORD_LIST_FILE } from '../bundle/word-list.ts';
import { createWordReader, type WordReader } from './word-reader.ts';
import type { Indexed } from './words.ts';

const FOREIGN = /^langue-/;

/** Records on their way to the indexer at once: enough to keep it busy, little enough to stay small. */
const BATCH = 500;

/** What a browser needs of a bundle; Pagefind's own interfaces stay out of the release. */
const KEPT = ['index', 'fragment'];

export interface BuiltIndex {
  readonly pages: number;
  /** Activities, and pages that list none. */
  readonly rows: number;
}

/**
 * Indexes an export afresh and writes the bundle to `<outDir>/pagefind/`, in place of what stood there. The same export gives
 * the same files.
 *
 * @param builtAt ISO instant that decides which events are over
 * @param readWords of a process that makes one index after the other
 * @throws {Error} when the indexer refuses a record or cannot write
 */
export async function buildSearchIndex({
  siteExport,
  outDir,
  builtAt = new Date().toISOString(),
  readWords = createWordReader(),
}: {
  siteExport: SiteExport;
  outDir: string;
  builtAt?: string;
  readWords?: WordReader;
}): Promise<BuiltIndex> {
  const pages = indexedPages(siteExport, builtAt);
  const words = readWords(pages);
  const bundle = join(outDir, BUNDLE);
  await rm(bundle, { recursive: true, force: true });
  try {
    await writePages(pages, words, bundle);
  } finally {
    await pagefind.close();
  }
  const head = await readHead(bundle, pages.length <= MOST_TOGETHER);
  await moveEngine(bundle);
  await prune(bundle);
  const files: Record<string, unknown> = {
    [FACTS_FILE]: encodeFacts(pages, words, siteExport, dayOf(builtAt), head),
    [POINTS_FILE]: encodePoints(pages),
    ...foreignFiles(siteExport.languages ?? []),
    [WORD_LIST_FILE]: wordListFile([...words.flatMap(({ written }) => written), ...ofProgram().words]),
  };
  await mkdir(join(bundle, LEXICON_FOLDER), { recursive: true });
  const written = [
    ...ofProgram().files,
    ...Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)] as const),
  ];
  await Promise.all(written.map(([name, text]) => writeFile(join(bundle, name), text)));
  await writePack(bundle, pages, head);
  return { pages: pages.length, rows: pages.reduce((sum, { rows }) => sum + rows.length, 0) };
}

/** What depends on nothing of the content: a process that stays makes it once. */
let shipped: { readonly words: readonly string[]; readonly files: readonly (readonly [string, string])[] } | null =
  null;
const ofProgram = () =>
  (shipped ??= {
    words: singleWords(everydayWords),
    files: Object.entries({ ...lexiconFiles(everydayWords, commonWords), [COMMON_FILE]: commonFile(commonWords) }).map(
      ([name, file]) => [name, JSON.stringify(file)] as const,
    ),
  });

const foreignFiles = (languages: readonly SiteLanguage[]): Record<string, unknown> =>
  Object.fromEntries(
    languages.flatMap((language) =>
      tagsOf([language]).map((tag) => [foreignPath(tag), foreignFile(foreignEverydayWords, language)]),
    ),
  );

/**
 * In so many pages, what the results show of all of them weighs about as much as the ten that a first answer shows, one by one
 * with what HTTP says of each; and it needs no way of its own to the server. More would exceed what a first search may weigh.
 */
const MOST_TOGETHER = 200;
/** A larger directory is kept page by page as it is read. */
const MOST_PACKED = 3_000;

/** What a device keeps to search and to show the directory without a network: everything in one file, and the list of the others. */
async function writePack(bundle: string, pages: readonly IndexedPage[], head: IndexHead | null): Promise<void> {
  const isPacked = pages.length <= MOST_PACKED;
  const pack: Pack = {
    version: PACK_VERSION,
    of: head?.entry ?? null,
    pages: isPacked ? pages.map(({ url, meta }) => ({ url, meta })) : [],
  };
  await writeFile(join(bundle, PACK_FILE), JSON.stringify(pack));
  const names = (await readdir(bundle, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('fragment'))
    // What one language needs no device of another keeps.
    .filter(({ name }) => !FOREIGN.test(name))
    .map((entry) => `/${join(BUNDLE, relative(bundle, join(entry.parentPath, entry.name)))}`)
    .sort();
  await writeFile(
    join(bundle, PACK_LIST_FILE),
    JSON.stringify({ version: PACK_VERSION, files: isPacked ? names : [] }),
  );
}

async function writePages(pages: readonly IndexedPage[], words: readonly Indexed[], bundle: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`The search indexer did not start: ${errors.join('; ')}`);
  for (let from = 0; from < pages.length; from += BATCH) {
    const batch = pages.slice(from, from + BATCH);
    await Promise.all(batch.map((page, at) => add(index, page, words[from + at]!.content)));
  }
  const written = await index.writeFiles({ outputPath: bundle });
  if (written.errors.length > 0) throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  await index.deleteIndex();
}

async function add(index: pagefind.PagefindIndex, { url, meta }: IndexedPage, content: string): Promise<void> {
  const shown = Object.entries(meta).map(([field, value]): [string, string] => [field, seal(value)]);
  const { errors } = await index.addCustomRecord({
    url,
    content,
    language: INDEX_LANGUAGE,
    meta: Object.fromEntries(shown),
  });
  if (errors.length > 0) throw new Error(`The search indexer refused ${url}: ${errors.join('; ')}`);
}

/** @returns null when nothing was indexed @throws {Error} when Pagefind is of another version than this program says */
async function readHead(bundle: string, isShort: boolean): Promise<IndexHead | null> {
  const names = await namesIn(bundle);
  const meta = names.find((name) => name.endsWith('.pf_meta'));
  if (meta === undefined) return null;
  const entry = await readFile(join(bundle, ENTRY_FILE), 'utf8');
  const { version } = JSON.parse(entry) as { version: string };
  if (version !== PAGEFIND_VERSION)
    throw new Error(`This is Pagefind ${version}: view/search-bundle.ts says ${PAGEFIND_VERSION}`);
  const list = await readFile(join(bundle, meta));
  return { entry, meta: asSigns(list.toString('base64')), pieces: piecesOf(list), isShort };
}

/** Of Pagefind’s list: its version, the pages, then each piece of words with its first word, its last one, and its name. */
const pagefindList = z
  .tuple([z.string(), z.array(z.unknown()), z.array(z.tuple([z.string(), z.string(), z.string()]))])
  .rest(z.unknown());
const SIGNATURE = 'pagefind_dcd';

/** Where a browser finds a word, so that it can fetch its piece beside the program that reads it. */
function piecesOf(list: Buffer): IndexHead['pieces'] {
  const [, , pieces] = pagefindList.parse(decode(gunzipSync(list).subarray(SIGNATURE.length)));
  return pieces.map(([begins, , name]) => [begins, `index/${name}.pf_index`]);
}

async function moveEngine(bundle: string): Promise<void> {
  const names = await namesIn(bundle);
  await mkdir(join(bundle, ENGINE_FOLDER), { recursive: true });
  if (names.includes(ENGINE_FILE)) await rename(join(bundle, ENGINE_FILE), join(bundle, ENGINE_FOLDER, ENGINE_FILE));
  if (!names.includes(ENGINE_WASM)) return;
  // Pagefind packs its program and unpacks it in JavaScript; the server packs it better, and the browser unpacks it by itself.
  const packed = await readFile(join(bundle, ENGINE_WASM));
  await writeFile(join(bundle, ENGINE_FOLDER, ENGINE_WASM), gunzipSync(packed));
}

async function namesIn(bundle: string): Promise<string[]> {
  return readdir(bundle).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function prune(bundle: string): Promise<void> {
  const superfluous = (await namesIn(bundle)).filter((name) => ![...KEPT, ENGINE_FOLDER].includes(name));
  await Promise.all(superfluous.map((name) => rm(join(bundle, name), { recursive: true })));
}
