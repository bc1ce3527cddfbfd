import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { dataDirectory, readEnvironment } from '../../environment.ts';
import { nullIfAbsent } from '../../platform/files/if-there.ts';
import { refusals } from '../../platform/http/refused.ts';

/** As `FormLogo.upload`: no dot and no slash, so that no name leads out of the folder. */
const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** What the receiving of logos writes: an image that it has re-encoded itself. */
const FORMATS = [
  { mime: 'image/webp', ext: '.webp', is: (bytes: Buffer) => bytes.toString('latin1', 8, 12) === 'WEBP' },
  { mime: 'image/png', ext: '.png', is: (bytes: Buffer) => bytes.readUInt32BE(0) === 0x89504e47 },
  { mime: 'image/jpeg', ext: '.jpg', is: (bytes: Buffer) => bytes.readUInt16BE(0) === 0xffd8 },
] as const;

/** Where logos and posters wait that were sent and not decided yet. */
export const logoFolder = (): string => join(dataDirectory(readEnvironment()), 'submissions');

const pathOf = (key: string): string => {
  if (!KEY.test(key)) throw refusals.foreignLogo();
  return join(logoFolder(), key);
};

async function read(key: string) {
  const bytes = await readFile(pathOf(key)).catch(nullIfAbsent);
  const format = bytes && bytes.length > 12 ? FORMATS.find(({ is }) => is(bytes)) : undefined;
  return bytes && format ? { bytes, format } : null;
}

/** The bytes of a waiting logo or poster; null when it is gone. */
export const waitingPicture = async (key: string): Promise<Buffer | null> =>
  KEY.test(key) ? ((await read(key))?.bytes ?? null) : null;

/** A waiting logo or poster for the desk; null when it is gone. */
export async function logoAsDataUrl(key: string): Promise<string | null> {
  const found = KEY.test(key) ? await read(key) : null;
  return found && `data:${found.format.mime};base64,${found.bytes.toString('base64')}`;
}

/**
 * Puts a waiting picture into the media library and gives its id there; the waiting file stays until `discardLogo`.
 * @param name of the file there, without its ending; `alt`: without it nothing that shows the picture may be published
 * @throws {Refused} when the file is gone
 */
export async function storePicture(
  strapi: Core.Strapi,
  key: string,
  { name, alt }: { readonly name: string; readonly alt: string },
): Promise<number> {
  const found = await read(key);
  if (!found) throw refusals.foreignLogo();
  const { mime, ext } = found.format;
  const filepath = pathOf(key);
  const upload = strapi.plugin('upload').service('upload') as unknown as {
    upload(given: object): Promise<{ id: number }[]>;
  };
  const [file] = await upload.upload({
    data: { fileInfo: { name: name.slice(0, 200) + ext, alternativeText: alt, caption: '' } },
    files: { filepath, originalFilename: `image${ext}`, mimetype: mime, size: (await stat(filepath)).size },
  });
  if (!file) throw refusals.foreignLogo();
  return file.id;
}

/** Takes a picture out of the media library again, when what it was for did not come about. */
export async function withdrawStoredPicture(strapi: Core.Strapi, id: number): Promise<void> {
  const file = await strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  const upload = strapi.plugin('upload').service('upload') as unknown as { remove(file: unknown): Promise<unknown> };
  if (file) await upload.remove(file);
}

/** Erases a waiting logo or poster: it was decided about. */
export async function discardLogo(key: string | null): Promise<void> {
  if (key !== null && KEY.test(key)) await rm(pathOf(key), { force: true });
}
