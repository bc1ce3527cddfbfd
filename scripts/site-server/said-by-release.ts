/** What the build of a release tells whoever serves it, in a file of JSON that lies in the release. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Log } from '../lib/log.ts';

/**
 * @param what the file tells of, for the log
 * @returns null where a release has no such file, as those of before; what cannot be read, or has another shape, is told, and
 *   says nothing
 */
export function saidByRelease<Said>(
  folder: string,
  file: string,
  shape: z.ZodType<Said>,
  what: string,
  log: Log,
): Said | null {
  try {
    const written: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const said = shape.safeParse(written);
    if (said.success) return said.data;
    log.error(`${what} refused`, { said: JSON.stringify(written).slice(0, 200) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.error(`${what} not read`, { cause: String(error) });
  }
  return null;
}
