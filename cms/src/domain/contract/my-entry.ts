/**
 * What an association's page exchanges with the CMS. Every request is a POST with a JSON body, so that no mail scanner that
 * opens a link changes anything, and no token ever stands in a log.
 */
import { z } from 'zod';
import { EntryForm } from '../entry/entry-form.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import { submissionKinds } from '../vocabulary/submission-kinds.ts';
import { submissionStates } from '../vocabulary/submission-states.ts';
import { CalendarDate, Id, Instant, Line } from './primitives.ts';

/** 32 random bytes, base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A choice of a list, with the parent that it stands under. */
const Choice = z.strictObject({ id: Id, name: Line, parent: Id.nullable() });

/** What the form offers to choose from. */
export const EntryChoices = z.strictObject({
  themes: z.array(Choice),
  audiences: z.array(Choice),
  communes: z.array(z.strictObject({ id: Id, name: Line, inseeCode: Line })),
});
export type EntryChoices = z.infer<typeof EntryChoices>;

/** An answer that is already there. */
export const SentAnswer = z.strictObject({
  id: Id,
  kind: z.enum(submissionKinds.values),
  state: z.enum(submissionStates.values),
  title: Line,
  at: Instant,
  decidedAt: Instant.nullable(),
  /** Why it was refused, in the editor's words. */
  reason: Line.nullable(),
});
export type SentAnswer = z.infer<typeof SentAnswer>;

/** `POST /api/ma-fiche/ouvrir { token }`: reads, and changes nothing. */
export const OpenedEntry = z.strictObject({
  association: z.strictObject({ id: Id, name: Line, slug: Line, verifiedOn: CalendarDate.nullable() }),
  /** The published entry as a form. */
  entry: EntryForm,
  /** Names this state of the entry; sent back with the answer, so that a change in between is seen. */
  version: Line,
  /** Address of the present logo, for showing it. */
  logoUrl: z.url().nullable(),
  pageUrl: z.url().nullable(),
  campaign: z.strictObject({ title: Line, closesOn: CalendarDate, operator: Line }).nullable(),
  choices: EntryChoices,
  score: z.strictObject({ points: z.int(), missing: z.array(Line) }),
  /** The last answer sent in this campaign, if any. */
  answered: SentAnswer.nullable(),
  /**
   * The changes of that answer while it waits, or when it was refused, and the entry that they were made from: who changes the
   * entry once more goes on from there, for a new answer replaces what was sent before.
   */
  sent: z.strictObject({ entry: EntryForm, base: EntryForm }).nullable(),
});
export type OpenedEntry = z.infer<typeof OpenedEntry>;

/** `POST /api/ma-fiche/ouvrir` and `POST /api/ma-fiche/apercu`, which answers a picture (PNG) of the entry as it is printed. */
export const LinkQuestion = z.strictObject({ token: LinkToken });

/** `POST /api/ma-fiche/confirmer` */
export const Confirmation = z.strictObject({ token: LinkToken, version: Line });
/** `POST /api/ma-fiche/proposer` */
export const Proposal = z.strictObject({ token: LinkToken, version: Line, entry: EntryForm });

/** What an answer is answered with: 201. The receipt goes to `receiptTo`, masked ("m…@example.org"), or to nobody. */
export const Received = z.strictObject({ received: SentAnswer, receiptTo: Line.nullable() });
export type Received = z.infer<typeof Received>;

/** `POST /api/ma-fiche/logo`, multipart: `token`, `file`. Answers the key for `FormLogo` and a picture to show (data URL). */
export const ReceivedLogo = z.strictObject({ upload: Line, width: z.int(), height: z.int(), preview: z.string() });
export type ReceivedLogo = z.infer<typeof ReceivedLogo>;

/** Every refusal of these routes: `{ error: { code, message, faults } }` with a French message that says what to do. */
export const Refusal = z.object({
  error: z.object({
    code: z.enum([
      'invalid',
      'link-unknown',
      'link-expired',
      'link-revoked',
      'link-used',
      'too-many',
      'too-large',
      'conflict',
      'closed',
      'forbidden',
      'unavailable',
    ]),
    message: Line,
    faults: z.array(z.object({ path: z.string(), message: Line })).default([]),
  }),
});
export type Refusal = z.infer<typeof Refusal>;

/** `POST /api/declarer/ressemblances`: is it already listed? Names and communes only, never a contact. */
export const LookAlikeQuestion = z.strictObject({
  name: z.string().trim().min(2).max(200),
  rnaId: z.string().max(20),
  commune: z.string().max(64).nullable(),
});
export const LookAlikes = z.strictObject({
  found: z.array(
    z.strictObject({ name: Line, commune: Line.nullable(), pageUrl: z.url().nullable(), why: z.enum(['rna', 'name']) }),
  ),
});
export type LookAlikes = z.infer<typeof LookAlikes>;
/** `POST /api/declarer`: `seconds` since the form was shown and `website2`, which stays empty: what a machine gets wrong. */
export const Declaration = z.strictObject({
  entry: EntryForm,
  rnaId: z.string().max(20),
  senderEmail: z.string().max(254),
  knowsLookAlikes: z.boolean(),
  seconds: z.number().nonnegative(),
  website2: z.string().max(200),
});

/** `POST /api/retrait/ouvrir { token }`: reads, and changes nothing. */
export const OpenedWithdrawal = z.strictObject({
  association: Line,
  /** The contact in one line, masked ("Trésorerie, M… D…, 05 •• •• •• 12"). */
  contact: Line,
  /** Where it is published today; empty when it already is nowhere. */
  channels: z.array(z.enum(consentChannels.values)),
});
export type OpenedWithdrawal = z.infer<typeof OpenedWithdrawal>;
/** `POST /api/retrait/confirmer { token }`: the printed editions that still hold it, by their titles. */
export const Withdrawn = z.strictObject({ association: Line, printedEditions: z.array(Line) });
export type Withdrawn = z.infer<typeof Withdrawn>;

/** `POST /api/mes-donnees`: always 202; `POST /api/mes-donnees/ouvrir { token }`: JSON of all that is held about the address. */
export const OwnDataQuestion = z.strictObject({ email: z.email().max(254) });

export { SESSION_HEADER } from './session-header.ts';

/** `POST /api/session/lien`: always 202. */
export const SignInQuestion = z.strictObject({ email: z.email().max(254) });

/** `POST /api/session/lien { email }` → 202 always the same; `POST /api/session/ouvrir { token }` → Session and the cookie. */
export const Session = z.strictObject({ accessToken: z.string().min(1), expiresAt: Instant, email: z.email() });
export type Session = z.infer<typeof Session>;

/** `GET /api/espace` with the access token. */
export const Space = z.strictObject({
  email: z.email(),
  associations: z.array(
    z.strictObject({
      id: Id,
      name: Line,
      slug: Line,
      verifiedOn: CalendarDate.nullable(),
      managers: z.array(z.strictObject({ id: Line, email: z.email(), me: z.boolean(), invited: z.boolean() })),
    }),
  ),
  answers: z.array(SentAnswer.extend({ association: Id.nullable() })),
});
export type Space = z.infer<typeof Space>;

/**
 * Of one's own associations, with the access token. `POST /api/espace/associations/:id/ouvrir {}` → OpenedEntry, `apercu {}` → PNG,
 * `confirmer` and `proposer` → Received, `logo` (multipart: `file`) → ReceivedLogo, `inviter` and `retirer` → Space,
 * `evenement` (EventProposal) and `guide` (GuideProposal) → Received.
 */
export const SpaceConfirmation = z.strictObject({ version: Line });
export const SpaceProposal = z.strictObject({ version: Line, entry: EntryForm });
export const ManagerInvitation = z.strictObject({ email: z.email().max(254) });
export const ManagerRemoval = z.strictObject({ manager: Line });

/** An event that an association proposes for the agenda: one occurrence, what a volunteer knows. */
export const EventProposal = z.strictObject({
  title: z.string().trim().min(3).max(200),
  kind: z.string().max(40),
  summary: z.string().trim().min(10).max(600),
  /** `YYYY-MM-DD`, `HH:MM`, Europe/Paris. */
  day: CalendarDate,
  begin: z.string().max(5),
  end: z.string().max(5),
  place: z.string().trim().max(200),
  commune: z.string().max(64).nullable(),
  price: z.string().trim().max(200),
  free: z.boolean(),
  contact: z.string().trim().max(254),
});
export type EventProposal = z.infer<typeof EventProposal>;

/** An experience or a piece of news, in plain text; an editor makes a page of it. */
export const GuideProposal = z.strictObject({
  kind: z.enum(['expérience', 'actualité']),
  title: z.string().trim().min(3).max(200),
  summary: z.string().trim().min(10).max(400),
  text: z.string().trim().min(20).max(10_000),
  place: z.string().trim().max(200),
});
export type GuideProposal = z.infer<typeof GuideProposal>;
