/** The one server that the map of a release may ask, as its build wrote it (`site/src/pages/carte.json.ts`). */
import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { saidByRelease } from './said-by-release.ts';

/** A name, with a port where it has one: nothing that could say more in a policy. */
const Origin = z.string().regex(/^https:\/\/[a-z\d.-]+\.[a-z][a-z\d-]+(?::\d{1,5})?$/);
const MapFile = z.object({ server: Origin.nullable() });

/** @returns null where the territory chose none; what cannot be read allows nothing, and is told */
export const mapServerOf = (folder: string, log: Log): string | null =>
  saidByRelease(folder, 'carte.json', MapFile, 'server of the map', log)?.server ?? null;
