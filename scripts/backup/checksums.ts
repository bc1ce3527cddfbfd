/** What the files of a backup hold, and whether they still do. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { digestOf, filesIn } from '../lib/file-digests.ts';
import { PlainError } from '../lib/plain-error.ts';
import { splitLines } from './lines.ts';
import type { AnyManifest, Manifest } from './manifest.ts';
import { messages } from './messages.ts';

export const MANIFEST = 'manifest.json';

const contentsOf = async (folder: string): Promise<string[]> =>
  (await filesIn(folder)).filter((name) => name !== MANIFEST);

/** Bytes and SHA-256 of every file below the folder but the manifest. */
export async function checksums(folder: string): Promise<Manifest['files']> {
  const found: Record<string, Manifest['files'][string]> = {};
  for (const name of await contentsOf(folder)) found[name] = await digestOf(path.join(folder, name));
  return found;
}

const tableFile = (table: string): string => `database/${table}.jsonl`;

async function countLines(file: string): Promise<number> {
  let count = 0;
  for await (const line of splitLines(createReadStream(file, 'utf8') as AsyncIterable<string>))
    if (line !== '') count++;
  return count;
}

/**
 * Holds an unpacked backup against what its manifest says, before anything is touched: every file by its checksum since
 * the third format, and the rows of each table by their number. The first format says neither.
 * @throws {PlainError} naming the first file that is not what it was
 */
export async function verify(folder: string, manifest: AnyManifest): Promise<void> {
  const present = new Set(await contentsOf(folder));
  for (const table of Object.keys(manifest.shape)) {
    if (!present.has(tableFile(table))) throw new PlainError(messages.damaged(tableFile(table)));
  }
  if (manifest.format === 'trame-backup/1') return;
  if ('files' in manifest) {
    const unlisted = [...present].find((name) => !(name in manifest.files));
    if (unlisted !== undefined) throw new PlainError(messages.damaged(unlisted));
    for (const [name, said] of Object.entries(manifest.files)) {
      if (!present.has(name)) throw new PlainError(messages.damaged(name));
      const { bytes, sha256 } = await digestOf(path.join(folder, name));
      if (bytes !== said.bytes || sha256 !== said.sha256) throw new PlainError(messages.damaged(name));
    }
  }
  for (const table of Object.keys(manifest.shape)) {
    if ((await countLines(path.join(folder, tableFile(table)))) !== manifest.rows[table])
      throw new PlainError(messages.incomplete(table));
  }
}
