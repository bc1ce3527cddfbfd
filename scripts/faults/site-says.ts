/** Where the site says a word: the entry's page, a list, the search, the booklet, open data. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readableIndex } from '@trame/site/search-readable';
import { pdfText } from '../checks/pdf-text.ts';

const bytesOf = async (siteUrl: string, address: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${siteUrl}${address}`, { signal: AbortSignal.timeout(15_000) })).arrayBuffer());

/** False while it does not answer, too. */
export async function pageSays(siteUrl: string, address: string, word: string): Promise<boolean> {
  return bytesOf(siteUrl, address).then(
    (bytes) => bytes.includes(word),
    () => false,
  );
}

/** What the search finds is asked of its files: it needs a browser. */
async function searchSays(dataDir: string, word: string): Promise<boolean> {
  const folder = path.join(dataDir, 'site/current/pagefind/fragment');
  for (const name of await readdir(folder)) {
    const file = await readFile(path.join(folder, name));
    if (readableIndex(gunzipSync(file).toString('utf8')).includes(word)) return true;
  }
  return false;
}

/** The booklet may break a word at the end of its line. */
const bookletSays = async (siteUrl: string, word: string): Promise<boolean> =>
  (pdfText(await bytesOf(siteUrl, '/annuaire.pdf')) ?? '').replace(/[\s\u00ad-]+/g, '').includes(word);

/** @param word lowercase letters, which no stemmer shortens */
export async function whereSaid(
  site: { siteUrl: string; dataDir: string },
  address: string,
  word: string,
): Promise<Record<string, boolean>> {
  const { siteUrl, dataDir } = site;
  return {
    page: await pageSays(siteUrl, address, word),
    list: await pageSays(siteUrl, '/annuaire/', word),
    search: await searchSays(dataDir, word),
    booklet: await bookletSays(siteUrl, word),
    'open data': await pageSays(siteUrl, '/donnees/associations.json', word),
  };
}
