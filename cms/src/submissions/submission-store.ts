/** Answers as rows: reading one, taking it for a decision, and saying in the contract's words what it is. */
import type { Core } from '@strapi/strapi';
import type { SentAnswer } from '../domain/contract/my-entry.ts';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import type { AnswerChannel } from '../domain/vocabulary/answer-channels.ts';
import { submissionStates, type SubmissionState } from '../domain/vocabulary/submission-states.ts';
import type { SubmissionKind } from '../domain/vocabulary/submission-kinds.ts';
import { refusals } from './answer-refused.ts';

export const SUBMISSION = 'api::submission.submission';

export interface Submission {
  readonly id: number;
  readonly documentId: string;
  readonly kind: SubmissionKind;
  readonly state: SubmissionState;
  readonly channel: AnswerChannel;
  readonly title: string;
  readonly associationId: string | null;
  readonly requestId: string | null;
  readonly campaignId: string | null;
  readonly sender: string | null;
  readonly entry: EntryForm | null;
  readonly base: EntryForm | null;
  readonly baseVersion: string | null;
  /** Names of the fields that it changes. */
  readonly changes: readonly string[] | null;
  readonly details: unknown;
  readonly logoFile: string | null;
  readonly sentAt: string;
  readonly openedBy: string | null;
  readonly openedById: string | null;
  readonly openedAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

/** Who decides. */
export interface Editor {
  readonly name: string;
  readonly id: string;
}

/** What an answer by an association about its published entry is; the others propose something new. */
export const isAboutEntry = (kind: SubmissionKind): boolean => kind === 'rien n’a changé' || kind === 'modification';

export const findSubmission = (strapi: Core.Strapi, documentId: string): Promise<Submission | null> =>
  strapi.db.query(SUBMISSION).findOne({ where: { documentId } }) as Promise<Submission | null>;

export const waitingSubmissions = (strapi: Core.Strapi, where: object = {}): Promise<Submission[]> =>
  strapi.db.query(SUBMISSION).findMany({
    where: { state: 'à relire', ...where },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  }) as Promise<Submission[]>;

/**
 * The answer, held until the transaction ends, so that two editors cannot both decide it.
 * @throws {AnswerRefused} when it does not exist or was decided
 */
export async function takeForDecision(strapi: Core.Strapi, documentId: string): Promise<Submission> {
  const locked = await strapi.db.transaction(({ trx }) =>
    trx.raw('select id from submissions where document_id = ? for update', [documentId]),
  );
  const submission = (locked as { rows: unknown[] }).rows.length > 0 ? await findSubmission(strapi, documentId) : null;
  if (!submission) throw refusals.unknownAnswer();
  if (submission.state !== 'à relire') {
    throw refusals.decided(submission.decidedBy, submissionStates.label(submission.state).toLowerCase());
  }
  return submission;
}

export const updateSubmission = (strapi: Core.Strapi, id: number, data: Readonly<Record<string, unknown>>) =>
  strapi.db.query(SUBMISSION).update({ where: { id }, data });

const instantOrNull = (value: string | Date | null): string | null => (value ? new Date(value).toISOString() : null);

export const toSentAnswer = (submission: Submission): SentAnswer => ({
  id: submission.documentId,
  kind: submission.kind,
  state: submission.state,
  title: submission.title,
  at: new Date(submission.sentAt).toISOString(),
  decidedAt: instantOrNull(submission.decidedAt),
  reason: submission.reason || null,
});
