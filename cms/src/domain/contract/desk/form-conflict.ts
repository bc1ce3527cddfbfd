/** What Strapi's own forms and the server say to each other about versions, beside what Strapi makes them say. */
import { z } from 'zod';

/** "<version> <when it was opened>": answered when a form is opened or saved, sent back with the next save. */
export const BASE_HEADER = 'X-Trame-Base';
/** JSON `[{ against, theirs }]`, percent-encoded: each version against which somebody chose, and the paths where theirs stands. */
export const CHOSEN_HEADER = 'X-Trame-Chosen';
/** JSON of French sentences, percent-encoded: what was taken over from others, and what a withdrawal kept closed. */
export const TOLD_HEADER = 'X-Trame-Told';

const Lines = z.array(z.string());

/** One place where two changes touch, as it is shown side by side. */
export const ConflictPart = z.object({
  /** `summary`, `contacts.1`; empty: whether the record is online. */
  path: z.string(),
  label: z.string(),
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
  /** A line each; empty for what is empty. */
  words: z.object({ base: Lines, mine: Lines, theirs: Lines }),
  /** Null when it was a program, or the person concerned. */
  who: z.string().nullable(),
  /** ISO 8601 */
  at: z.string(),
});
export type ConflictPart = z.infer<typeof ConflictPart>;

/** `error.details` of an answer 409. */
export const FormConflict = z.object({
  /** The state that stands today. */
  version: z.string(),
  conflicts: z.array(ConflictPart).readonly(),
});
export type FormConflict = z.infer<typeof FormConflict>;

export const ToldSentences = z.array(z.string());
