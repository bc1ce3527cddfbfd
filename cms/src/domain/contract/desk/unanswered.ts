/** « Ce que les gens cherchent »: questions of residents that the directory did not answer, and what an editor does about them. */
import { z } from 'zod';
import { CalendarDate, Id, Line } from '../../primitives.ts';
import { LONGEST_QUESTION } from '../../unanswered-questions.ts';

/** Records of these types have « mots que les gens disent ». */
export const WORDED_TYPES = ['api::theme.theme', 'api::association.association'] as const;
export type WordedType = (typeof WORDED_TYPES)[number];

export const SETTLED_ACTS = ['added', 'ignored'] as const;

/** What was done about a question. */
export const Settled = z.strictObject({
  act: z.enum(SETTLED_ACTS),
  on: CalendarDate,
  /** Of a word that was added: which one, and to what. */
  added: z.strictObject({ word: Line, uid: z.enum(WORDED_TYPES), documentId: Id, title: Line }).nullable(),
});

export const UnansweredLine = z.strictObject({
  /** Without accents, as it is compared. */
  question: Line,
  /** The words of it that nobody answered. */
  missing: Line,
  /** How often devices told it in the last three months, and as long as it is kept. */
  lately: z.int().min(0),
  altogether: z.int().min(1),
  /** First day of the month in which it was told last. */
  lastMonth: CalendarDate,
  settled: Settled.nullable(),
});
export type UnansweredLine = z.infer<typeof UnansweredLine>;

export const UnansweredReport = z.strictObject({
  /** Does the territory count? */
  counting: z.boolean(),
  lines: z.array(UnansweredLine),
  /** There are more than these. */
  more: z.boolean(),
  /** Questions that are not shown, because too few devices told them. */
  tooFew: z.int().min(0),
  /** May who asks add words to records of these types? */
  mayAdd: z.strictObject({ theme: z.boolean(), association: z.boolean() }),
});
export type UnansweredReport = z.infer<typeof UnansweredReport>;

const Question = z.string().min(1).max(LONGEST_QUESTION);

export const AddWord = z.strictObject({
  question: Question,
  word: z.string().trim().min(1).max(60),
  uid: z.enum(WORDED_TYPES),
  documentId: Id,
});
export type AddWord = z.infer<typeof AddWord>;

/** What became of a word. */
export const WordAdded = z.strictObject({
  title: Line,
  /** `online`: residents find it with the next release. `draft`: it waits with what an editor has not published. `had`: it was there. */
  state: z.enum(['online', 'draft', 'had']),
});
export type WordAdded = z.infer<typeof WordAdded>;

export const IgnoreQuestion = z.strictObject({ question: Question });
