/** A backup that somebody names, unpacked and read, or refused in words before anything is touched. */
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BackupKey } from '../lib/backup-key.ts';
import { isDiskFull } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { Altered, unpack, unpackEncrypted, WrongKey } from './archive.ts';
import { MANIFEST } from './checksums.ts';
import { AnyManifest, isNewerFormat } from './manifest.ts';
import { messages } from './messages.ts';

/** Null for what is no JSON: no manifest. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws {PlainError} when it is no backup, or none that this release can read. */
export async function readManifest(file: string, folder: string): Promise<AnyManifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => 'null');
  const written = parsed(text);
  const manifest = AnyManifest.safeParse(written);
  if (manifest.success) return manifest.data;
  throw new PlainError(isNewerFormat(written) ? messages.newerFormat(file) : messages.noBackup(file));
}

/** What the file is, by its first bytes: of gzip (RFC 1952, 2.3.1), as backups were before they were encrypted, or of age. */
type Kind = 'plain' | 'encrypted' | 'foreign';
const GZIP = Buffer.from([0x1f, 0x8b]);
const AGE = Buffer.from('age-encryption.org/v1\n');

async function kindOf(file: string): Promise<Kind> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
    if (buffer.subarray(0, bytesRead).equals(AGE)) return 'encrypted';
    return buffer.subarray(0, GZIP.length).equals(GZIP) ? 'plain' : 'foreign';
  } finally {
    await handle.close();
  }
}

/** Why it did not unpack, for a person. */
function wordsForUnpacking(error: unknown, kind: Kind, file: string, folder: string, key: string): string {
  if (isDiskFull(error)) return messages.diskFull(path.dirname(folder));
  if (error instanceof WrongKey) return messages.wrongKey(file, key);
  // What age vouches for and tar does not know was never an archive.
  if (error instanceof Altered || kind === 'plain') return messages.cutShort(file);
  return messages.noBackup(file);
}

/** A key that opens. */
type OpeningKey = BackupKey & { readonly identity: string };

async function openingKey(readKey: () => Promise<BackupKey>): Promise<OpeningKey> {
  const key = await readKey();
  if (key.identity === null) throw new PlainError(messages.publicKeyOnly(key.file));
  return { ...key, identity: key.identity };
}

/**
 * @param folder in the data folder
 * @param readKey is called for a file that needs one
 * @returns the key that opened it; null for a backup of before they were encrypted
 * @throws {PlainError} when it is no backup, one that was cut short or damaged on its way, needs another key, or does not fit on
 * the disk
 */
export async function unpackBackup(
  file: string,
  folder: string,
  readKey: () => Promise<BackupKey>,
): Promise<OpeningKey | null> {
  const kind = await kindOf(file);
  if (kind === 'foreign') throw new PlainError(messages.noBackup(file));
  const key = kind === 'encrypted' ? await openingKey(readKey) : null;
  try {
    await (key === null ? unpack(file, folder) : unpackEncrypted(file, folder, key.identity));
    return key;
  } catch (cause) {
    throw new PlainError(wordsForUnpacking(cause, kind, file, folder, key?.file ?? ''), { cause });
  }
}
