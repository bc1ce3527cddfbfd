import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { namesIn, statIfThere } from '../platform/files/if-there.ts';

/** A file that is being sent is there before its record. */
const GRACE_MS = 24 * 3600 * 1000;

interface FileRow {
  readonly url: string;
  readonly formats: Readonly<Record<string, { readonly url?: string } | null>> | null;
}

const nameOf = (url: string | undefined): string => url?.split('/').at(-1) ?? '';

/**
 * Files in the folder of the media library that no record of it names: what a crash, or a record that was deleted without its
 * file, has left there.
 * @returns how many were erased
 */
export async function eraseOrphans(strapi: Core.Strapi, now: Date): Promise<number> {
  const folder = join(strapi.dirs.static.public, 'uploads');
  const names = (await namesIn(folder)).filter((name) => !name.startsWith('.'));
  if (names.length === 0) return 0;
  const rows = (await strapi.db.query('plugin::upload.file').findMany({ select: ['url', 'formats'] })) as FileRow[];
  const known = new Set(
    rows.flatMap(({ url, formats }) => [nameOf(url), ...Object.values(formats ?? {}).map((size) => nameOf(size?.url))]),
  );
  let erased = 0;
  for (const name of names) {
    const file = join(folder, name);
    const found = known.has(name) ? null : await statIfThere(file);
    if (!found?.isFile() || now.getTime() - found.mtimeMs < GRACE_MS) continue;
    await rm(file, { force: true });
    erased += 1;
  }
  return erased;
}
