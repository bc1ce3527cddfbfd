/**
 * Whether what residents are served is what passed the checks (issue 13). Each release leaves a digest of each of its files; what
 * is live is held against them when the deployer starts, and in each round as far as sizes and times tell.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { atOnce } from '@trame/site/at-once';
import { z } from 'zod';
import { digestOf, filesIn } from '../lib/file-digests.ts';
import { readCache, writeJson } from '../lib/files.ts';

/** Files read at once: a disk is kept busy, and memory small. */
const AT_ONCE = 8;

/** By path in the release: bytes, last change in milliseconds, and SHA-256 in hexadecimal. */
const Digests = z.record(z.string(), z.tuple([z.number(), z.number(), z.string()]));
type Digests = z.infer<typeof Digests>;

/**
 * Notes what a release is made of, once it is whole. Most files are those of the release before (`precompress.ts`), which noted them.
 * @param folder of the release @param file where the notes are kept @param former the notes of the release before; may not exist
 */
export async function sealRelease(folder: string, file: string, former: string | null): Promise<void> {
  const before = (former === null ? null : await readCache(former, Digests)) ?? {};
  const digests: Digests = {};
  await atOnce(AT_ONCE, await filesIn(folder), async (name) => {
    const { size, mtimeMs } = await stat(path.join(folder, name));
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    const isSame = known?.[0] === size && known[1] === mtimeMs;
    digests[name] = [size, mtimeMs, isSame ? known[2] : (await digestOf(path.join(folder, name))).sha256];
  });
  await writeJson(file, digests);
}

/**
 * @param thoroughly reads every file; otherwise only sizes and times are looked at
 * @returns path of a file that is gone, changed or nobody's; null when all is as it was, or when nothing is noted of the release
 */
export async function damageOf(folder: string, file: string, thoroughly: boolean): Promise<string | null> {
  const digests = await readCache(file, Digests);
  if (digests === null) return null;
  const names = await filesIn(folder);
  const found = new Set(names);
  const damaged = [
    ...Object.keys(digests).filter((name) => !found.has(name)),
    ...names.filter((name) => !Object.hasOwn(digests, name)),
  ];
  if (damaged.length > 0) return damaged.sort()[0]!;
  await atOnce(AT_ONCE, names, async (name) => {
    if (await differs(path.join(folder, name), digests[name]!, thoroughly)) damaged.push(name);
  });
  return damaged.sort()[0] ?? null;
}

async function differs(file: string, [size, time, digest]: Digests[string], thoroughly: boolean): Promise<boolean> {
  const now = await stat(file).catch(() => null);
  if (now === null || now.size !== size || now.mtimeMs !== time) return true;
  return thoroughly && (await digestOf(file).catch(() => null))?.sha256 !== digest;
}
