/** What the admin’s desk and journal exchange with the CMS: the queue of answers, the decisions, and what was before. */
import { z } from 'zod';
import { EntryForm } from '../../entry/entry-form.ts';
import { EventProposal } from '../associations/my-entry.ts';
import { answerChannels } from '../../vocabulary/answer-channels.ts';
import { submissionKinds } from '../../vocabulary/submission-kinds.ts';
import { submissionStates } from '../../vocabulary/submission-states.ts';
import { Id, Instant, Line } from '../../primitives.ts';

/** One line of the queue. */
export const QueuedAnswer = z.strictObject({
  id: Id,
  kind: z.enum(submissionKinds.values),
  state: z.enum(submissionStates.values),
  channel: z.enum(answerChannels.values),
  title: Line,
  association: Id.nullable(),
  commune: Line.nullable(),
  sentAt: Instant,
  /** Labels of the fields that it changes. */
  changes: z.array(Line),
  /** The editor who has it open now, other than the one who asks. */
  openedBy: Line.nullable(),
  /** Why what it says cannot be read, and what to do, in French; then nothing can be decided about it. */
  unreadable: Line.nullable(),
});
export type QueuedAnswer = z.infer<typeof QueuedAnswer>;

/** `GET /trame/desk` */
export const Desk = z.strictObject({
  answers: z.array(QueuedAnswer),
  counts: z.strictObject({ unchanged: z.int(), changed: z.int(), new: z.int(), proposals: z.int(), reports: z.int() }),
});
export type Desk = z.infer<typeof Desk>;

/** One field side by side, in words: what is published, what is proposed, line by line. */
export const FieldDifference = z.strictObject({
  field: Line,
  label: Line,
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** What the published entry said when the association answered, when it says something else today. */
  conflict: z.array(z.string()).nullable(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

/** `GET /trame/desk/:id`: one answer beside what is published. */
export const OpenAnswer = z.strictObject({
  answer: QueuedAnswer,
  differences: z.array(FieldDifference),
  /** What would be published, for editing before accepting; null for an event or a guide. */
  entry: EntryForm.nullable(),
  /** The same of an event; null for everything else. */
  event: EventProposal.nullable(),
  /** Is it a correction of an event that was accepted before? */
  corrects: z.boolean(),
  /** Of the published entry or the accepted event, as it was read for this comparison: an acceptance names it, and another one means 409. */
  version: Line,
  /** A proposed logo or poster as a data URL. */
  logo: z.string().nullable(),
  sender: Line.nullable(),
  /** Faults that would keep it from being published. */
  faults: z.array(z.strictObject({ path: z.string(), message: Line })),
});
export type OpenAnswer = z.infer<typeof OpenAnswer>;

/**
 * `POST /trame/desk/:id/still-open {}`: tells the other editors that somebody reads this answer, for ten minutes, and says what
 * they did meanwhile. Compares nothing.
 */
export const StillOpen = z.strictObject({
  state: z.enum(submissionStates.values),
  /** The editor who has it open now, other than the one who asks. */
  openedBy: Line.nullable(),
});
export type StillOpen = z.infer<typeof StillOpen>;

/** `POST /trame/desk/:id/accept`: `entry`, or `event`, only when the editor changed it. */
export const Acceptance = z.strictObject({
  version: Line,
  entry: EntryForm.nullable(),
  event: EventProposal.nullable().default(null),
});
/** A caller that knows nothing of events leaves `event` out. */
export type Acceptance = Omit<z.infer<typeof Acceptance>, 'event'> & { readonly event?: EventProposal | null };
/** Its answer: what became of it. */
export const Accepted = z.strictObject({
  associationId: Id.nullable(),
  /** An event or a guide: the draft that it became, and whether it is already public. */
  draft: z
    .strictObject({ uid: z.enum(['api::event.event', 'api::guide.guide']), documentId: Id, published: z.boolean() })
    .nullable(),
});
export type Accepted = z.infer<typeof Accepted>;
/** `POST /trame/desk/:id/refuse`: the reason is mailed. */
export const RefusalReason = z.strictObject({ reason: z.string().trim().min(5).max(1000) });
/** `POST /trame/desk/accept-unchanged` → how many, and which could not be, with the reason. */
export const AcceptedTogether = z.strictObject({
  accepted: z.int(),
  left: z.array(z.strictObject({ title: Line, reason: Line })),
});
export type AcceptedTogether = z.infer<typeof AcceptedTogether>;

/** One line of the journal. `before` and `after` are published states, by field, in words. */
export const JournalLine = z.strictObject({
  id: Id,
  at: Instant,
  who: Line,
  what: Line,
  subject: Line,
  association: Id.nullable(),
  differences: z.array(FieldDifference),
  /** May the entry be put back to what it was before? */
  revertible: z.boolean(),
  /** Why the states that it keeps cannot be read, and what to do, in French; then there are no differences. */
  unreadable: Line.nullable(),
});
export type JournalLine = z.infer<typeof JournalLine>;

/**
 * `GET /trame/journal/:id/former`: what a line may put back, beside what is published today. `POST /trame/journal/:id/revert`
 * does it, of the fields that are chosen.
 */
export const FormerState = z.strictObject({
  fields: z.array(
    z.strictObject({
      /** `before` is what stands today, `after` what it would be again. */
      difference: FieldDifference,
      /** Did the line itself change it? Others changed since. */
      own: z.boolean(),
      /** Sentences: what of it does not come back, and why. */
      told: z.array(Line),
    }),
  ),
  /** Sentences: what does not come back of fields in which nothing else differs, and why. */
  told: z.array(Line),
});
export type FormerState = z.infer<typeof FormerState>;

/** Without a choice, the fields that the line changed. */
export const Revert = z.strictObject({ fields: z.array(Line).max(100).nullable().default(null) });
/** Its answer. `told` are sentences: what did not come back, and why. */
export const Reverted = z.strictObject({ reverted: z.literal(true), told: z.array(Line) });
export type Reverted = z.infer<typeof Reverted>;
