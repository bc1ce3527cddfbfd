/** How every route of the CMS that is our own refuses: the public ones, and those of the admin. */
import { z } from 'zod';
import { Line } from '../primitives.ts';

/** A record that a refusal is about, and that an editor has to look at. Never said to anybody else. */
export const ConcernedRecord = z.object({ uid: z.string(), documentId: z.string(), name: Line });
export type ConcernedRecord = z.infer<typeof ConcernedRecord>;

/** `{ error: { code, message, faults } }` with a French message that says what to do. */
export const Refusal = z.object({
  error: z.object({
    code: z.enum([
      'invalid',
      /** There is nothing of that name. */
      'unknown',
      'link-unknown',
      'link-expired',
      'link-revoked',
      'link-used',
      'too-many',
      'too-large',
      'conflict',
      'closed',
      'forbidden',
      'unavailable',
    ]),
    message: Line,
    /** What is to be mended, field by field. */
    faults: z.array(z.object({ path: z.string(), message: Line })).default([]),
  }),
});
export type Refusal = z.infer<typeof Refusal>;
