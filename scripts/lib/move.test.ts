import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { move } from './move.ts';

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-move-'));
  await mkdir(at('from/a'), { recursive: true });
  await writeFile(at('from/a/secret'), 'contenu', { mode: 0o600 });
  await symlink('a', at('from/link'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What `rename` answers between two file systems. */
const otherFileSystem = () => Promise.reject(Object.assign(new Error('cross-device link'), { code: 'EXDEV' }));

it.each([
  ['one file system', { rename }],
  ['another file system', { rename: otherFileSystem }],
])('moves a folder, modes and links included, to %s', async (_, mover) => {
  await move(at('from'), at('to'), mover);
  expect(await readdir(folder)).toEqual(['to']);
  expect(await readFile(at('to/link/secret'), 'utf8')).toBe('contenu');
  expect((await stat(at('to/a/secret'))).mode & 0o777).toBe(0o600);
});

it('leaves everything where it was when it does not succeed', async () => {
  const before = await readdir(at('from'), { recursive: true });
  await mkdir(at('taken/by/another'), { recursive: true });
  await expect(move(at('from'), at('taken'), { rename: otherFileSystem })).rejects.toThrow();
  await expect(
    move(at('from'), at('to'), { rename: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) }),
  ).rejects.toThrow('no');
  expect(await readdir(at('from'), { recursive: true })).toEqual(before);
  expect((await readdir(folder)).sort()).toEqual(['from', 'taken']);
});
