import type { Core } from '@strapi/strapi';
import { EventProposal, GuideProposal, type SentAnswer } from '../domain/contract/my-entry.ts';
import { cleanText, cleanTexts } from '../domain/clean-text.ts';
import { dayOf } from '../domain/dates.ts';
import { changedFields } from '../domain/entry/difference.ts';
import { checkEntry } from '../domain/entry/check-entry.ts';
import { EntryForm } from '../domain/entry/entry-form.ts';
import type { AnswerChannel } from '../domain/vocabulary/answer-channels.ts';
import type { SubmissionKind } from '../domain/vocabulary/submission-kinds.ts';
import { openCampaignRequest, markAnswered, type UpdateRequest } from '../campaigns/request-store.ts';
import { createProgramRecord } from '../program-records/program-record.ts';
import { queueReceipt } from './answer-letters.ts';
import { refusals } from './answer-refused.ts';
import { readEntry, type ReadEntry } from './entry-of-record.ts';
import { findSubmission, isAboutEntry, SUBMISSION, toSentAnswer } from './submission-store.ts';

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
  /** Of an event or a guide: the proposal. Of a new association: `{ rnaId }`. */
  readonly details?: unknown;
}

const words = {
  unnamed: 'Association sans nom',
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
function checkedDetails(kind: SubmissionKind, details: unknown): { title: string } {
  const shape = (kind === 'événement' ? EventProposal : GuideProposal).safeParse(cleanTexts(details));
  if (shape.success) return shape.data;
  throw refusals.invalid(
    shape.error.issues.map(({ path }) => ({ path: path.join('.'), message: 'Complétez ou corrigez ce champ.' })),
  );
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

function contentOf(answer: Answer, current: ReadEntry | null) {
  switch (answer.kind) {
    case 'rien n’a changé':
    case 'modification':
      if (!current) throw refusals.notListed();
      return { details: null, ...compared(answer, current) };
    case 'nouvelle association': {
      const entry = checkedForm(answer.entry, answer.logoFile);
      const { rnaId } = (answer.details ?? {}) as { rnaId?: unknown };
      return {
        kind: answer.kind,
        base: null,
        entry,
        changes: [],
        title: entry.name || words.unnamed,
        details: { rnaId: typeof rnaId === 'string' ? cleanText(rnaId).slice(0, 20) : '' },
      };
    }
    default: {
      if (!current) throw refusals.notListed();
      const details = checkedDetails(answer.kind, answer.details);
      return { kind: answer.kind, base: null, entry: null, changes: [], title: details.title, details };
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
 * @throws {AnswerRefused} in French, with the faults by field, when it cannot be taken
 */
export async function submitAnswer(strapi: Core.Strapi, answer: Answer): Promise<SentAnswer> {
  return strapi.db.transaction(async ({ trx }) => {
    // Two answers of one association at the same moment: one waits for the other, and replaces it.
    if (answer.association) {
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`trame-answer:${answer.association}`]);
    }
    const current = answer.association === null ? null : await readEntry(strapi, answer.association);
    const content = contentOf(answer, current);
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
      ...content,
      state: 'à relire',
      channel: answer.channel,
      title: content.title.slice(0, 255),
      associationId: answer.association,
      requestId: request?.documentId ?? null,
      campaignId: request?.campaignId ?? null,
      sender: answer.sender,
      baseVersion: answer.version || null,
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
