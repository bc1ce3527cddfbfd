import type { Core } from '@strapi/strapi';
import { lockAnswers } from '../../platform/database/record-lock.ts';
import { EventProposal, GuideProposal, type SentAnswer } from '../../domain/contract/associations/my-entry.ts';
import { cleanText, cleanTexts } from '../../domain/clean-text.ts';
import { dayOf } from '../../domain/dates.ts';
import { changedFields } from '../../domain/entry/difference.ts';
import { changedEventFields, checkEvent, tidyDates } from '../../domain/event/event-proposal.ts';
import { checkEntry } from '../../domain/entry/check-entry.ts';
import { EntryForm } from '../../domain/entry/entry-form.ts';
import type { AnswerChannel } from '../../domain/vocabulary/answer-channels.ts';
import type { SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { openCampaignRequest, markAnswered, type UpdateRequest } from '../campaigns/request-store.ts';
import { createProgramRecord } from '../../platform/program-records/program-record.ts';
import { queueReceipt } from './answer-letters.ts';
import { refusals } from '../../platform/http/refused.ts';
import { readEntry, type ReadEntry } from '../../entries/entry-of-record.ts';
import { readAcceptedEvent, type AcceptedEvent } from './proposals.ts';
import {
  findOwnAnswer,
  findSubmission,
  isAboutEntry,
  SUBMISSION,
  toSentAnswer,
  writtenJson,
} from './submission-store.ts';
import type { KeptErrorReport } from '../../domain/stored/proposals.ts';
import { legalForms } from '../../domain/vocabulary/legal-forms.ts';

/** What arrives by any way: a link, the space, the public form, or an editor on the telephone. */
export interface Answer {
  readonly kind: SubmissionKind;
  readonly channel: AnswerChannel;
  /** documentId of a published association; null for a new one. */
  readonly association: string | null;
  /** documentId of the update-request that it answers, when it answers one. */
  readonly request: string | null;
  /** The proposed entry; null when nothing changed, and for events and guides. */
  readonly entry: EntryForm | null;
  /** The entry as it was when the form was opened; null to have the one that `version` names, if it still stands. */
  readonly base: EntryForm | null;
  /** The version that the form was opened on; empty for what has none. */
  readonly version: string;
  /** Who gets the receipt and the decision; null: nobody. */
  readonly sender: string | null;
  /** Name of a logo that was received before, in `DATA_DIR/submissions/`. */
  readonly logoFile: string | null;
  /** Of an event or a guide: the proposal. Of a new association: its number and its legal form. */
  readonly details?: unknown;
  /** Of an event: the own answer that it takes the place of, or whose event it corrects; null for a new one. */
  readonly corrects?: string | null;
}

const words = {
  unnamed: 'Association sans nom',
  nothingChanged: 'Rien n’a changé : corrigez ce qui doit l’être, ou revenez à votre espace.',
};

function checkedForm(entry: EntryForm | null, logoFile: string | null): EntryForm {
  const shape = EntryForm.safeParse(entry);
  if (!shape.success) throw refusals.notUnderstood();
  const checked = checkEntry(shape.data, dayOf(new Date()));
  if (!checked.ok) throw refusals.invalid(checked.faults);
  const { logo } = checked.value;
  if (logo.choice === 'new' && logo.upload !== logoFile) throw refusals.foreignLogo();
  return checked.value;
}

/** The proposal of an event or a guide, with no key that its form does not have. */
function checkedDetails(
  kind: SubmissionKind,
  details: unknown,
  base: EventProposal | null,
): EventProposal | GuideProposal {
  const shape = (kind === 'événement' ? EventProposal : GuideProposal).safeParse(cleanTexts(details));
  if (!shape.success) {
    throw refusals.invalid(
      shape.error.issues.map(({ path }) => ({ path: path.join('.'), message: 'Complétez ou corrigez ce champ.' })),
    );
  }
  if (kind !== 'événement') return shape.data;
  const event = tidyDates(shape.data as EventProposal);
  const faults = checkEvent(event, dayOf(new Date()), base);
  if (faults.length > 0) throw refusals.invalid(faults);
  return event;
}

/**
 * What an answer about an event corrects. One that waits makes room for it, and so does an earlier correction of the same event
 * that nobody decided about yet.
 * @throws {Refused} when it is not this sender's, or there is nothing of it to correct
 */
async function corrected(
  strapi: Core.Strapi,
  answer: Answer,
): Promise<{ recordId: string | null; base: EventProposal | null; event: AcceptedEvent | null }> {
  const before = answer.corrects ? await findOwnAnswer(strapi, answer.corrects, answer) : null;
  if (before === null) return { recordId: null, base: null, event: null };
  if (before.kind !== 'événement' || before.details === null) throw refusals.notCorrectable();
  const { recordId } = before;
  if (before.state === 'acceptée' ? recordId === null : before.state !== 'à relire' && before.state !== 'refusée')
    throw refusals.notCorrectable();
  const event = recordId === null ? null : await readAcceptedEvent(strapi, recordId);
  if (recordId !== null && event === null) throw refusals.eventGone();
  const replaced = [
    ...(before.state === 'à relire' ? [{ id: before.id }] : []),
    ...(recordId === null ? [] : [{ recordId }]),
  ];
  if (replaced.length > 0) {
    await strapi.db.query(SUBMISSION).updateMany({
      where: { state: 'à relire', associationId: answer.association, $or: replaced },
      data: { state: 'remplacée', decidedAt: new Date() },
    });
  }
  return { recordId, base: event?.proposal ?? (before.details as EventProposal), event };
}

/** A proposed event or guide; of a correction, the fields in which it says something else than the event of today. */
async function proposed(strapi: Core.Strapi, answer: Answer) {
  const { recordId, base, event } = await corrected(strapi, answer);
  const details = checkedDetails(answer.kind, answer.details, base);
  const changes = event ? changedEventFields(event.proposal, details as EventProposal) : [];
  if (event && changes.length === 0) throw refusals.invalid([{ path: 'title', message: words.nothingChanged }]);
  if ('cancelled' in details) {
    // What was never accepted has nothing to keep, and nothing to cancel: it is taken back.
    if (!event && (details.cancelled || details.picture.choice === 'keep')) throw refusals.notUnderstood();
    if (details.picture.choice === 'new' && details.picture.upload !== answer.logoFile) throw refusals.foreignLogo();
  }
  return { kind: answer.kind, base: null, entry: null, changes, title: details.title, details, recordId };
}

/** What the answer says about the entry: its form, the one it was made from, and the fields that differ. */
function compared(answer: Answer, current: ReadEntry) {
  if (answer.base === null && answer.version !== current.version) throw refusals.movedForAssociation();
  const base = answer.base ?? current.entry;
  const entry = answer.kind === 'rien n’a changé' ? base : checkedForm(answer.entry, answer.logoFile);
  const changes = changedFields(base, entry);
  // A form that was opened, read and sent back as it was is a confirmation.
  const kind: SubmissionKind = changes.length === 0 ? 'rien n’a changé' : 'modification';
  return { base, entry, changes, kind, title: current.record.name };
}

async function contentOf(strapi: Core.Strapi, answer: Answer, current: ReadEntry | null) {
  switch (answer.kind) {
    case 'rien n’a changé':
    case 'modification':
      if (!current) throw refusals.notListed();
      return { details: null, ...compared(answer, current) };
    case 'nouvelle association': {
      const entry = checkedForm(answer.entry, answer.logoFile);
      const { rnaId, legalForm } = (answer.details ?? {}) as { rnaId?: unknown; legalForm?: unknown };
      return {
        kind: answer.kind,
        base: null,
        entry,
        changes: [],
        title: entry.name || words.unnamed,
        details: {
          rnaId: typeof rnaId === 'string' ? cleanText(rnaId).slice(0, 20) : '',
          legalForm: legalForms.values.find((form) => form === legalForm) ?? null,
        },
      };
    }
    case 'signalement': {
      if (!current) throw refusals.notListed();
      const { text } = answer.details as KeptErrorReport;
      return {
        kind: answer.kind,
        base: null,
        entry: null,
        changes: [],
        title: current.record.name,
        details: { text: cleanText(text) },
      };
    }
    default: {
      if (!current) throw refusals.notListed();
      return proposed(strapi, answer);
    }
  }
}

/** The request that this answer answers: the one that it names, else the one that waits in the open campaign. */
async function requestOf(strapi: Core.Strapi, answer: Answer): Promise<UpdateRequest | null> {
  if (!isAboutEntry(answer.kind) || answer.association === null) return null;
  const request = await openCampaignRequest(strapi, { request: answer.request, association: answer.association });
  if (answer.request === null) return request;
  if (request === null) throw refusals.closed();
  if (request.associationId !== answer.association) throw refusals.foreignRequest();
  if (request.state === 'annulée' && answer.channel === 'lien') throw refusals.revoked();
  return request;
}

/**
 * Takes an answer: it waits on the desk, and the published entry does not move. The request is answered (no reminder leaves
 * any more), an earlier answer of the same association about its entry that still waits is replaced, and whoever sent it gets a
 * receipt; all of it together, or nothing.
 *
 * @throws {Refused} in French, with the faults by field, when it cannot be taken
 */
export async function submitAnswer(strapi: Core.Strapi, answer: Answer): Promise<SentAnswer> {
  return strapi.db.transaction(async ({ trx }) => {
    // Two answers of one association at the same moment: one waits for the other, and replaces it.
    if (answer.association) {
      await lockAnswers(trx, answer.association);
    }
    const current = answer.association === null ? null : await readEntry(strapi, answer.association);
    const content = await contentOf(strapi, answer, current);
    const request = await requestOf(strapi, answer);
    if (isAboutEntry(content.kind)) {
      await strapi.db.query(SUBMISSION).updateMany({
        where: {
          state: 'à relire',
          associationId: answer.association,
          kind: { $in: ['rien n’a changé', 'modification'] },
        },
        data: { state: 'remplacée', decidedAt: new Date() },
      });
    }
    const id = await createProgramRecord(strapi, SUBMISSION, {
      kind: content.kind,
      changes: content.changes,
      ...writtenJson(content.kind, content),
      state: 'à relire',
      channel: answer.channel,
      title: content.title.slice(0, 255),
      associationId: answer.association,
      requestId: request?.documentId ?? null,
      campaignId: request?.campaignId ?? null,
      sender: answer.sender,
      baseVersion: answer.version || null,
      recordId: 'recordId' in content ? content.recordId : null,
      logoFile: answer.logoFile,
      sentAt: new Date(),
    });
    if (request) await markAnswered(strapi, request, answer.channel);
    const submission = await findSubmission(strapi, id);
    if (!submission) throw refusals.unknownAnswer();
    await queueReceipt(strapi, submission);
    return toSentAnswer(submission);
  });
}
