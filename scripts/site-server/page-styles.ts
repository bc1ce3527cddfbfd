/** The styles that stand in the pages of a release, as its build named them (`site/src/pages/styles.json.ts`). */
import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { saidByRelease } from './said-by-release.ts';

/** A digest, as a policy names it: nothing that could say more there. */
const Digest = z.string().regex(/^sha256-[A-Za-z\d+/]{43}=$/);
const StylesFile = z.object({ styles: z.array(Digest) });

/** @returns null where a release does not say, as those of before; what cannot be read is told, and says nothing */
export const stylesOf = (folder: string, log: Log): readonly string[] | null =>
  saidByRelease(folder, 'styles.json', StylesFile, 'styles of the pages', log)?.styles ?? null;
