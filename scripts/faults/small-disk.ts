/** A disk of its own for the DATA_DIR, small enough to be filled: a file system in memory, where this account may mount one. */
import { spawnSync } from 'node:child_process';
import { statfs } from 'node:fs/promises';

/** What a first start asks for, and releases to work with. */
const SIZE_BYTES = 2 * 2 ** 30;

export interface SmallDisk {
  /** From now on nothing more can be written to it: it shrinks to what lies on it. */
  fill(): Promise<void>;
  empty(): void;
  remove(): void;
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** @param folder an empty one @returns null when no file system can be mounted here */
export function mountSmallDisk(folder: string): SmallDisk | null {
  const resize = (bytes: number) => run('mount', '-o', `remount,size=${bytes}`, folder);
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${SIZE_BYTES},mode=711`, 'tmpfs', folder)) return null;
  return {
    async fill() {
      // What is written meanwhile makes the size too small: then it is looked at again.
      for (let attempt = 0; attempt < 20; attempt++) {
        const { blocks, bfree, bsize } = await statfs(folder);
        if (resize(Math.max(1, blocks - bfree) * bsize)) return;
      }
      throw new Error(`${folder} could not be made smaller`);
    },
    empty() {
      if (!resize(SIZE_BYTES)) throw new Error(`${folder} could not be made larger again`);
    },
    remove() {
      // Somebody may still look at it; it goes when nobody does.
      if (!run('umount', folder)) run('umount', '-l', folder);
    },
  };
}
