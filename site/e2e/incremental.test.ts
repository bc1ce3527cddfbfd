/** Pages that are taken over from release to release are, after any edits, the pages that would be rendered (decision 0082). */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseExport } from '../src/loaders/parse-export.ts';
import { someEdit } from './support/edits.ts';
import { astroBuild, openPreview, type Preview } from './support/preview.ts';

/** In a row, each on what the one before left. More are tried with `TRAME_EDITS=200`. */
const EDITS = Number(process.env['TRAME_EDITS'] ?? 10);

let preview: Preview;
let worker: ReturnType<typeof fork>;

beforeAll(async () => {
  preview = await openPreview({ generated: 0 });
  worker = fork(fileURLToPath(new URL('support/render-twice.ts', import.meta.url)), {
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
});
afterAll(async () => {
  worker.disconnect();
  await preview.close();
});

/** A directory that is small, of which everything there is something in: edits of it meet each other. */
function small(whole: SiteExport): SiteExport {
  const few = <T>(records: readonly T[], most: number): T[] =>
    records.filter((_, at) => at % Math.ceil(records.length / most) === 0);
  return {
    ...whole,
    associations: few(whole.associations, 14),
    events: few(whole.events, 8),
    resources: few(whole.resources, 5),
    communes: few(whole.communes, 6),
    guides: few(whole.guides, 5),
  };
}

async function render(number: number, document: SiteExport) {
  const out = `${preview.folder}-${number}`;
  const cwd = `${out}.work`;
  for (const folder of [cwd, out, join(out, 'kept'), join(out, 'full')]) await mkdir(folder);
  await symlink(fileURLToPath(new URL('../node_modules', import.meta.url)), join(cwd, 'node_modules'));
  await writeFile(join(cwd, 'export.json'), JSON.stringify(document));
  worker.send({ env: { ...preview.env, TRAME_EXPORT: join(cwd, 'export.json'), TRAME_OUT: out }, cwd });
  const [said] = (await once(worker, 'message')) as unknown[];
  expect(said).toMatchObject({ done: true });
  return { out, counts: JSON.parse(await readFile(join(out, 'counts.json'), 'utf8')) as Record<string, number> };
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  const read = files.map(async (file) => [relative(folder, file), await readFile(file, 'base64')] as const);
  return new Map(await Promise.all(read));
}

it(
  `is what a release from nothing is, after each of ${EDITS} edits`,
  { timeout: 60_000 + EDITS * 30_000 },
  async () => {
    const whole = parseExport(JSON.parse(await readFile(preview.env['TRAME_EXPORT']!, 'utf8')));
    let document = small(whole);
    const seed = Number(process.env['TRAME_SEED'] ?? Date.now() % 1e6);
    const first = await render(0, document);
    expect(first.counts['takenOver']).toBe(0);
    await rm(first.out, { recursive: true });

    let takenOver = 0;
    const edits = fc.sample(someEdit, { seed, numRuns: EDITS });
    for (const [at, edit] of edits.entries()) {
      document = edit.apply(document, whole);
      const said = `seed ${seed}, edit ${at + 1}: ${edit.name}`;
      const { out, counts } = await render(at + 1, document);
      takenOver += counts['takenOver']!;
      const [kept, full] = await Promise.all([filesOf(join(out, 'kept')), filesOf(join(out, 'full'))]);
      expect([...kept.keys()], said).toEqual([...full.keys()]);
      const differing = [...kept].filter(([file, bytes]) => full.get(file) !== bytes).map(([file]) => file);
      expect(differing, said).toEqual([]);
      await rm(out, { recursive: true });
    }
    // Neither has met a page that the program remembers for itself: a build by hand has no past.
    const last = await render(EDITS + 1, document);
    const byHand = join(last.out, 'by-hand');
    await astroBuild({ ...preview.env, TRAME_EXPORT: `${last.out}.work/export.json`, TRAME_OUT: byHand });
    const [kept, made] = await Promise.all([filesOf(join(last.out, 'kept')), filesOf(byHand)]);
    expect([...kept].filter(([file, bytes]) => made.get(file) !== bytes).map(([file]) => file)).toEqual([]);
    expect(kept.size).toBe(made.size);
    // Otherwise nothing would have been tried: most edits leave most pages as they were.
    expect(takenOver).toBeGreaterThan(EDITS * 20);
  },
);
