/**
 * What an association's page exchanges with the CMS. Every request is a POST with a JSON body, so that no mail scanner that
 * opens a link changes anything, and no token ever stands in a log.
 */
import { z } from 'zod';
import { Notice } from '../site/notice.ts';
import { noticeKinds } from '../../vocabulary/notice-kinds.ts';
import { EntryForm } from '../../entry/entry-form.ts';
import { EventProposal } from '../../event/event-form.ts';
import { legalForms } from '../../vocabulary/legal-forms.ts';
import { consentChannels } from '../../vocabulary/consent-channels.ts';
import { submissionKinds } from '../../vocabulary/submission-kinds.ts';
import { submissionStates } from '../../vocabulary/submission-states.ts';
import { LETTER_CODE_TYPED } from '../../letter-code.ts';
import { CalendarDate, Id, Instant, Line, Text } from '../../primitives.ts';
import { MESSAGE_LENGTH } from '../../written-on-pages.ts';

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

/** What an association says for a time, and whether it may be written to: it decides both alone, at once (decision 0062). */
export const ForNow = z.strictObject({
  /** Also one that is over, until it is erased. */
  notice: Notice.nullable(),
  takesMessages: z.boolean(),
  /** Where messages go, masked ("m…@example.org"); null when no contact has an address that may be written to. */
  messagesTo: Line.nullable(),
});
export type ForNow = z.infer<typeof ForNow>;

/** A notice as it is chosen; null takes it off. */
const ChosenNotice = z
  .strictObject({
    kind: z.enum(noticeKinds.values),
    /** `YYYY-MM-DD`, or as typed. */
    until: z.string().max(40),
    note: z.string().max(500),
  })
  .nullable();
export type ChosenNotice = z.infer<typeof ChosenNotice>;

/** `POST /api/ma-fiche/avis` and `…/messages`, `POST /api/espace/associations/:id/avis` and `…/messages` → ForNow. */
export const LinkNotice = z.strictObject({ token: LinkToken, notice: ChosenNotice });
export const LinkMessages = z.strictObject({ token: LinkToken, takesMessages: z.boolean() });
export const SpaceNotice = z.strictObject({ notice: ChosenNotice });
export const SpaceMessages = z.strictObject({ takesMessages: z.boolean() });

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
  /**
   * By contact of the entry, in their order: the page that takes it out at once, without waiting for the office; null for one that
   * nobody can be reached by.
   */
  withdrawals: z.array(z.url().nullable()),
  forNow: ForNow,
  /** The last answer sent in this campaign, if any. */
  answered: SentAnswer.nullable(),
  /**
   * The changes of that answer while it waits, or when it was refused, and the entry that they were made from: who changes the
   * entry once more goes on from there, for a new answer replaces what was sent before.
   */
  sent: z
    .strictObject({
      entry: EntryForm,
      base: EntryForm,
      /** The logo that waits, as a data URL to show; null when the changes bring none. */
      picture: z.string().nullable(),
    })
    .nullable(),
});
export type OpenedEntry = z.infer<typeof OpenedEntry>;

/** `POST /api/ma-fiche/ouvrir` and `POST /api/ma-fiche/apercu`, which answers a picture (PNG) of the entry as it is printed. */
export const LinkQuestion = z.strictObject({ token: LinkToken });

/**
 * The code of a letter, as it was typed (`domain/letter-code.ts`). `POST /api/ma-fiche/code` and `POST /api/retrait/code` answer
 * the token of the letter's link; `POST /api/session/code` and `POST /api/mes-donnees/code` what the link itself would.
 */
export const CodeQuestion = z.strictObject({ code: z.string().max(LETTER_CODE_TYPED) });
export const CodeAnswer = z.strictObject({ token: LinkToken });
export type CodeAnswer = z.infer<typeof CodeAnswer>;

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
  /** Null for who does not know. Absent in what a page of before it was asked sends. */
  legalForm: z.enum(legalForms.values).nullable().default(null),
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
/** `POST /api/retrait/confirmer { token }`: printed editions by their titles. */
export const Withdrawn = z.strictObject({
  association: Line,
  /** Those that still hold the contact. */
  printedEditions: z.array(Line),
  /** Those of which this cannot be told, because their files could not be read. */
  unknownEditions: z.array(Line),
});
export type Withdrawn = z.infer<typeof Withdrawn>;

/**
 * `POST /api/desinscription/ouvrir { token }`, and what `…/confirmer { token }` and `…/reprendre { token }` answer: whether the
 * letters to lists are stopped for the address that the link is of.
 */
export const ListLetters = z.strictObject({ stopped: z.boolean() });
export type ListLetters = z.infer<typeof ListLetters>;

/**
 * `POST /api/alerte/ouvrir { token }`, and what `…/confirmer { token }` and `…/arreter { token }` answer: a search of which who
 * reads the letter wants the news, or is asked whether they do. `over`: it was stopped, or not confirmed in time.
 */
export const OpenedAlert = z.strictObject({
  state: z.enum(['waiting', 'standing', 'over']),
  /** The search in words, and as the part of the address of its results after `?`; null when it is over. */
  words: z.string().nullable(),
  search: z.string().nullable(),
  /** When it ends by itself; of one that waits, until when it can be confirmed. */
  endsOn: CalendarDate.nullable(),
});
export type OpenedAlert = z.infer<typeof OpenedAlert>;

/** `POST /api/repondre/ouvrir { token }`, and what `…/envoyer` answers: a message that somebody sent by the form of the page. */
export const OpenedMessage = z.strictObject({
  association: Line,
  /** Who wrote, by the name that they gave. */
  from: Line,
  sentAt: Instant,
  text: Text,
  /** Null until the association has answered: once. */
  answer: Text.nullable(),
  /** Address of who wrote; null until then. */
  sender: z.email().nullable(),
});
export type OpenedMessage = z.infer<typeof OpenedMessage>;
/** `POST /api/repondre/envoyer` */
export const MessageAnswer = z.strictObject({ token: LinkToken, answer: z.string().max(MESSAGE_LENGTH + 500) });

/** `POST /api/mes-donnees`: always 202. */
export const OwnDataQuestion = z.strictObject({ email: z.email().max(254) });

/** Records of one kind: names of fields as they are stored, instants in ISO 8601. */
const HeldRecords = z.array(z.record(z.string(), z.unknown()));

/** `POST /api/mes-donnees/ouvrir { token }`: all that is held about one e-mail address, and nothing about anybody else. */
export const HeldData = z.strictObject({
  email: z.email(),
  readAt: Instant,
  /** Contacts of entries, as the office sees them (`brouillon`) and as they are published. */
  contacts: HeldRecords,
  /** Questions of campaigns that went to this address. */
  requests: HeldRecords,
  /** Answers and proposals that came from it, or that name it as a contact. */
  submissions: HeldRecords,
  /** Agreements of it in earlier states of entries. */
  journal: HeldRecords,
  /** Associations that it manages or managed. */
  memberships: HeldRecords,
  /** Accounts of the associations' space. */
  accounts: HeldRecords,
  /** Letters that went to it; what they said is erased after a time. */
  letters: HeldRecords,
  /** What it wrote to associations by the site, and their answers. */
  messages: HeldRecords,
  /** Searches of which it gets the news; each with the link that stops it. */
  alerts: HeldRecords,
  /** That letters to lists were stopped for it, and when. */
  listLetters: HeldRecords,
});
export type HeldData = z.infer<typeof HeldData>;

export { EventProposal };
export type { ProposedDate } from '../../event/event-form.ts';
export { SESSION_HEADER } from './session-header.ts';

/** `POST /api/session/lien`: always 202. */
export const SignInQuestion = z.strictObject({ email: z.email().max(254) });

/** `POST /api/session/lien { email }` → 202 always the same; `POST /api/session/ouvrir { token }` → Session and the cookie. */
export const Session = z.strictObject({ accessToken: z.string().min(1), expiresAt: Instant, email: z.email() });
export type Session = z.infer<typeof Session>;

export const answerActs = ['correct', 'withdraw', 'cancel'] as const;
export type AnswerAct = (typeof answerActs)[number];

/** `GET /api/espace` with the access token. */
export const Space = z.strictObject({
  email: z.email(),
  associations: z.array(
    z.strictObject({
      id: Id,
      name: Line,
      slug: Line,
      verifiedOn: CalendarDate.nullable(),
      /** Id of the commune of its seat: where an event of its own most often is. */
      commune: Id.nullable(),
      managers: z.array(z.strictObject({ id: Line, email: z.email(), me: z.boolean(), invited: z.boolean() })),
    }),
  ),
  answers: z.array(
    SentAnswer.extend({
      association: Id.nullable(),
      /** What its sender may still do: correct a proposed event, take back what waits, ask that an accepted event be cancelled. */
      acts: z.array(z.enum(answerActs)),
      /** Does it ask that an event be cancelled? */
      cancels: z.boolean(),
    }),
  ),
});
export type Space = z.infer<typeof Space>;

/**
 * Of one's own associations, with the access token. `POST /api/espace/associations/:id/ouvrir {}` → OpenedEntry, `apercu {}` → PNG,
 * `confirmer` and `proposer` → Received, `logo` (multipart: `file`) → ReceivedLogo, `inviter` and `retirer` → Space,
 * `evenement` (SentEvent) and `guide` (GuideProposal) → Received; `evenement/ouvrir` → OpenedEvent, `evenement/annuler` → Received
 * and `reprendre` → Space, each of an own answer (AnswerQuestion).
 */
export const SpaceConfirmation = z.strictObject({ version: Line });
export const SpaceProposal = z.strictObject({ version: Line, entry: EntryForm });
export const ManagerInvitation = z.strictObject({ email: z.email().max(254) });
export const ManagerRemoval = z.strictObject({ manager: Line });

/** `POST …/evenement`: `corrects` is the id of an own answer that waits, was refused or was accepted; null for a new event. */
export const SentEvent = EventProposal.extend({ corrects: Id.nullable() });

/** `POST …/evenement/ouvrir`: what an own answer about an event says today, to correct it. */
export const AnswerQuestion = z.strictObject({ answer: Id });
export const OpenedEvent = z.strictObject({
  event: EventProposal,
  /** A picture to show: an address of the media library, or a data URL of a file that waits. */
  pictureUrl: z.string().nullable(),
  /** Was it accepted? Then a correction waits beside what is published. */
  accepted: z.boolean(),
});
export type OpenedEvent = z.infer<typeof OpenedEvent>;

/** An experience or a piece of news, in plain text; an editor makes a page of it. */
export const GuideProposal = z.strictObject({
  kind: z.enum(['expérience', 'actualité']),
  title: z.string().trim().min(3).max(200),
  summary: z.string().trim().min(10).max(400),
  text: z.string().trim().min(20).max(10_000),
  place: z.string().trim().max(200),
});
export type GuideProposal = z.infer<typeof GuideProposal>;
