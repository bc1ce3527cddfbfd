/** What the admin's desk and board exchange with the CMS: the queue of answers, and how a campaign goes. */
import { z } from 'zod';
import { EntryForm } from '../entry/entry-form.ts';
import { answerChannels } from '../vocabulary/answer-channels.ts';
import { campaignStages } from '../vocabulary/campaign-stages.ts';
import { requestStates } from '../vocabulary/request-states.ts';
import { submissionKinds } from '../vocabulary/submission-kinds.ts';
import { submissionStates } from '../vocabulary/submission-states.ts';
import { CalendarDate, Id, Instant, Line } from './primitives.ts';

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
});
export type QueuedAnswer = z.infer<typeof QueuedAnswer>;

/** `GET /trame/desk` */
export const Desk = z.strictObject({
  answers: z.array(QueuedAnswer),
  counts: z.strictObject({ unchanged: z.int(), changed: z.int(), new: z.int(), proposals: z.int() }),
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

/** `GET /trame/desk/:id`: opening it tells the other editors. */
export const OpenAnswer = z.strictObject({
  answer: QueuedAnswer,
  differences: z.array(FieldDifference),
  /** What would be published, for editing before accepting; null for an event or a guide. */
  entry: EntryForm.nullable(),
  /** Of the published entry, as it was read for this comparison: an acceptance names it, and another one means 409. */
  version: Line,
  /** A proposed logo as a data URL. */
  logo: z.string().nullable(),
  sender: Line.nullable(),
  /** Faults that would keep it from being published. */
  faults: z.array(z.strictObject({ path: z.string(), message: Line })),
});
export type OpenAnswer = z.infer<typeof OpenAnswer>;

/** `POST /trame/desk/:id/accept`: `entry` only when the editor changed it. */
export const Acceptance = z.strictObject({ version: Line, entry: EntryForm.nullable() });
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
});
export type JournalLine = z.infer<typeof JournalLine>;

const Tally = z.strictObject({ label: Line, asked: z.int(), answered: z.int(), waiting: z.int(), bounced: z.int() });

/** `GET /trame/campaigns/:id/board` */
export const CampaignBoard = z.strictObject({
  campaign: z.strictObject({
    id: Id,
    title: Line,
    stage: z.enum(campaignStages.values),
    opensOn: CalendarDate.nullable(),
    closesOn: CalendarDate.nullable(),
  }),
  totals: z.record(z.enum(requestStates.values), z.int()),
  byCommune: z.array(Tally),
  byTheme: z.array(Tally),
  byChannel: z.array(z.strictObject({ label: Line, answered: z.int() })),
  /** Answers day by day since the opening, cumulated. */
  overTime: z.array(z.strictObject({ day: CalendarDate, answered: z.int(), sent: z.int() })),
  /** Whom to telephone: no e-mail, bounced, or silent after the last reminder. Numbers are for the office. */
  toCall: z.array(
    z.strictObject({
      request: Id,
      association: Id,
      name: Line,
      commune: Line.nullable(),
      phone: Line.nullable(),
      contact: Line.nullable(),
      why: z.enum(['sans adresse', 'revenue', 'silence']),
    }),
  ),
  /** Letters under way: what the sending is doing. */
  sending: z.strictObject({ queued: z.int(), sent: z.int(), failed: z.int(), doubtful: z.int() }),
});
export type CampaignBoard = z.infer<typeof CampaignBoard>;

/** `GET /trame/campaigns/:id/forecast`: what opening it would do now, for asking before it is done. */
export const CampaignForecast = z.strictObject({ asked: z.int(), letters: z.int(), withoutAddress: z.int() });
export type CampaignForecast = z.infer<typeof CampaignForecast>;

/** One line of `GET /trame/campaigns/:id/requests`: every association that is asked, by name. Addresses are for the office. */
export const CampaignRequest = z.strictObject({
  request: Id,
  association: Id,
  name: Line,
  commune: Line.nullable(),
  state: z.enum(requestStates.values),
  email: Line.nullable(),
  sentAt: Instant.nullable(),
  remindersSent: z.int(),
  answeredAt: Instant.nullable(),
  channel: z.enum(answerChannels.values).nullable(),
  bounceReason: Line.nullable(),
});
export type CampaignRequest = z.infer<typeof CampaignRequest>;
