/** Logos that were sent and not decided yet: who sent each, and what becomes of those that nobody answered with. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import { requireEnvironment } from '../environment.ts';
import { refusals } from '../submissions/answer-refused.ts';
import { logoFolder } from '../submissions/logo-file.ts';
import { waitingSubmissions } from '../submissions/submission-store.ts';

const A_DAY_MS = 24 * 3600 * 1000;
const EVERY_HOUR_MS = 3600 * 1000;

/** A key of 44 characters: 16 random bytes, and a mark that only this server makes for this owner. */
const markOf = (random: string, owner: string): string =>
  createHmac('sha256', requireEnvironment().TRAME_LINK_SECRET)
    .update(`logo:${owner}:${random}`)
    .digest('base64url')
    .slice(0, 22);

/** Keeps a logo where nobody is served from, under a name that nobody can guess. @returns its key */
export async function keepLogo(bytes: Buffer, owner: string): Promise<string> {
  const random = randomBytes(16).toString('base64url');
  const key = `${random}${markOf(random, owner)}`;
  const folder = logoFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A file that is half written has another name.
  await writeFile(join(folder, `${key}.tmp`), bytes, { mode: 0o600 });
  await rename(join(folder, `${key}.tmp`), join(folder, key));
  return key;
}

/**
 * The file that an entry brings: one that this owner sent, and that is still there.
 * @param owner as it was given to `keepLogo`: documentId of the request, or of the association for an account
 * @returns its key, null when the entry brings none
 * @throws {AnswerRefused} for somebody else's file, a name that was made up, or one that has been erased
 */
export async function logoOf(entry: EntryForm, owner: string): Promise<string | null> {
  if (entry.logo.choice !== 'new') return null;
  const { upload } = entry.logo;
  if (upload.slice(22) !== markOf(upload.slice(0, 22), owner)) throw refusals.foreignLogo();
  const found = await stat(join(logoFolder(), upload)).catch(() => null);
  if (!found) throw refusals.foreignLogo();
  return upload;
}

/** Erases what was sent more than a day ago and stands in no answer that waits. @returns how many */
export async function eraseOrphanLogos(strapi: Core.Strapi, now: Date = new Date()): Promise<number> {
  const folder = logoFolder();
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return 0;
  const waiting = new Set(
    (await waitingSubmissions(strapi, { logoFile: { $notNull: true } })).map(({ logoFile }) => logoFile),
  );
  let erased = 0;
  for (const name of names) {
    if (waiting.has(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || now.getTime() - found.mtimeMs < A_DAY_MS) continue;
    await rm(path, { force: true });
    erased += 1;
  }
  return erased;
}

let timer: NodeJS.Timeout | undefined;

/** Erases orphans every hour, until `stopErasingOrphanLogos`. */
export function eraseOrphanLogosHourly(strapi: Core.Strapi): void {
  timer = setInterval(() => {
    eraseOrphanLogos(strapi).catch(() => strapi.log.error('Logos that nobody answered with could not be erased'));
  }, EVERY_HOUR_MS);
  timer.unref();
}

export const stopErasingOrphanLogos = (): void => clearInterval(timer);
