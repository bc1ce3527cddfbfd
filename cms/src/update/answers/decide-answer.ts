/** The editor's decision on one answer. */
import type { Core } from '@strapi/strapi';
import { RefusalReason, type Acceptance, type Accepted } from '../../domain/contract/desk/review.ts';
import { EventProposal } from '../../domain/contract/associations/my-entry.ts';
import { cleanTexts } from '../../domain/clean-text.ts';
import { dayOf } from '../../domain/dates.ts';
import { changedEventFields, checkEvent, withEventFields, type EventField } from '../../domain/event/event-proposal.ts';
import { checkEntry } from '../../domain/entry/check-entry.ts';
import { changedFields, mergeEntry } from '../../domain/entry/difference.ts';
import { EntryForm } from '../../domain/entry/entry-form.ts';
import type { JournalAct } from '../../domain/vocabulary/journal-acts.ts';
import { keptState, writeJournal } from '../../entries/journal.ts';
import { queueAccepted, queueRefused } from './answer-letters.ts';
import { refusals } from '../../platform/http/refused.ts';
import { readEntry, type ReadEntry } from '../../entries/entry-of-record.ts';
import { discardLogo, storePicture, withdrawStoredPicture } from './logo-file.ts';
import { declarationOf } from './declaration-of.ts';
import {
  correctEvent,
  createProposedDraft,
  isComplete,
  readAcceptedEvent,
  type AcceptedEvent,
  type ProposedDraft,
} from './proposals.ts';
import { whileAccepting } from '../../entries/accepted-answer.ts';
import { publishChanges, publishNew } from '../../entries/publish-entry.ts';
import { findSubmission, takeForDecision, updateSubmission, type Submission } from './submission-store.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';

/** What an acceptance names when there is no published entry to have a version: a new association, an event, a guide. */
export const NO_VERSION = 'nouvelle';

const words = { logo: 'Logo', poster: 'Affiche' };

/** The entry that an acceptance would publish: what the answer changed, on what stands today. */
export function proposedEntry(submission: Submission, current: ReadEntry): EntryForm {
  if (!submission.entry || submission.kind === 'rien n’a changé') return current.entry;
  return mergeEntry(submission.base ?? current.entry, submission.entry, current.entry).entry;
}

/** An editor may retouch everything but bring no file: the logo is the association's proposal, the present one, or none. */
function retouched(entry: EntryForm | null, submission: Submission): EntryForm | null {
  if (entry === null) return null;
  const shape = EntryForm.safeParse(entry);
  if (!shape.success) throw refusals.notUnderstood();
  const checked = checkEntry(shape.data, dayOf(new Date()));
  if (!checked.ok) throw refusals.invalid(checked.faults);
  const { logo } = checked.value;
  if (logo.choice === 'new' && logo.upload !== submission.logoFile) throw refusals.foreignLogo();
  return checked.value;
}

/** The event that an acceptance would publish: of a correction what it changed, on what stands today. */
export function proposedEvent(submission: Submission, current: AcceptedEvent | null): EventProposal {
  const sent = submission.details as EventProposal;
  return current ? withEventFields(current.proposal, sent, eventChanges(submission)) : sent;
}

const eventChanges = ({ changes }: Submission): EventField[] => (changes ?? []) as EventField[];

/** The same of an event: its poster is the one that was sent, the present one, or none. */
function retouchedEvent(event: unknown, submission: Submission): EventProposal | null {
  if (event === null || event === undefined) return null;
  const shape = EventProposal.safeParse(cleanTexts(event));
  if (!shape.success) throw refusals.notUnderstood();
  // Dates may be over by the time that an editor decides.
  const faults = checkEvent(shape.data, dayOf(new Date()), shape.data);
  if (faults.length > 0) throw refusals.invalid(faults);
  const { picture } = shape.data;
  if (picture.choice === 'new' && picture.upload !== submission.logoFile) throw refusals.foreignLogo();
  return shape.data;
}

interface Decision {
  readonly act: JournalAct;
  readonly associationId: string | null;
  readonly before: ReadEntry | null;
  readonly after: ReadEntry | null;
  readonly draft: ProposedDraft | null;
  /** An event that was public before, and is again as it was corrected. */
  readonly corrected: boolean;
}

/** Publishes what an answer about a published entry says. */
async function applyToEntry(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: Acceptance,
  logo: number | null,
): Promise<Decision> {
  const associationId = submission.associationId ?? '';
  const before = await readEntry(strapi, associationId);
  if (!before) throw refusals.gone();
  if (before.version !== acceptance.version) throw refusals.moved();
  const entry = retouched(acceptance.entry, submission) ?? proposedEntry(submission, before);
  const changed = changedFields(before.entry, entry).length > 0;
  await whileAccepting(() => publishChanges(strapi, before, entry, submission, logo));
  const after = await readEntry(strapi, associationId);
  return {
    act: changed ? 'fiche modifiée' : 'fiche confirmée',
    associationId,
    before,
    after,
    draft: null,
    corrected: false,
  };
}

async function applyNew(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: Acceptance,
  logo: number | null,
): Promise<Decision> {
  const entry = retouched(acceptance.entry, submission) ?? submission.entry;
  if (!entry) throw refusals.notUnderstood();
  const associationId = await publishNew(strapi, entry, declarationOf(submission), submission, logo);
  return {
    act: 'fiche créée',
    associationId,
    before: null,
    after: await readEntry(strapi, associationId),
    draft: null,
    corrected: false,
  };
}

const EVENT = 'api::event.event';

/** A correction of an event that was accepted before: on what it says today, and published if it was. */
async function applyCorrection(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: Acceptance,
  poster: number | null,
): Promise<Decision> {
  const current = await readAcceptedEvent(strapi, submission.recordId ?? '');
  if (!current) throw refusals.eventGone();
  if (current.version !== acceptance.version) throw refusals.eventMoved();
  const event = retouchedEvent(acceptance.event, submission) ?? proposedEvent(submission, current);
  await whileAccepting(() => correctEvent(strapi, current, event, changedEventFields(current.proposal, event), poster));
  return {
    act: event.cancelled && !current.proposal.cancelled ? 'événement annulé' : 'événement modifié',
    associationId: submission.associationId,
    before: null,
    after: null,
    draft: { uid: EVENT, documentId: current.documentId },
    corrected: current.published,
  };
}

async function applyProposal(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: Acceptance,
  poster: number | null,
): Promise<Decision> {
  const event = submission.kind === 'événement' ? retouchedEvent(acceptance.event, submission) : null;
  return {
    act: 'brouillon créé',
    associationId: submission.associationId,
    before: null,
    after: null,
    draft: await createProposedDraft(strapi, submission, event, poster),
    corrected: false,
  };
}

function apply(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: Acceptance,
  picture: number | null,
): Promise<Decision> {
  switch (submission.kind) {
    case 'rien n’a changé':
    case 'modification':
      return applyToEntry(strapi, submission, acceptance, picture);
    case 'nouvelle association':
      return applyNew(strapi, submission, acceptance, picture);
    case 'signalement':
      // The editor corrects the entry itself: accepting says that this is done.
      return Promise.resolve({
        act: 'signalement traité',
        associationId: submission.associationId,
        before: null,
        after: null,
        draft: null,
        corrected: false,
      });
    default:
      return submission.recordId === null
        ? applyProposal(strapi, submission, acceptance, picture)
        : applyCorrection(strapi, submission, acceptance, picture);
  }
}

/** Puts the proposed picture into the media library, when what would be published shows it. */
async function pictureFor(strapi: Core.Strapi, submission: Submission, acceptance: Acceptance): Promise<number | null> {
  const isEvent = submission.kind === 'événement';
  const sent = isEvent ? (submission.details as EventProposal | null)?.picture : submission.entry?.logo;
  const given = isEvent ? acceptance.event?.picture : acceptance.entry?.logo;
  const proposed = given ?? sent;
  if (proposed?.choice !== 'new') return null;
  if (submission.logoFile === null || proposed.upload !== submission.logoFile) throw refusals.foreignLogo();
  return storePicture(strapi, submission.logoFile, {
    name: `${isEvent ? words.poster : words.logo} ${submission.title}`,
    alt: proposed.alt,
  });
}

/** A complete event goes on the agenda at once; whatever a rule still asks for stays a draft for the editor. */
async function publishIfComplete(
  strapi: Core.Strapi,
  submission: Submission,
  draft: ProposedDraft,
  event: EventProposal | null,
): Promise<boolean> {
  if (submission.kind !== 'événement' || !isComplete(event ?? (submission.details as EventProposal))) return false;
  try {
    await strapi.documents(draft.uid).publish({ documentId: draft.documentId });
    return true;
  } catch (error) {
    if ((error as Error).name === 'ValidationError') return false;
    throw error;
  }
}

/**
 * Accepts an answer: publishes what it changes on what stands today, notes who checked the entry and when, writes the journal
 * and writes to the association; all of it together, or nothing.
 *
 * @param acceptance the version that the editor looked at, and the entry or the event if the editor retouched it
 * @throws {Refused} `conflict` when it was decided, or when the entry moved on: nothing is overwritten
 * @throws {ValidationError} of Strapi, when a rule of content refuses the entry
 */
export async function acceptAnswer(
  strapi: Core.Strapi,
  id: string,
  acceptance: Acceptance,
  editor: Editor,
): Promise<Accepted> {
  const waiting = await findSubmission(strapi, id);
  if (!waiting) throw refusals.unknownAnswer();
  const picture = waiting.state === 'à relire' ? await pictureFor(strapi, waiting, acceptance) : null;
  try {
    const decision = await strapi.db.transaction(async () => {
      const submission = await takeForDecision(strapi, id);
      const done = await apply(strapi, submission, acceptance, picture);
      await updateSubmission(strapi, submission.id, {
        state: 'acceptée',
        decidedAt: new Date(),
        decidedBy: editor.name,
        associationId: done.associationId,
        recordId: done.draft?.documentId ?? null,
      });
      await writeJournal(strapi, {
        who: editor.name,
        whoId: editor.id,
        act: done.act,
        subject: submission.title,
        associationId: done.associationId,
        submissionId: submission.documentId,
        campaignId: submission.campaignId,
        before: done.before && keptState(done.before),
        after: done.after && keptState(done.after),
      });
      await queueAccepted(strapi, submission, {
        slug: done.after?.record.slug ?? null,
        retouched: acceptance.entry !== null || (acceptance.event ?? null) !== null,
      });
      return done;
    });
    await discardLogo(waiting.logoFile);
    const published =
      decision.corrected ||
      (decision.draft !== null &&
        waiting.recordId === null &&
        (await publishIfComplete(strapi, waiting, decision.draft, acceptance.event ?? null)));
    return { associationId: decision.associationId, draft: decision.draft && { ...decision.draft, published } };
  } catch (error) {
    if (picture !== null) await withdrawStoredPicture(strapi, picture);
    throw error;
  }
}

/**
 * Refuses an answer: the published entry stays as it is, and the association reads why.
 * @throws {Refused} when it was decided, or the reason says nothing
 */
export async function refuseAnswer(strapi: Core.Strapi, id: string, reason: string, editor: Editor): Promise<void> {
  const given = RefusalReason.safeParse({ reason });
  if (!given.success) {
    throw refusals.invalid([
      { path: 'reason', message: 'Dites pourquoi, en une phrase\u00a0: l’association la lira.' },
    ]);
  }
  const refused = await strapi.db.transaction(async () => {
    const submission = await takeForDecision(strapi, id);
    await updateSubmission(strapi, submission.id, {
      state: 'refusée',
      decidedAt: new Date(),
      decidedBy: editor.name,
      reason: given.data.reason,
    });
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'réponse refusée',
      subject: submission.title,
      associationId: submission.associationId,
      submissionId: submission.documentId,
      campaignId: submission.campaignId,
      note: given.data.reason,
    });
    await queueRefused(strapi, submission, given.data.reason);
    return submission;
  });
  await discardLogo(refused.logoFile);
}
