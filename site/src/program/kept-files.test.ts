import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeptFiles, type FileRound, type KeptFiles } from './kept-files.ts';

let folder: string;
let kept: KeptFiles;
let releases = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-files-'));
  kept = createKeptFiles(join(folder, 'kept'));
});
afterEach(() => rm(folder, { recursive: true }));

const FILE = 'api/v1/index.json';

function begin(): FileRound & { readonly path: string; readonly read: () => Promise<string> } {
  const release = join(folder, `release-${(releases += 1)}`);
  const path = join(release, FILE);
  return { ...kept.begin(release), path, read: () => readFile(path, 'utf8') };
}
const inode = async ({ path }: { readonly path: string }) => (await stat(path)).ino;

describe('createKeptFiles', () => {
  it('puts what comes out the same as a second name of one file', async () => {
    const first = begin();
    await first.put(FILE, 'judo');
    const second = begin();
    await second.put(FILE, 'judo');
    expect(await second.read()).toBe('judo');
    const third = begin();
    expect(await third.takeOver(FILE)).toBe(true);
    expect(new Set([await inode(first), await inode(second), await inode(third)]).size).toBe(1);
  });

  it('never writes into a file of another release', async () => {
    const first = begin();
    await first.put(FILE, 'judo');
    const second = begin();
    await second.put(FILE, 'danse');
    expect([await first.read(), await second.read()]).toEqual(['judo', 'danse']);
  });

  it('makes again what was changed in a release, or in the copy, or is gone', async () => {
    const first = begin();
    await first.put(FILE, 'judo');
    // Of the same length: only its time tells.
    await writeFile(first.path, 'ludo');
    expect(await begin().takeOver(FILE)).toBe(false);
    const second = begin();
    await second.put(FILE, 'judo');
    expect(await second.read()).toBe('judo');

    await rm(join(folder, 'kept', FILE));
    expect(await begin().takeOver(FILE)).toBe(false);
    const third = begin();
    await third.put(FILE, 'judo');
    expect(await third.read()).toBe('judo');
  });

  it('keeps nothing that a release does not have any more', async () => {
    const first = begin();
    await first.put(FILE, 'a name that was withdrawn');
    await first.end();
    expect(await begin().takeOver(FILE)).toBe(true);
    await begin().end();
    await expect(readFile(join(folder, 'kept', FILE))).rejects.toThrow('ENOENT');
    expect(await begin().takeOver(FILE)).toBe(false);
  });

  it('writes a release all the same when nothing can be kept', async () => {
    await writeFile(join(folder, 'kept'), 'a file where the folder would be');
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const first = begin();
    await first.put(FILE, 'judo');
    expect(await first.read()).toBe('judo');
    expect(await begin().takeOver(FILE)).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(FILE));
  });
});
