import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { artworkFileName, artworkFormat } from '@trame/cms/demo/artwork';
import type { DemoImage } from '@trame/cms/demo/demo-content';
import { drawArtwork } from './artwork/draw.ts';

/** Row ids, in the media library, of pictures that were sent there. */
export interface Pictures {
  one(image: DemoImage | null): number | null;
  many(images: DemoImage[]): number[];
}

/** A file of the library has one description: the same drawing described otherwise is another file. */
const keyOf = (image: DemoImage): string => `${artworkFileName(image.artwork)} ${image.alt} ${image.caption ?? ''}`;

interface UploadService {
  upload(options: {
    data: { fileInfo: { name: string; alternativeText: string; caption: string | null } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<{ id: number }[]>;
}

/** Drawing and previews run in native threads: one picture after the other leaves the second core idle. */
const AT_A_TIME = 4;

/** @returns the row id of the file in the media library. */
async function send(service: UploadService, image: DemoImage, folder: string): Promise<number> {
  const name = artworkFileName(image.artwork);
  const filepath = path.join(await mkdtemp(path.join(folder, 'one-')), name);
  await writeFile(filepath, await drawArtwork(image.artwork));
  const [file] = await service.upload({
    data: { fileInfo: { name, alternativeText: image.alt, caption: image.caption } },
    files: {
      filepath,
      originalFilename: name,
      mimetype: artworkFormat(image.artwork).mime,
      size: (await stat(filepath)).size,
    },
  });
  if (!file) throw new Error(`The media library did not take ${name}`);
  return file.id;
}

/** Draws the pictures and puts them into the media library, as an editor's upload would: checked, measured, with previews. */
export async function uploadPictures(strapi: Core.Strapi, images: DemoImage[]): Promise<Pictures> {
  const service = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-artwork-'));
  const ids = new Map<string, number>();
  try {
    const waiting = [...new Map(images.map((image) => [keyOf(image), image])).entries()];
    const sendOnes = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [key, image] = next;
        ids.set(key, await send(service, image, folder));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, sendOnes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const find = (image: DemoImage): number => {
    const id = ids.get(keyOf(image));
    if (id === undefined) throw new Error(`This picture was not sent: ${keyOf(image)}`);
    return id;
  };
  return { one: (image) => (image === null ? null : find(image)), many: (pictures) => pictures.map(find) };
}
