/** A frozen edition must come back from a backup as it was sealed: the print shop's files are not built again. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PRINT_REPORT_FORMAT } from '@trame/cms/domain/contract/press/print-report';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../lib/clock.ts';
import { createLinks } from '../deployer/editions/links.ts';
import { createEditionStore } from '../deployer/editions/store.ts';
import { pack, unpack } from './archive.ts';
import { copyKeptFiles } from './lay-out.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-kept-'));
  for (const name of ['data', 'copied', 'unpacked', 'restored']) await mkdir(path.join(folder, name));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const linksOf = (dataDir: string) =>
  createLinks({
    fileOf: (edition) => createEditionStore(dataDir).fileOf(edition, 'links.json'),
    secret: 'the-secret-of-the-press',
    clock: systemClock,
  });

async function printed(edition: string, words: string): Promise<void> {
  const store = createEditionStore(at('data'));
  const printing = await store.beginPrinting(edition);
  await writeFile(path.join(printing, 'livret.pdf'), words);
  await writeFile(path.join(printing, 'originals', 'logo.png'), 'a picture');
  await writeFile(path.join(printing, 'rapport.html'), '<p>Rapport</p>');
  const sha256 = createHash('sha256').update(words).digest('hex');
  const report = {
    format: PRINT_REPORT_FORMAT,
    edition: { id: edition, year: 2026, title: 'Guide' },
    printedAt: '2026-11-22T10:00:00.000Z',
    content: sha256,
    software: { typst: '0', trame: '0' },
    standard: 'PDF/X-4',
    profile: 'FOGRA39',
    files: [{ name: 'livret.pdf', label: 'Livret', bytes: words.length, sha256, pages: 8 }],
    pages: 8,
    entries: 1,
    notesPages: 0,
    spineMm: null,
    entryPages: {},
    checks: [],
    notices: [],
    changes: null,
  };
  await writeFile(path.join(printing, 'rapport.json'), JSON.stringify(report));
  await store.acceptPrinting(edition);
}

it('keeps proofs, frozen editions and links whole, and leaves what is half-printed', async () => {
  await printed('frozen1', 'figé');
  await createEditionStore(at('data')).freeze('frozen1', '2026-11-22T11:00:00.000Z');
  const { token } = await linksOf(at('data')).make('frozen1', { recipient: 'Imprimerie', days: 30 });
  await printed('proof1', 'épreuve');
  await mkdir(at('data/editions/proof1/printing'));
  await writeFile(at('data/editions/proof1/printing/livret.pdf'), 'half');

  await copyKeptFiles(at('data'), at('copied'));
  await pack(at('copied'), at('backup.tar.gz'));
  await unpack(at('backup.tar.gz'), at('unpacked'));
  await cp(at('unpacked/editions'), at('restored/editions'), { recursive: true });

  const store = createEditionStore(at('restored'));
  expect((await store.seal('frozen1'))?.at).toBe('2026-11-22T11:00:00.000Z');
  expect(await store.damagedIn('frozen1', 'frozen')).toBeNull();
  expect(await readFile(at('restored/editions/frozen1/frozen/originals/logo.png'), 'utf8')).toBe('a picture');
  expect((await stat(at('restored/editions/frozen1/frozen/livret.pdf'))).mode & 0o222).toBe(0);
  expect((await linksOf(at('restored')).admit(token)).outcome).toBe('open');
  expect(await store.damagedIn('proof1', 'proof')).toBeNull();
  expect((await readdir(at('restored/editions/proof1'))).sort()).toEqual(['proof']);
});
