/** Files of the cache put into the release, under `/_trame/`, whose names change with their content. */
import { access, copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildEnv, ofBuild } from '../build-env.ts';

/** Folder of the pictures in the release. */
export const MEDIA = '_trame/medias';

/** A hard link costs nothing; a copy when the cache and the release are on two disks. */
export const place = (from: string, path: string): Promise<void> => placeIn(buildEnv.TRAME_OUT, from, path);

/** @param release its folder @param path of the file in it */
export async function placeIn(release: string, from: string, path: string): Promise<void> {
  const to = join(release, path);
  await folder(dirname(to));
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') await copyFile(from, to);
  });
}

const known = ofBuild(() => new Map<string, Promise<unknown>>());

/** Makes a folder once a build: a thousand pictures go to the same one. */
export function folder(path: string): Promise<unknown> {
  const folders = known();
  let made = folders.get(path);
  if (made === undefined) {
    made = mkdir(path, { recursive: true });
    folders.set(path, made);
  }
  return made;
}

/** Is there such a file? */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
