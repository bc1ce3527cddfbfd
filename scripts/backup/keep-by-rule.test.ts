import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eraseByRule, eraseLeftovers } from './keep-by-rule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-keep-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fill = async (place: string, names: readonly string[]): Promise<void> => {
  await mkdir(place, { recursive: true });
  for (const name of names) await writeFile(path.join(place, name), '');
};

it('erases a backup with its secrets, and nothing that somebody else has put there', async () => {
  await fill(folder, [
    'trame-20261201T020000.tar.gz.age',
    'trame-20261201T020000.secrets.age',
    'trame-20261201T050000.tar.gz.age',
    'trame-20261201T050000.secrets.age',
    'trame-20261201T020000.tar.gz.age.sha256',
    'avant-la-mise-a-jour.tar.gz.age',
  ]);
  expect(await eraseByRule(folder, new Date('2026-12-01T06:00:00Z'))).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([
    'avant-la-mise-a-jour.tar.gz.age',
    'trame-20261201T020000.tar.gz.age.sha256',
    'trame-20261201T050000.secrets.age',
    'trame-20261201T050000.tar.gz.age',
  ]);
  expect(await eraseByRule(path.join(folder, 'is-not-there'), new Date())).toBe(0);
});

it('takes away what a program left that was killed in the midst, and only that', async () => {
  const data = path.join(folder, 'data');
  for (const left of ['backup-aB3dE9', 'restore-x00YZ1']) await fill(path.join(data, left), ['secrets.json']);
  await fill(path.join(data, 'backups'), [
    'trame-20261201T020000.tar.gz.age',
    'trame-20261202T020000.tar.gz.age.unfinished',
  ]);
  await fill(path.join(data, 'editions'), ['backup-abcdef']);
  await fill(data, ['backup.key', 'backup-notes']);
  await eraseLeftovers(data, path.join(data, 'backups'));
  expect((await readdir(data)).sort()).toEqual(['backup-notes', 'backup.key', 'backups', 'editions']);
  expect(await readdir(path.join(data, 'backups'))).toEqual(['trame-20261201T020000.tar.gz.age']);
  expect(await readdir(path.join(data, 'editions'))).toEqual(['backup-abcdef']);
});
