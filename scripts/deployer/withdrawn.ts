/** What was taken off the directory since a release was built: it shows it still (decision 0035). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Unreadable } from '@trame/cms/domain/stored/stored';
import {
  concernsReleases,
  notHonoured,
  readSuppressions,
  SUPPRESSIONS_FILE,
  type Suppression,
} from '@trame/cms/domain/stored/suppression';
import type { ReleaseRecord } from './releases.ts';

/** How much earlier than `builtAt` the content of a release of before records said it may have been read. */
const MARGIN_MS = 10 * 60_000;

/** The register of suppressions; null when it is not there or cannot be understood. */
export async function readRegister(dataDir: string): Promise<readonly Suppression[] | null> {
  try {
    return readSuppressions(await readFile(path.join(dataDir, SUPPRESSIONS_FILE), 'utf8'), SUPPRESSIONS_FILE)
      .suppressions;
  } catch (error) {
    if (error instanceof Unreadable || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * What a release does not honour.
 * @returns null when nothing tells: its content knew a line that this register does not hold
 */
export function withdrawnSince(
  register: readonly Suppression[],
  { register: known, builtAt }: Pick<ReleaseRecord, 'register' | 'builtAt'>,
): readonly Suppression[] | null {
  if (known !== null) return notHonoured(register, known);
  const from = new Date(builtAt).getTime() - MARGIN_MS;
  return register.filter(({ at, act }) => concernsReleases(act) && new Date(at).getTime() >= from);
}

/**
 * Releases that may not go online any more, hence are not kept either: what somebody took back does not lie on the disk for
 * months because a release is one of the last five. Without a register none is named: nothing can be told.
 */
export async function releasesToForget(dataDir: string, kept: readonly ReleaseRecord[]): Promise<ReadonlySet<string>> {
  const register = await readRegister(dataDir);
  if (register === null) return new Set();
  return new Set(kept.filter((release) => withdrawnSince(register, release)?.length !== 0).map(({ id }) => id));
}
