/** The one server that the map of a release may ask, as its build wrote it (`site/src/pages/carte.json.ts`). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../lib/log.ts';

/** A name, with a port where it has one: nothing that could say more in a policy. */
const ORIGIN = /^https:\/\/[a-z\d.-]+\.[a-z][a-z\d-]+(?::\d{1,5})?$/;

/** @returns null where the territory chose none; what cannot be read allows nothing, and is told */
export function mapServerOf(folder: string, log: Log): string | null {
  try {
    const { server } = JSON.parse(readFileSync(path.join(folder, 'carte.json'), 'utf8')) as { server?: unknown };
    if (server === null) return null;
    if (typeof server === 'string' && ORIGIN.test(server)) return server;
    log.error('server of the map refused', { server: JSON.stringify(server)?.slice(0, 200) });
  } catch (error) {
    // A release of before maps has no such file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.error('server of the map not read', { cause: String(error) });
  }
  return null;
}
