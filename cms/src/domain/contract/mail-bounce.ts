/** `POST /api/mail/bounce`: what comes of a returned message, for the mail server that hands it over and for `pnpm bounce`. */
import { z } from 'zod';

/**
 * - `returned`: its letter failed, and is « revenue »;
 * - `again`: its letter is known to have come back, or leaves once more: nothing changed;
 * - `delayed`, `complaint`, `unclear`: noted, an editor sees it;
 * - `none`: it tells nothing: an absence note, a receipt, an answer;
 * - `unknown`: a report, but on no letter of ours.
 */
export const BounceResult = z.enum(['returned', 'again', 'delayed', 'complaint', 'unclear', 'none', 'unknown']);
export type BounceResult = z.infer<typeof BounceResult>;

export const BounceAnswer = z.strictObject({ result: BounceResult });
export type BounceAnswer = z.infer<typeof BounceAnswer>;
