/** One short string for the content of many files: tells whether something must be built again. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { nullIfAbsent } from './files.ts';

const SKIPPED = new Set(['node_modules', 'dist', 'build', '.astro', '.strapi', '.cache', '.tmp']);

async function* filesIn(at: string): AsyncGenerator<string> {
  const info = await stat(at).catch(nullIfAbsent);
  if (info?.isFile()) yield at;
  if (!info?.isDirectory()) return;
  for (const name of (await readdir(at)).sort()) {
    if (!SKIPPED.has(name) && !name.includes('.test.')) yield* filesIn(path.join(at, name));
  }
}

/**
 * Fingerprint of files and folders (paths from `root`, order does not matter) and of other words that count. Tests and what
 * was generated do not count; a missing path counts as empty.
 */
export async function fingerprint(
  root: string,
  paths: readonly string[],
  words: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const part of [...paths].sort()) {
    for await (const file of filesIn(path.join(root, part))) {
      hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
