import { readFile, writeFile } from 'node:fs/promises';
import { errors } from '@strapi/utils';
import sharp from 'sharp';
import { FAIL_ON, pictureWords } from '../../domain/pictures.ts';
import { withoutMetadata } from '../../platform/media/without-metadata.ts';

interface UploadedFile {
  readonly filepath?: string;
  size?: number;
  sizeInBytes?: number;
}

interface Plugin {
  services: Record<string, object> & { 'image-manipulation': { isFaultyImage(file: UploadedFile): Promise<boolean> } };
}

const decodes = (bytes: Buffer, failOn: 'error' | 'warning'): Promise<boolean> =>
  sharp(bytes, { failOn })
    .stats()
    .then(
      () => true,
      () => false,
    );

async function replace(file: UploadedFile, bytes: Buffer): Promise<void> {
  await writeFile(file.filepath ?? '', bytes);
  file.size = bytes.length / 1000;
  file.sizeInBytes = bytes.length;
}

/**
 * Whether a picture of the media library is damaged. Strapi takes each warning of the decoder for damage, there and in every
 * size that it makes: a picture that only draws warnings is written anew, in the same format, as every decoder takes it.
 *
 * Strapi keeps an original as it came where writing it anew would make it heavier, with the place where it was taken: every
 * picture passes here first, and leaves without.
 *
 * @throws {ApplicationError} in French, for a picture that is damaged
 */
async function isFaultyImage(file: UploadedFile): Promise<boolean> {
  if (file.filepath === undefined) return false;
  const bytes = await readFile(file.filepath);
  if (await decodes(bytes, 'warning')) {
    const silent = await withoutMetadata(bytes);
    if (silent !== null) await replace(file, silent);
    return false;
  }
  if (!(await decodes(bytes, FAIL_ON))) throw new errors.ApplicationError(pictureWords.damaged);
  const picture = sharp(bytes, { failOn: FAIL_ON }).autoOrient().keepIccProfile();
  const { format } = await picture.metadata();
  const mended = await picture.toFormat(format, format === 'jpeg' ? { quality: 95 } : {}).toBuffer();
  await replace(file, mended);
  return false;
}

/** Takes the pictures that browsers show, and says in French what is wrong with the others. */
export default function withForgivingPictures(plugin: Plugin): Plugin {
  plugin.services['image-manipulation'] = { ...plugin.services['image-manipulation'], isFaultyImage };
  return plugin;
}
