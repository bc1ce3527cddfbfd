/** Files and folders that change their place, also from one file system to another, which `rename` cannot (EXDEV). */
import { cp, rename, rm } from 'node:fs/promises';

/** What a move is made of; tests put another `rename` in its place. */
export interface Mover {
  readonly rename: (from: string, to: string) => Promise<void>;
}

/**
 * Moves a file or a folder to a place where nothing is. On one file system this is one step; from one to another it is copied
 * beside its place, gets its name once it is whole, and is then removed where it was.
 */
export async function move(from: string, to: string, mover: Mover = { rename }): Promise<void> {
  try {
    await mover.rename(from, to);
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
  }
  const unfinished = `${to}.${process.pid}.moving`;
  try {
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await rm(from, { recursive: true, force: true });
}
