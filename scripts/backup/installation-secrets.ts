/**
 * The secrets of the installation beside its backup, in a file of their own: whoever is handed the backup to look at the
 * content does not get what signs links and sessions, and a restore on the same machine needs none of it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { secretsFile } from '../lib/environment.ts';
import { nullIfAbsent, writeWhole } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { Manifest } from './manifest.ts';
import { messages } from './messages.ts';

const PRIVATE = 0o600;

/** Keys, and the first administrator's account: what the DATA_DIR has of them. */
export const SECRET_FILES = ['secrets.json', 'admin.json'] as const;

const Secrets = z.strictObject({
  format: z.literal('trame-secrets/1'),
  /** The `id` of the backup's manifest. */
  backup: z.uuid(),
  /** The text of each file. */
  files: z.partialRecord(z.enum(SECRET_FILES), z.string()),
});

/** Where the secrets of a backup lie: beside it, `….secrets.age`. */
export const secretsBeside = (backup: string): string => `${backup.replace(/(\.tar\.gz)?(\.age)?$/, '')}.secrets.age`;

const ifThere = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(nullIfAbsent);

/** What tells whether an installation has the very secrets of a backup. Null when it has none. */
export async function secretsDigest(dataDir: string): Promise<string | null> {
  const text = await ifThere(secretsFile(dataDir));
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}

/** Writes what the DATA_DIR has of them into `file`, for the backup of that name. */
export async function saveSecrets(dataDir: string, file: string, backup: string, recipient: string): Promise<void> {
  const files: z.infer<typeof Secrets>['files'] = {};
  for (const name of SECRET_FILES) {
    const text = await ifThere(path.join(dataDir, name));
    if (text !== null) files[name] = text;
  }
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const document: z.infer<typeof Secrets> = { format: 'trame-secrets/1', backup, files };
  await writeWhole(file, await encrypter.encrypt(JSON.stringify(document)), PRIVATE);
}

/** @throws {PlainError} when it is not there, damaged, closed with another key, or of another backup */
async function readSecrets(file: string, backup: string, identity: string): Promise<z.infer<typeof Secrets>['files']> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new PlainError(messages.noFile(file), { cause });
  });
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const text = await decrypter.decrypt(bytes, 'text').catch((cause: unknown) => {
    throw new PlainError(messages.badSecrets(file), { cause });
  });
  let document: z.infer<typeof Secrets>;
  try {
    document = Secrets.parse(JSON.parse(text));
  } catch (cause) {
    throw new PlainError(messages.badSecrets(file), { cause });
  }
  if (document.backup !== backup) throw new PlainError(messages.otherSecrets(file));
  return document.files;
}

/** How a restore comes to the secrets that belong to what it puts back. */
export interface WantedSecrets {
  readonly dataDir: string;
  /** Of the backup. */
  readonly file: string;
  /** Where they are, when not beside the backup. */
  readonly secrets: string | null;
  readonly identity: string;
  /** The person has said that they are lost. */
  readonly without: boolean;
}

/**
 * Lays them out in the unpacked `folder`, beside what is put back.
 * @returns whether they are to replace those of the DATA_DIR; false when those are the very ones, or are to stay
 * @throws {PlainError} before anything is touched, when they are missing and nobody said that this is known
 */
export async function layOutSecrets(folder: string, manifest: Manifest, wanted: WantedSecrets): Promise<boolean> {
  if (wanted.without) return false;
  const beside = wanted.secrets ?? secretsBeside(wanted.file);
  if (wanted.secrets === null && !existsSync(beside)) {
    if (manifest.secrets === null || manifest.secrets === (await secretsDigest(wanted.dataDir))) return false;
    throw new PlainError(messages.secretsMissing(beside));
  }
  const files = await readSecrets(beside, manifest.id, wanted.identity);
  for (const name of SECRET_FILES) {
    const text = files[name];
    if (text === undefined) continue;
    await writeFile(path.join(folder, name), text, { mode: PRIVATE });
    await chmod(path.join(folder, name), PRIVATE);
  }
  return true;
}
