/** What « Doublons » exchanges with the CMS: pairs that may be one, two records side by side, and what came of merging them. */
import { z } from 'zod';
import { fieldChoices, sides } from '../../duplicates/joined-content.ts';
import { Id, Instant, Line } from '../../primitives.ts';
import { recordStates } from '../../vocabulary/record-states.ts';

/** Types of which two records may be one. */
export const DUPLICATE_TYPES = ['api::association.association', 'api::event.event'] as const;
export type DuplicateType = (typeof DUPLICATE_TYPES)[number];

const Uid = z.enum(DUPLICATE_TYPES);

/** A reason for a pair, in French. */
export const PairReason = z.strictObject({ words: Line, against: z.boolean() });
export type PairReason = z.infer<typeof PairReason>;

/** One of the two, as a list names it. */
export const PairedRecord = z.strictObject({
  documentId: Id,
  title: Line,
  /** Where or when; empty when there is nothing to tell it apart by. */
  detail: z.string(),
  state: z.enum(recordStates.values).nullable(),
});
export type PairedRecord = z.infer<typeof PairedRecord>;

export const DuplicatePair = z.strictObject({
  uid: Uid,
  first: PairedRecord,
  second: PairedRecord,
  /** 0 to 100. */
  score: z.int().min(0).max(100),
  reasons: z.array(PairReason),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** A merge of late. */
export const RecentMerge = z.strictObject({
  id: z.string().regex(/^\d+$/),
  uid: Uid,
  documentId: Id,
  title: Line,
  otherTitle: Line,
  at: Instant,
  who: Line,
  /** Until the other one is erased from the bin. */
  undoable: z.boolean(),
});
export type RecentMerge = z.infer<typeof RecentMerge>;

/** Two records of which an editor said that they are two. */
export const DistinctPair = z.strictObject({
  uid: Uid,
  first: PairedRecord,
  second: PairedRecord,
  at: Instant,
  who: Line,
});
export type DistinctPair = z.infer<typeof DistinctPair>;

/** How many pairs one answer holds at most; the likeliest come first. */
export const MOST_PAIRS = 100;

/** `GET /trame/duplicates` */
export const Duplicates = z.strictObject({
  pairs: z.array(DuplicatePair),
  /** Of all pairs that the account may read. */
  total: z.int().nonnegative(),
  distinct: z.array(DistinctPair),
  merges: z.array(RecentMerge),
});
export type Duplicates = z.infer<typeof Duplicates>;

const Side = z.enum(sides);
const Lines = z.array(z.string());

/** `GET /trame/duplicates/pair?uid=&first=&second=` */
export const PairQuestion = z.object({ uid: Uid, first: z.string().min(1).max(64), second: z.string().min(1).max(64) });
export type PairQuestion = z.infer<typeof PairQuestion>;

/** One of the two, whole. */
export const SideRecord = z.strictObject({
  ...PairedRecord.shape,
  /** Names the state that was read: what is merged is what was seen. */
  version: Line,
  updatedAt: Instant,
  /** Its path on the site; null when it is not there. */
  path: Line.nullable(),
  /** What is carried over when this one goes, a phrase each: « 3 événements », « 1 gestionnaire ». */
  carried: Lines,
  /** Sentences: what to know before this one goes. */
  notes: Lines,
});
export type SideRecord = z.infer<typeof SideRecord>;

/** A field in which they differ. */
export const PairField = z.strictObject({
  name: Line,
  label: Line,
  /** A line for each thing that it says; empty for what is empty. */
  first: Lines,
  second: Lines,
  choices: z.array(z.enum(fieldChoices)),
  /** What is proposed, by the record that stays. */
  proposed: z.strictObject({ first: z.enum(fieldChoices), second: z.enum(fieldChoices) }),
});
export type PairField = z.infer<typeof PairField>;

export const PairView = z.strictObject({
  uid: Uid,
  first: SideRecord,
  second: SideRecord,
  score: z.int().min(0).max(100).nullable(),
  reasons: z.array(PairReason),
  /** The record that is proposed to stay. */
  keep: Side,
  /** Whether it is proposed to put what comes of it online at once. */
  publish: z.boolean(),
  fields: z.array(PairField),
  /** Labels of the fields that say the same. */
  same: Lines,
  mayMerge: z.boolean(),
});
export type PairView = z.infer<typeof PairView>;

/** `POST /trame/duplicates/merge` */
export const MergeQuestion = z.strictObject({
  ...PairQuestion.shape,
  keep: Side,
  versions: z.strictObject({ first: z.string().max(200), second: z.string().max(200) }),
  choices: z.record(z.string().max(60), z.enum(fieldChoices)),
  publish: z.boolean(),
});
export type MergeQuestion = z.infer<typeof MergeQuestion>;

export const Merged = z.strictObject({
  id: z.string().regex(/^\d+$/),
  uid: Uid,
  documentId: Id,
  title: Line,
  published: z.boolean(),
  /** Sentences: what a withdrawal kept closed. */
  told: Lines,
});
export type Merged = z.infer<typeof Merged>;

/** `POST /trame/duplicates/distinct` */
export const DistinctQuestion = z.strictObject({ ...PairQuestion.shape, distinct: z.boolean() });

/** `POST /trame/duplicates/merges/:id/undo` */
export const MergeUndone = z.strictObject({
  uid: Uid,
  documentId: Id,
  other: Id,
  /** Sentences: what the other one could not have again. */
  told: Lines,
});
export type MergeUndone = z.infer<typeof MergeUndone>;
