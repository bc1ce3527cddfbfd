import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { namesIn, statIfThere } from '../platform/files/if-there.ts';
import { logoFolder } from '../update/answers/logo-file.ts';

/** Somebody who sent a logo and is still filling in the form has this long to send the rest. */
const GRACE_MS = 24 * 3600 * 1000;

/** Files of proposed logos that no answer names any more, or that none ever did. @returns how many */
export async function eraseLogos(strapi: Core.Strapi, now: Date, folder: string = logoFolder()): Promise<number> {
  const names = await namesIn(folder);
  if (names.length === 0) return 0;
  const named = (await strapi.db
    .query('api::submission.submission')
    .findMany({ select: ['logoFile'], where: { logoFile: { $notNull: true } } })) as { logoFile: string }[];
  const wanted = new Set(named.map(({ logoFile }) => logoFile));
  let erased = 0;
  for (const name of names) {
    const file = join(folder, name);
    const found = wanted.has(name) ? null : await statIfThere(file);
    if (!found?.isFile() || now.getTime() - found.mtimeMs < GRACE_MS) continue;
    await rm(file, { force: true });
    erased += 1;
  }
  return erased;
}
