/**
 * Files that a program wrote into one release, for its next ones: what comes out the same is a second name of the file that is kept, which
 * costs neither reading nor writing, and by which what follows (compression, checks) knows that it has met it before.
 *
 * A second name of a file shares what happens to it. So nothing is ever written into one that is there: another content is
 * another file. And a kept file is taken over only while its number, size and time are those that it was kept with, as Git tells by
 * them whether a file was touched: one that was changed in a release is made again. Times that somebody set back are what the
 * look at the bytes is for, when a deployer starts (`scripts/deployer/integrity.ts`): no file is kept then.
 */
import { link, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { oncePerKey } from '../once.ts';
import { placeAt } from '../media/placed.ts';
import { digestOfBytes } from './digest.ts';

interface KeptFile {
  readonly digest: string;
  /** What the disk says of it. */
  readonly mark: string;
}

/** The files of one release. */
export interface FileRound {
  /** @param file in the release @returns false when none is kept that is as it was */
  readonly takeOver: (file: string) => Promise<boolean>;
  /**
   * Puts a file of the cache into the release: a picture.
   * @throws the system's error when it is not there
   */
  readonly place: (file: string, from: string) => Promise<void>;
  /**
   * Puts a file into the release, the kept one when it holds these bytes. One that cannot be kept is written all the same.
   * @throws the system's error when it cannot be written into the release
   */
  readonly put: (file: string, bytes: string | Uint8Array) => Promise<void>;
  /**
   * After the last file: forgets those that this release does not have. What was taken off the directory stays nowhere.
   * @throws the system's error when a copy cannot be removed
   */
  readonly end: () => Promise<void>;
}

export interface KeptFiles {
  /** @param release its folder */
  begin(release: string): FileRound;
  /** Forgets all. @throws the system's error when the copies cannot be removed */
  clear(): Promise<void>;
}

/** @param folder of the program, of which one process alone knows, on the disk of the releases */
export function createKeptFiles(folder: string): KeptFiles {
  const kept = new Map<string, KeptFile>();

  const markOf = async (file: string): Promise<string | null> => {
    const found = await stat(file, { bigint: true }).catch(() => null);
    return found && `${found.ino}:${found.size}:${found.mtimeNs}`;
  };
  const keep = async (file: string, bytes: string | Uint8Array, digest: string): Promise<void> => {
    kept.delete(file);
    const to = join(folder, file);
    await mkdir(dirname(to), { recursive: true });
    await rm(to, { force: true });
    await writeFile(to, bytes, { flag: 'wx' });
    const mark = await markOf(to);
    if (mark !== null) kept.set(file, { digest, mark });
  };

  return {
    begin(release) {
      const ofThisRelease = new Set<string>();
      const makeFolder = oncePerKey((above) => mkdir(above, { recursive: true }));
      const pathOf = async (file: string): Promise<string> => {
        const to = join(release, file);
        await makeFolder(dirname(to));
        return to;
      };
      const takeOver = async (file: string): Promise<boolean> => {
        const known = kept.get(file);
        const from = join(folder, file);
        if (known === undefined || known.mark !== (await markOf(from))) return false;
        const to = await pathOf(file);
        const isLinked = await link(from, to).then(
          () => true,
          () => false,
        );
        if (isLinked) ofThisRelease.add(file);
        return isLinked;
      };

      return {
        takeOver,

        // A logo stands on every page.
        place: oncePerKey(async (file, from: string) => placeAt(from, await pathOf(file))),

        async put(file, bytes) {
          const digest = digestOfBytes(bytes);
          if (kept.get(file)?.digest === digest && (await takeOver(file))) return;
          const to = await pathOf(file);
          try {
            await keep(file, bytes, digest);
            if (await takeOver(file)) return;
          } catch (error) {
            console.warn(`Fichier non gardé pour la prochaine publication : ${file} (${String(error)})`);
          }
          // On another disk than the copies, or without room for them.
          await rm(to, { force: true });
          await writeFile(to, bytes);
        },

        async end() {
          for (const file of kept.keys()) {
            if (ofThisRelease.has(file)) continue;
            await rm(join(folder, file), { force: true });
            kept.delete(file);
          }
        },
      };
    },

    async clear() {
      kept.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
