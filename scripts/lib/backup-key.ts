/**
 * The key of the backups, as `age-keygen` writes one: any program that knows age (age-encryption.org) opens a backup with it.
 * The older kind of key, X25519, on purpose: every age since 2019 reads it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { isThere, writeWhole } from './files.ts';
import { messages } from './messages.ts';
import { PlainError } from './plain-error.ts';

const PRIVATE = 0o600;

export interface BackupKey {
  readonly file: string;
  /** What closes a backup: no secret. */
  readonly recipient: string;
  /** What opens one; null when the operator keeps that line elsewhere, and left the public one here. */
  readonly identity: string | null;
}

/** Beside the other secrets of the installation, and in no backup: a backup must not carry what opens it. */
export const backupKeyFile = (dataDir: string): string => path.join(dataDir, 'backup.key');

const SECRET_LINE = /^AGE-SECRET-KEY-\S+$/m;
const PUBLIC_LINE = /^(?:# public key: )?(age1\S+)$/m;

/** @throws {PlainError} when it is not there, or holds no key */
export async function readBackupKey(file: string): Promise<BackupKey> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new PlainError(messages.noBackupKey(file), { cause });
  });
  const lines = text.replaceAll('\r', '');
  const identity = SECRET_LINE.exec(lines)?.[0] ?? null;
  if (identity !== null) {
    const recipient = await identityToRecipient(identity).catch((cause: unknown) => {
      throw new PlainError(messages.badBackupKey(file), { cause });
    });
    return { file, identity, recipient };
  }
  const recipient = PUBLIC_LINE.exec(lines)?.[1];
  if (recipient === undefined) throw new PlainError(messages.badBackupKey(file));
  return { file, identity: null, recipient };
}

/** The installation's key, made when there is none. `isNew`: nobody has seen it yet. @throws {PlainError} */
export async function ensureBackupKey(dataDir: string, now: Date): Promise<BackupKey & { readonly isNew: boolean }> {
  const file = backupKeyFile(dataDir);
  if (await isThere(file)) return { ...(await readBackupKey(file)), isNew: false };
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeWhole(file, messages.backupKeyText(now.toISOString().slice(0, 10), recipient, identity), PRIVATE);
  return { file, identity, recipient, isNew: true };
}
