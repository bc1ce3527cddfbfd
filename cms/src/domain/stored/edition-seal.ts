/** When an edition was frozen, and the SHA-256 of each of its files: `seal.json` in the folder `frozen` of an edition. */
import { z } from 'zod';
import { Instant } from '../primitives.ts';
import { stored } from './stored.ts';

const EditionSeal = z.strictObject({
  at: Instant,
  /** By the file's path below the folder. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type EditionSeal = z.infer<typeof EditionSeal>;

export const storedEditionSeal = stored({ name: 'trame-seal', schema: EditionSeal, unstamped: true });
