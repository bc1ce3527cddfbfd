/** The editor's decision on one answer. */
import type { Core } from '@strapi/strapi';
import { RefusalReason, type Acceptance } from '../domain/contract/review.ts';
import type { z } from 'zod';
import { dayOf } from '../domain/dates.ts';
import { checkEntry } from '../domain/entry/check-entry.ts';
import { changedFields, mergeEntry } from '../domain/entry/difference.ts';
import { EntryForm } from '../domain/entry/entry-form.ts';
import type { JournalAct } from '../domain/vocabulary/journal-acts.ts';
import { keptState, writeJournal } from '../journal/journal.ts';
import { queueAccepted, queueRefused } from './answer-letters.ts';
import { refusals } from './answer-refused.ts';
import { readEntry, type ReadEntry } from './entry-of-record.ts';
import { discardLogo, storeLogo, withdrawStoredLogo } from './logo-file.ts';
import { createProposedDraft, isComplete, type ProposedDraft } from './proposals.ts';
import { publishChanges, publishNew } from './publish-entry.ts';
import { findSubmission, takeForDecision, updateSubmission, type Editor, type Submission } from './submission-store.ts';

/** What an acceptance names when there is no published entry to have a version: a new association, an event, a guide. */
export const NO_VERSION = 'nouvelle';

/** What became of an accepted answer. */
export interface Accepted {
  readonly associationId: string | null;
  /** An event or a guide: the draft that it became, and whether it is already public. */
  readonly draft: (ProposedDraft & { readonly published: boolean }) | null;
}

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

interface Decision {
  readonly act: JournalAct;
  readonly associationId: string | null;
  readonly before: ReadEntry | null;
  readonly after: ReadEntry | null;
  readonly draft: ProposedDraft | null;
}

/** Publishes what an answer about a published entry says. */
async function applyToEntry(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: z.infer<typeof Acceptance>,
  logo: number | null,
): Promise<Decision> {
  const associationId = submission.associationId ?? '';
  const before = await readEntry(strapi, associationId);
  if (!before) throw refusals.gone();
  if (before.version !== acceptance.version) throw refusals.moved();
  const entry = retouched(acceptance.entry, submission) ?? proposedEntry(submission, before);
  const changed = changedFields(before.entry, entry).length > 0;
  await publishChanges(strapi, before, entry, submission, logo);
  const after = await readEntry(strapi, associationId);
  return { act: changed ? 'fiche modifiée' : 'fiche confirmée', associationId, before, after, draft: null };
}

async function applyNew(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: z.infer<typeof Acceptance>,
  logo: number | null,
): Promise<Decision> {
  const entry = retouched(acceptance.entry, submission) ?? submission.entry;
  if (!entry) throw refusals.notUnderstood();
  const { rnaId = '' } = (submission.details ?? {}) as { rnaId?: string };
  const associationId = await publishNew(strapi, entry, rnaId, submission, logo);
  return {
    act: 'fiche créée',
    associationId,
    before: null,
    after: await readEntry(strapi, associationId),
    draft: null,
  };
}

function apply(
  strapi: Core.Strapi,
  submission: Submission,
  acceptance: z.infer<typeof Acceptance>,
  logo: number | null,
): Promise<Decision> {
  switch (submission.kind) {
    case 'rien n’a changé':
    case 'modification':
      return applyToEntry(strapi, submission, acceptance, logo);
    case 'nouvelle association':
      return applyNew(strapi, submission, acceptance, logo);
    default:
      return createProposedDraft(strapi, submission).then((draft) => ({
        act: 'brouillon créé',
        associationId: submission.associationId,
        before: null,
        after: null,
        draft,
      }));
  }
}

/** Puts the proposed logo into the media library, when what would be published shows it. */
async function logoFor(strapi: Core.Strapi, submission: Submission, entry: EntryForm | null): Promise<number | null> {
  const proposed = entry ?? submission.entry;
  if (proposed?.logo.choice !== 'new') return null;
  if (submission.logoFile === null || proposed.logo.upload !== submission.logoFile) throw refusals.foreignLogo();
  return storeLogo(strapi, submission.logoFile, submission.title, proposed.logo.alt);
}

/** A complete event goes on the agenda at once; whatever a rule still asks for stays a draft for the editor. */
async function publishIfComplete(strapi: Core.Strapi, submission: Submission, draft: ProposedDraft): Promise<boolean> {
  if (!isComplete(submission)) return false;
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
 * @param acceptance the version that the editor looked at, and the entry if the editor retouched it
 * @throws {AnswerRefused} `conflict` when it was decided, or when the entry moved on: nothing is overwritten
 * @throws {ValidationError} of Strapi, when a rule of content refuses the entry
 */
export async function acceptAnswer(
  strapi: Core.Strapi,
  id: string,
  acceptance: z.infer<typeof Acceptance>,
  editor: Editor,
): Promise<Accepted> {
  const waiting = await findSubmission(strapi, id);
  if (!waiting) throw refusals.unknownAnswer();
  const logo = waiting.state === 'à relire' ? await logoFor(strapi, waiting, acceptance.entry) : null;
  try {
    const decision = await strapi.db.transaction(async () => {
      const submission = await takeForDecision(strapi, id);
      const done = await apply(strapi, submission, acceptance, logo);
      await updateSubmission(strapi, submission.id, {
        state: 'acceptée',
        decidedAt: new Date(),
        decidedBy: editor.name,
        associationId: done.associationId,
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
        retouched: acceptance.entry !== null,
      });
      return done;
    });
    await discardLogo(waiting.logoFile);
    const published = decision.draft ? await publishIfComplete(strapi, waiting, decision.draft) : false;
    return { associationId: decision.associationId, draft: decision.draft && { ...decision.draft, published } };
  } catch (error) {
    if (logo !== null) await withdrawStoredLogo(strapi, logo);
    throw error;
  }
}

/**
 * Refuses an answer: the published entry stays as it is, and the association reads why.
 * @throws {AnswerRefused} when it was decided, or the reason says nothing
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
