/** Files of the cache put into the release, under `/_trame/`, whose names change with their content. */
import { access, copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { oncePerKey } from '../once.ts';
import { buildEnv, ofBuild } from '../build-env.ts';

/** Folder of the pictures in the release. */
export const MEDIA = '_trame/medias';

/** @param path of the file in the release */
export async function place(from: string, path: string): Promise<void> {
  const to = join(buildEnv.TRAME_OUT, path);
  await folder(dirname(to));
  await placeAt(from, to);
}

/** A hard link costs nothing; a copy when the cache and the release are on two disks. @param to in a folder that is there */
export async function placeAt(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') await copyFile(from, to);
  });
}

const makeFolder = ofBuild(() => oncePerKey((path) => mkdir(path, { recursive: true })));

/** Makes a folder once a build: a thousand pictures go to the same one. */
export const folder = (path: string): Promise<unknown> => makeFolder()(path);

/** Is there such a file? */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
