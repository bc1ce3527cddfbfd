import { chmod, mkdir, truncate, mkdtemp, rm, stat, watch, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pack } from './archive.ts';
import { unpackBackup } from './restore.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-archive-'));
  await mkdir(path.join(folder, 'in'));
  await writeFile(path.join(folder, 'in/random'), randomBytes(4_000_000)); // takes tar a moment
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mode = async (file: string) => (await stat(file)).mode & 0o777;

it('lets nobody else read the archive, not even while it is written or over an older one', async () => {
  const file = path.join(folder, 'backup.tar.gz');
  await writeFile(file, 'left by a crash');
  await chmod(file, 0o644);
  const stop = new AbortController();
  const modes: number[] = [];
  const watched = (async () => {
    try {
      for await (const _ of watch(folder, { signal: stop.signal })) modes.push(await mode(file).catch(() => 0o600));
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
    }
  })();
  const before = process.umask(0o022);
  try {
    await pack(path.join(folder, 'in'), file);
  } finally {
    process.umask(before);
  }
  stop.abort();
  await watched;
  expect(modes.length).toBeGreaterThan(0);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  expect(await mode(file)).toBe(0o600);
  expect((await stat(file)).size).toBeGreaterThan(4_000_000);
});

it('tells an archive that was cut short or damaged from a file that is none', async () => {
  const file = path.join(folder, 'backup.tar.gz');
  await pack(path.join(folder, 'in'), file);
  const out = path.join(folder, 'out');
  await mkdir(out);
  await expect(unpackBackup(file, out)).resolves.toBeUndefined();
  const { size } = await stat(file);
  for (const left of [size - 8, size / 2, 12]) {
    await truncate(file, Math.floor(left));
    await expect(unpackBackup(file, out)).rejects.toThrow(/abîmée.*Rien n’a été changé/);
  }
  await writeFile(file, 'une photo');
  await expect(unpackBackup(file, out)).rejects.toThrow(/n’est pas une sauvegarde/);
  await writeFile(file, '');
  await expect(unpackBackup(file, out)).rejects.toThrow(/n’est pas une sauvegarde/);
});
