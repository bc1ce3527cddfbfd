import { readFile } from 'node:fs/promises';
import { readNotes, type ChangeNotes } from '../view/changes/memory.ts';

/**
 * What the last release left. Null without one, and for what cannot be understood: nothing of the content is lost with it, and
 * dates begin again with this release.
 * @throws the system's error when a file that is there cannot be read
 */
export async function readFormerNotes(file: string | undefined): Promise<ChangeNotes | null> {
  if (file === undefined) return null;
  try {
    return readNotes(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
