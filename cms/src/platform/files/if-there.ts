/** Files that may be absent. What exists and cannot be read is an error: an unreadable folder is not an empty one. */
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';

/** @returns null when the error says that there is no such file. @throws the error itself otherwise */
export function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Names in a folder; none when there is no such folder. @throws when it cannot be read */
export const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(nullIfAbsent)) ?? [];

/** @returns null when there is no such file. @throws when it cannot be looked at */
export const statIfThere = (path: string): Promise<Stats | null> => stat(path).catch(nullIfAbsent);
