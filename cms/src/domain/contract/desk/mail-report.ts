/** What the admin says about letters, and the editor’s act on those whose fate is unknown. */
import { z } from 'zod';
import { Instant } from '../../primitives.ts';

/** « Envoi incertain »: a letter that a server may have taken, or not. */
export const DoubtfulLetter = z.strictObject({
  key: z.string(),
  /** One of the kinds of letters of the program (`platform/mail/outbox.ts`). */
  kind: z.string(),
  /** documentId of the request that it belongs to. */
  request: z.string().nullable(),
  /** Null once it was erased: it cannot be sent again then. */
  to: z.string().nullable(),
  /** Of the attempt. */
  at: Instant,
});
export type DoubtfulLetter = z.infer<typeof DoubtfulLetter>;

/** A letter that somebody should look at. */
export const TroubledLetter = DoubtfulLetter.extend({
  /**
   * - `sender`: refused because of us, whoever it was for;
   * - `returned`: it came back, and belongs to no campaign: a sign-in link, a receipt, a warning;
   * - `delayed`: a server makes it wait;
   * - `complaint`: its recipient told their provider that it was unwanted;
   * - `unclear`: something came back that no rule understands.
   */
  what: z.enum(['sender', 'returned', 'delayed', 'complaint', 'unclear']),
  /** What happened and what to do, in French. */
  words: z.string(),
});
export type TroubledLetter = z.infer<typeof TroubledLetter>;

/** `GET /trame/mail` */
export const MailReport = z.strictObject({
  /** False: no SMTP_URL, letters wait. */
  configured: z.boolean(),
  /** Where letters are read when they go to the mail catcher instead of to people; null with a real server. */
  mailboxUrl: z.string().nullable(),
  /** Why nothing leaves at the moment, as a sentence; null while all is well. */
  trouble: z.strictObject({ message: z.string(), since: Instant }).nullable(),
  /** Letters that wait, of all kinds. */
  waiting: z.int(),
  /** For the editor to decide. */
  doubtful: z.array(DoubtfulLetter),
  /** The last first. */
  troubled: z.array(TroubledLetter),
  /** Searches of which residents get the news, and those that nobody has confirmed yet. */
  alerts: z.strictObject({ standing: z.int(), waiting: z.int() }),
});
export type MailReport = z.infer<typeof MailReport>;

/** `POST /trame/mail/send-again` */
export const SendAgain = z.strictObject({ keys: z.array(z.string().min(1).max(300)).min(1).max(2000) });
export type SendAgain = z.infer<typeof SendAgain>;

/** Its answer: how many went back into the queue. */
export const SentAgain = z.strictObject({ queued: z.int() });
export type SentAgain = z.infer<typeof SentAgain>;

/** `POST /trame/mail/seen`: the editor has looked at these letters; answers SeenLetters. */
export const SeeLetters = SendAgain;
/** How many were noted. */
export const SeenLetters = z.strictObject({ seen: z.int() });
export type SeenLetters = z.infer<typeof SeenLetters>;
