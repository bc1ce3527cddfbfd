import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checksums, verify } from './checksums.ts';
import type { Manifest } from './manifest.ts';

let folder: string;
let manifest: Manifest;
const at = (...names: string[]) => path.join(folder, ...names);
const row = (id: number) => `${JSON.stringify({ id, text: 'a\u2028b' })}\n`;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-checksums-'));
  await mkdir(at('database'));
  await mkdir(at('public/uploads'), { recursive: true });
  await writeFile(at('database/clubs.jsonl'), row(1) + row(2) + row(3));
  await writeFile(at('database/empty.jsonl'), '');
  await writeFile(at('public/uploads/é.jpg'), 'a picture');
  await writeFile(at('secrets.json'), '{}');
  manifest = {
    format: 'trame-backup/4',
    id: '3f0a2b1c-5d6e-4f70-8192-a3b4c5d6e7f8',
    secrets: null,
    madeAt: '2026-11-29T10:00:00.000Z',
    migrations: [],
    shape: { clubs: ['id', 'text'], empty: ['id'] },
    rows: { clubs: 3, empty: 0 },
    structure: { tables: [], rules: [] },
    files: await checksums(folder),
  };
  await writeFile(at('manifest.json'), JSON.stringify(manifest));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('notes every file but the manifest', () => {
  expect(Object.keys(manifest.files).sort()).toEqual(
    ['database/clubs.jsonl', 'database/empty.jsonl', 'public/uploads/é.jpg', 'secrets.json'].sort(),
  );
  expect(manifest.files['public/uploads/é.jpg']).toEqual({
    bytes: 9,
    sha256: createHash('sha256').update('a picture').digest('hex'),
  });
});

it('finds a whole backup whole, of each format', async () => {
  await expect(verify(folder, manifest)).resolves.toBeUndefined();
  const { id: _id, secrets: _secrets, ...third } = manifest;
  await expect(verify(folder, { ...third, format: 'trame-backup/3' })).resolves.toBeUndefined();
  const { files: _files, ...second } = third;
  await expect(verify(folder, { ...second, format: 'trame-backup/2' })).resolves.toBeUndefined();
  await expect(verify(folder, { format: 'trame-backup/1', shape: manifest.shape })).resolves.toBeUndefined();
});

it.each<[string, () => Promise<unknown>, RegExp]>([
  ['cut to two rows', () => writeFile(at('database/clubs.jsonl'), row(1) + row(2)), /clubs/],
  ['with a row of somebody else', () => writeFile(at('database/clubs.jsonl'), row(1) + row(2) + row(9)), /clubs/],
  [
    'cut in the middle of a row',
    () => writeFile(at('database/clubs.jsonl'), (row(1) + row(2) + row(3)).slice(0, -4)),
    /clubs/,
  ],
  ['without a table', () => rm(at('database/empty.jsonl')), /empty/],
  ['without a picture', () => rm(at('public/uploads/é.jpg')), /é\.jpg/],
  ['with an altered picture', () => writeFile(at('public/uploads/é.jpg'), 'a Picture'), /é\.jpg/],
  ['with a file more', () => writeFile(at('public/uploads/x.html'), '<script>'), /x\.html/],
  ['with longer secrets', () => appendFile(at('secrets.json'), '\n'), /secrets/],
])('refuses one %s, and says that nothing was changed', async (_, spoil, named) => {
  await spoil();
  await expect(verify(folder, manifest)).rejects.toThrow(named);
  await expect(verify(folder, manifest)).rejects.toThrow(/abîmée.*Rien n’a été changé/s);
});

it('counts the rows of the second format, which has no checksums', async () => {
  const { id: _id, secrets: _secrets, ...third } = manifest;
  await expect(verify(folder, { ...third, format: 'trame-backup/3' })).resolves.toBeUndefined();
  const { files: _files, ...second } = third;
  await writeFile(
    at('database/clubs.jsonl'),
    (await readFile(at('database/clubs.jsonl'), 'utf8')).slice(0, row(1).length),
  );
  await expect(verify(folder, { ...second, format: 'trame-backup/2' })).rejects.toThrow(/lignes de.*clubs/);
});
