/** What an editor decides after a backup was put back (« Remise en place »). */
import { z } from 'zod';
import { Instant } from '../../primitives.ts';
import { registerStates } from '../../register-state.ts';

/** What becomes of letters that had perhaps left already: sent, or counted as sent. */
export const LettersDecision = z.enum(['send', 'count-as-sent']);
export type LettersDecision = z.infer<typeof LettersDecision>;

/** `GET /trame/restore`: what waits for a decision. */
export const RestoreReport = z.strictObject({
  /** Null when nothing does. */
  pending: z
    .strictObject({
      restoredAt: Instant,
      /** When the backup was made; null when it does not say. */
      madeAt: Instant.nullable(),
      /** Letters that wait for the decision, by kind; null once it was taken. */
      letters: z.array(z.strictObject({ kind: z.string(), count: z.int() })).nullable(),
      /** Why the site is not put online; null when it is. */
      publication: z
        .strictObject({
          register: z.enum(registerStates),
          /** When the last thing happened that the register knew when it was put in place; null when it knew nothing. */
          knownUntil: Instant.nullable(),
          /** What could not be done again, or is to be looked at: an entry’s documentId, or « type documentId » of anything else. */
          failed: z.array(z.string()),
          /** What each of these is called, for those that are still there. */
          names: z.record(z.string(), z.string()),
        })
        .nullable(),
    })
    .nullable(),
});
export type RestoreReport = z.infer<typeof RestoreReport>;

/** `POST /trame/restore/letters` */
export const DecideLetters = z.strictObject({ decision: LettersDecision });
