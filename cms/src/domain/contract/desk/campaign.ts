/** What the campaign’s pages exchange with the CMS: how it goes, its letters, and answers taken down on the telephone. */
import { z } from 'zod';
import { EntryForm } from '../../entry/entry-form.ts';
import { answerChannels } from '../../vocabulary/answer-channels.ts';
import { campaignStages } from '../../vocabulary/campaign-stages.ts';
import { requestStates } from '../../vocabulary/request-states.ts';
import { EntryChoices } from '../associations/my-entry.ts';
import { CalendarDate, Id, Instant, Line } from '../../primitives.ts';

const Tally = z.strictObject({
  /** Of the commune; null for who has none, and of other groups. */
  id: Id.nullable(),
  label: Line,
  asked: z.int(),
  answered: z.int(),
  waiting: z.int(),
  bounced: z.int(),
  /** How many a reminder would leave for now, by an editor's act: silent, reached, and not written to these last days. */
  remindable: z.int(),
});

/** A campaign by name, with its days. */
export const CampaignSummary = z.strictObject({
  id: Id,
  title: Line,
  stage: z.enum(campaignStages.values),
  opensOn: CalendarDate.nullable(),
  closesOn: CalendarDate.nullable(),
});
export type CampaignSummary = z.infer<typeof CampaignSummary>;

/** `GET /trame/campaigns/current`: the campaign that the office is at; null before the first. */
export const CurrentCampaign = z.strictObject({ campaign: CampaignSummary.nullable() });
export type CurrentCampaign = z.infer<typeof CurrentCampaign>;

/** `GET /trame/campaigns/:id/board` */
export const CampaignBoard = z.strictObject({
  campaign: CampaignSummary,
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
  /** The reminder that leaves by itself next, and to how many if nobody answered until then; null when there is none. */
  nextReminder: z.strictObject({ day: CalendarDate, step: z.int(), letters: z.int() }).nullable(),
  /** Over all communes. */
  remindable: z.int(),
  /** From which day somebody may be reminded by an editor's act, when nobody can be today; null when nobody waits to be. */
  remindableFrom: CalendarDate.nullable(),
  /** Letters under way: what the sending is doing. */
  sending: z.strictObject({ queued: z.int(), sent: z.int(), failed: z.int(), doubtful: z.int() }),
});
export type CampaignBoard = z.infer<typeof CampaignBoard>;

/** `GET /trame/campaigns`: every campaign there was, the present one first. */
export const CampaignListing = CampaignSummary.extend({ asked: z.int(), answered: z.int(), waitingForReview: z.int() });
export type CampaignListing = z.infer<typeof CampaignListing>;

/** `POST /trame/campaigns/:id/remind`: by an editor's act, without waiting for the day of the ladder. */
export const RemindQuestion = z.strictObject({
  /** Whose associations; `none` those of no commune; null all. */
  commune: z.union([z.literal('none'), Id]).nullable(),
});
export type RemindQuestion = z.infer<typeof RemindQuestion>;
export const Reminded = z.strictObject({ queued: z.int() });
export type Reminded = z.infer<typeof Reminded>;

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

/** `GET /trame/campaigns/:id/letters-check`: what of the envelopes is to be mended before letters are printed on paper. */
export const LettersCheck = z.strictObject({
  /** How many would be printed. */
  letters: z.int(),
  faults: z.array(
    z.strictObject({
      association: Id,
      name: Line,
      /** `absent`: no postal address is known; `town-hall`: the letter goes there in its place; else the line that does not fit. */
      part: z.enum(['absent', 'town-hall', 'name', 'complement', 'street', 'box', 'town']),
      was: z.string(),
      becomes: z.string(),
    }),
  ),
});
export type LettersCheck = z.infer<typeof LettersCheck>;

/** `POST /trame/campaigns/:id/open {}`: how many are asked in all, and of these how many were new, letters, and associations without an address. */
export const OpenedCampaign = z.strictObject({
  asked: z.int(),
  added: z.int(),
  letters: z.int(),
  withoutAddress: z.int(),
});
export type OpenedCampaign = z.infer<typeof OpenedCampaign>;

/** `POST /trame/campaigns/:id/preview`: texts that are not saved yet may be shown too. */
export const PreviewQuestion = z.strictObject({
  /** 0: the letter; from 1: the n-th reminder. */
  step: z.int().min(0).max(5).default(0),
  /** A real association; null for the first one that the campaign asks. */
  association: z.string().max(64).nullable().default(null),
  subject: z.string().max(150).nullable().default(null),
  body: z.string().max(5000).nullable().default(null),
});
export type PreviewQuestion = z.infer<typeof PreviewQuestion>;

/** Its answer: the letter as one association would read it; without one in the question, the first that it would be sent to. */
export const LetterPreview = z.strictObject({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  association: z.string(),
  to: z.string().nullable(),
  /** Whom the campaign asks, by name; who has no e-mail address gets its letter on paper. */
  asked: z.array(z.strictObject({ id: z.string(), name: z.string(), byEmail: z.boolean() })),
});
export type LetterPreview = z.infer<typeof LetterPreview>;

/** `POST /trame/campaigns/:id/preview/send` (PreviewQuestion): the letter of the preview, to the editor's own address. */
export const SentSample = z.strictObject({ to: z.string() });
export type SentSample = z.infer<typeof SentSample>;

/** `GET /trame/campaigns/:id/requests/:request/entry`: the form of one association, to fill in with somebody on the telephone. */
export const PhoneForm = z.strictObject({
  name: z.string(),
  entry: EntryForm,
  /** Names this state of the entry; sent back with the answer. */
  version: z.string(),
  choices: EntryChoices,
});
export type PhoneForm = z.infer<typeof PhoneForm>;

/** `POST …/requests/:request/answer-by-phone` → SentAnswer: what somebody said on the telephone, or wrote on the paper letter. */
export const DictatedAnswer = z.strictObject({
  version: z.string().min(1).max(64),
  /** Null: nothing changed. */
  entry: EntryForm.nullable(),
  channel: z.enum(['téléphone', 'courrier']).default('téléphone'),
});
export type DictatedAnswer = z.infer<typeof DictatedAnswer>;

/** `POST …/requests/:request/resend { email }`: whether a letter was queued. One a day leaves for the same address. */
export const ResentLetter = z.strictObject({ queued: z.boolean() });
export type ResentLetter = z.infer<typeof ResentLetter>;
