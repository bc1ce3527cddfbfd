/** Files of a release in the next one: a second name of the same file, which costs no room and keeps its date, hence its ETag. */
import { constants, copyFile, link, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { atOnce } from '@trame/site/at-once';
import { COMPRESSED_TWIN } from '../checks/release.ts';
import { filesIn } from '../lib/file-digests.ts';

const PARALLEL = 8;

/** A copy where a disk knows no second names, or the release lies on another one. @throws the system's error */
export async function takeOver(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}

/**
 * @param from folder of a release @param to another one, which is there
 * @param isTaken which files, by their path in the release
 * @throws the system's error
 */
export async function takeOverAll(from: string, to: string, isTaken: (file: string) => boolean): Promise<void> {
  const files = (await filesIn(from)).filter((file) => !COMPRESSED_TWIN.test(file) && isTaken(file));
  const folders = new Set(files.map((file) => path.dirname(file)));
  for (const folder of folders) await mkdir(path.join(to, folder), { recursive: true });
  await atOnce(PARALLEL, files, (file) => takeOver(path.join(from, file), path.join(to, file)));
}
