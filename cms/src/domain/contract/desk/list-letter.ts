/** A letter to the associations of a list: who gets it, what it says, and that it leaves once. */
import { z } from 'zod';
import { LeftOut, ReasonGiven, TakenRecords } from './lists-out.ts';

/** `POST /trame/lists-out/letter/look` ← this: ListLetterLook. Changes nothing. */
export const ListLetterQuestion = z.strictObject({ taken: TakenRecords });
export type ListLetterQuestion = z.infer<typeof ListLetterQuestion>;

export const ListLetterLook = z.strictObject({
  /** How many letters leave: one for each address. */
  letters: z.int().nonnegative(),
  /** How many associations they reach. */
  reached: z.int().nonnegative(),
  leftOut: z.array(LeftOut),
  /** Records of the list that are no associations. */
  others: z.int().nonnegative(),
});
export type ListLetterLook = z.infer<typeof ListLetterLook>;

/** Sizes of what an editor writes, in characters: those of a campaign’s letter. */
export const LIST_LETTER_SIZES = { subject: 150, body: 5000 } as const;

/** What an editor wrote, variables not filled in. */
export const ListLetterWritten = z.strictObject({
  subject: z.string().trim().max(LIST_LETTER_SIZES.subject),
  body: z.string().trim().max(LIST_LETTER_SIZES.body),
});
export type ListLetterWritten = z.infer<typeof ListLetterWritten>;

/** `POST /trame/lists-out/letter/sample` ← this: SentSample. The letter as the first association would read it, to the editor. */
export const ListLetterSample = z.strictObject({ ...ListLetterQuestion.shape, ...ListLetterWritten.shape });
export type ListLetterSample = z.infer<typeof ListLetterSample>;

/** `POST /trame/lists-out/letter/preview` ← ListLetterSample: the letter as the first address of the list will get it. */
export const ListLetterPreview = z.strictObject({
  subject: z.string(),
  html: z.string(),
  to: z.string(),
  /** Those that the address stands for. */
  associations: z.array(z.string()),
});
export type ListLetterPreview = z.infer<typeof ListLetterPreview>;

/** `POST /trame/lists-out/letter/send` ← this: SentListLetter. */
export const ListLetterSending = z.strictObject({
  ...ListLetterSample.shape,
  /** Made by the page when the dialogue opens: the same twice is one letter to each. */
  id: z.uuid(),
  /** How many letters the editor was told: another number is said before anything leaves. */
  expected: z.int().positive(),
});
export type ListLetterSending = z.infer<typeof ListLetterSending>;

export const SentListLetter = z.strictObject({
  /** Letters that were put into the queue. */
  queued: z.int().nonnegative(),
  /** Whether letters leave at the moment; if not, they wait. */
  leave: z.boolean(),
});
export type SentListLetter = z.infer<typeof SentListLetter>;

/**
 * `POST /trame/lists-out/mailing` ← this: a MadeFile, PDF. The letter on paper, for window envelopes; who has one is told by
 * `POST /trame/lists-out/labels/look`.
 */
export const MailingQuestion = z.strictObject({
  ...ListLetterSample.shape,
  ...ReasonGiven.shape,
  /** An association without an address gets its letter in care of its town hall; else none. */
  townHalls: z.boolean(),
});
export type MailingQuestion = z.infer<typeof MailingQuestion>;

/** `GET /trame/lists-out/letter/stopped/:id`: addresses of an association whose readers want no letter to a list any more. */
export const StoppedAddresses = z.strictObject({ addresses: z.array(z.string()) });
export type StoppedAddresses = z.infer<typeof StoppedAddresses>;
