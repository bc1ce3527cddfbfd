import { chmod, copyFile, mkdir, truncate, mkdtemp, readFile, rm, stat, watch, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { pack, packEncrypted } from './archive.ts';
import { unpackBackup } from './unpack-backup.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-archive-'));
  await mkdir(path.join(folder, 'in'));
  await writeFile(path.join(folder, 'in/random'), randomBytes(4_000_000)); // takes tar a moment
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mode = async (file: string) => (await stat(file)).mode & 0o777;

const inside = () => path.join(folder, 'in');
async function makeKey() {
  const identity = await generateX25519Identity();
  return { file: 'backup.key', identity, recipient: await identityToRecipient(identity) };
}
const noKey = () => Promise.reject(new Error('A plain archive asks for no key'));

it.each(['plain', 'encrypted'])(
  'lets nobody else read the archive, not even while it is written or over an older one: %s',
  async (kind) => {
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
      await (kind === 'plain' ? pack(inside(), file) : packEncrypted(inside(), file, (await makeKey()).recipient));
    } finally {
      process.umask(before);
    }
    stop.abort();
    await watched;
    expect(modes.length).toBeGreaterThan(0);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(await mode(file)).toBe(0o600);
    expect((await stat(file)).size).toBeGreaterThan(4_000_000);
  },
);

it('tells an archive that was cut short or damaged from a file that is none', async () => {
  const file = path.join(folder, 'backup.tar.gz');
  await pack(path.join(folder, 'in'), file);
  const out = path.join(folder, 'out');
  await mkdir(out);
  await expect(unpackBackup(file, out, noKey)).resolves.toBeNull();
  const { size } = await stat(file);
  for (const left of [size - 8, size / 2, 12]) {
    await truncate(file, Math.floor(left));
    await expect(unpackBackup(file, out, noKey)).rejects.toThrow(/abîmée.*Rien n’a été changé/);
  }
  await writeFile(file, 'une photo');
  await expect(unpackBackup(file, out, noKey)).rejects.toThrow(/n’est pas une sauvegarde/);
  await writeFile(file, '');
  await expect(unpackBackup(file, out, noKey)).rejects.toThrow(/n’est pas une sauvegarde/);
});

it('gives back what was encrypted, with the key that it was encrypted for', async () => {
  const key = await makeKey();
  const file = path.join(folder, 'backup.tar.gz.age');
  const out = path.join(folder, 'out');
  await mkdir(out);
  await packEncrypted(inside(), file, key.recipient);
  expect(await unpackBackup(file, out, () => Promise.resolve(key))).toEqual(key);
  expect((await readFile(path.join(out, 'random'))).equals(await readFile(path.join(inside(), 'random')))).toBe(true);
  // As any age would write it.
  expect((await readFile(file)).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
});

it('refuses an encrypted archive that was cut or changed anywhere, needs another key, or is none, and says which', async () => {
  const key = await makeKey();
  const whole = path.join(folder, 'whole');
  const file = path.join(folder, 'backup.tar.gz.age');
  const out = path.join(folder, 'out');
  await mkdir(out);
  await packEncrypted(inside(), whole, key.recipient);
  const open = (mine = key) => unpackBackup(file, out, () => Promise.resolve(mine));
  const { size } = await stat(whole);
  for (const left of [size - 1, size - 16, size >> 1, 3 * 64 * 1024 + 200, 300, 60, 23]) {
    await copyFile(whole, file);
    await truncate(file, left);
    await expect(open(), `cut to ${left} bytes`).rejects.toThrow(/abîmée.*Rien n’a été changé/);
  }
  const bytes = await readFile(whole);
  for (const at of [30, 100, 150, 180, 190, 250, 70_000, size >> 1, size - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await writeFile(file, changed);
    await expect(open(), `changed at ${at}`).rejects.toThrow(/abîmé.*Rien n’a été changé/);
  }
  await writeFile(file, Buffer.concat([bytes, Buffer.from('x')]));
  await expect(open()).rejects.toThrow(/abîmée/);
  await copyFile(whole, file);
  await expect(open(await makeKey())).rejects.toThrow(/ne s’ouvre pas avec la clé de backup\.key/);
  await expect(unpackBackup(file, out, () => Promise.resolve({ ...key, identity: null }))).rejects.toThrow(
    /moitié publique/,
  );
  const encrypter = new Encrypter();
  encrypter.addRecipient(key.recipient);
  await writeFile(file, await encrypter.encrypt('une photo'));
  await expect(open()).rejects.toThrow(/n’est pas une sauvegarde/);
});
