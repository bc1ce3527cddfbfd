import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../', import.meta.url));
const OF_A_RELEASE = /\bTRAME_(?:BUILT_AT|RELEASE_ID|CONTENT_VERSION|BOOKLET)\b/;
/** What comes out is a day, or is derived. */
const KNOWN = ['content/this-release.ts', 'content/today.ts', 'features/booklet-page/booklet.ts'];
const OF_PAGES = ['pages', 'features', 'layouts', 'components', 'view', 'content', 'media'];
/** It runs beside the pages, and not in them. */
const BESIDE = ['features/search/index/build-release-index.ts'];

it('is where pages learn what changes with each release: they would be taken over without it', async () => {
  const files = (await readdir(SRC, { recursive: true })).filter(
    (file) => OF_PAGES.some((folder) => file.startsWith(`${folder}/`)) && /(?<!\.test)\.(?:ts|astro)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = await Promise.all(
    files.map(async (file) => (OF_A_RELEASE.test(await readFile(join(SRC, file), 'utf8')) ? [file] : [])),
  );
  expect(found.flat().sort()).toEqual([...KNOWN, ...BESIDE].sort());
});
