/** Logos and posters that were sent and not decided yet, and who sent each. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormLogo } from '../../domain/entry/entry-form.ts';
import { requireEnvironment } from '../../environment.ts';
import { refusals } from '../../platform/http/refused.ts';
import { statIfThere } from '../../platform/files/if-there.ts';
import { logoFolder } from '../../update/answers/logo-file.ts';

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
 * The file that an entry or an event brings: one that this owner sent, and that is still there.
 * @param owner as it was given to `keepLogo`: documentId of the request, or of the association for an account
 * @returns its key, null when it brings none
 * @throws {Refused} for somebody else's file, a name that was made up, or one that has been erased
 */
export async function uploadOf(picture: FormLogo, owner: string): Promise<string | null> {
  if (picture.choice !== 'new') return null;
  const { upload } = picture;
  if (upload.slice(22) !== markOf(upload.slice(0, 22), owner)) throw refusals.foreignLogo();
  const found = await statIfThere(join(logoFolder(), upload));
  if (!found) throw refusals.foreignLogo();
  return upload;
}
