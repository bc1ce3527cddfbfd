/** Small file pieces: whole files or nothing, and JSON that may be absent. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Stored } from '@trame/cms/domain/stored/stored';
import type { z } from 'zod';
import { messages } from './messages.ts';
import { PlainError } from './plain-error.ts';

/** For nobody else on this machine to read: contacts stand in most of what we write, and nobody else needs the rest. */
const PRIVATE = 0o600;

/**
 * Writes the file so that a reader, or a crash, sees the old content or the new one and never a part. Makes its folder. Its
 * owner alone may read it unless another mode is given.
 */
export async function writeWhole(file: string, content: string | Uint8Array, mode = PRIVATE): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, content, { mode });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

export async function writeJson(file: string, value: unknown, mode = PRIVATE): Promise<void> {
  await writeWhole(file, `${JSON.stringify(value, null, 2)}\n`, mode);
}

/**
 * A file that is there and cannot be read or understood. It is never taken for an absent one, nor written over: what it says may
 * be the only copy. The message is French; the cause, which names field or system error, is for the log.
 */
export class UnreadableFile extends PlainError {
  override name = 'UnreadableFile';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(messages.unreadableFile(file), { cause });
    this.file = file;
  }
}

/** For what is asked of a file or a folder: null when it is not there. @throws every other error, as it came */
export function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Whether there was no room left on a disk. @param said an error of ours or of another program, or what one printed */
export const isDiskFull = (said: unknown): boolean => /ENOSPC|no space left/i.test(String(said));

/** Whether the file or folder is there. @throws the system's error when that cannot be known */
export async function isThere(place: string): Promise<boolean> {
  try {
    await stat(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Names in the folder; none when there is no such folder. @throws the system's error when it cannot be listed */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function readParsed<T>(file: string, named: string, parse: (document: unknown) => T): Promise<T | null> {
  try {
    return parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UnreadableFile(named, cause);
  }
}

/** The file's content, checked; null when there is no such file. @throws {UnreadableFile} when it has another shape */
export const readJson = <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema> | null> =>
  readParsed(file, file, (document) => schema.parse(document));

/**
 * A document that is kept for years (decision 0019), upgraded to its present version; null when there is no such file.
 * @param named how an error names the file
 * @throws {UnreadableFile}
 */
export const readStored = <Value>(file: string, shape: Stored<Value>, named = file): Promise<Value | null> =>
  readParsed(file, named, (document) => shape.read(document, named));

/** Writes a document that is kept for years, with its version. */
export const writeStored = <Value>(file: string, shape: Stored<Value>, value: Value, mode?: number): Promise<void> =>
  writeJson(file, shape.write(value), mode);

/** Like `readJson`, for what is made again when it is lost: null too for a file of another shape. */
export const readCache = <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema> | null> =>
  readJson(file, schema).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
