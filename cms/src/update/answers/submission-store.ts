/** Answers as rows: reading one, taking it for a decision, and saying in the contract's words what it is. */
import type { Core } from '@strapi/strapi';
import type { SentAnswer } from '../../domain/contract/associations/my-entry.ts';
import { z } from 'zod';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { storedEntry } from '../../domain/stored/entry.ts';
import { storedDetailsOf, type Details } from '../../domain/stored/proposals.ts';
import { Unreadable } from '../../domain/stored/stored.ts';
import type { AnswerChannel } from '../../domain/vocabulary/answer-channels.ts';
import { submissionStates, type SubmissionState } from '../../domain/vocabulary/submission-states.ts';
import type { SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { refusals } from '../../platform/http/refused.ts';
import { readRow } from '../../platform/program-records/unreadable-rows.ts';

export const SUBMISSION = 'api::submission.submission';

/** An answer, its JSON read. */
export interface Submission extends Said {
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
  readonly baseVersion: string | null;
  /** Of a proposal: the event or guide that it became, or that it corrects. Null of what was accepted before this was kept. */
  readonly recordId: string | null;
  readonly logoFile: string | null;
  readonly sentAt: string;
  readonly openedBy: string | null;
  readonly openedById: string | null;
  readonly openedAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

/** What an answer holds as JSON. */
interface Said {
  readonly entry: EntryForm | null;
  readonly base: EntryForm | null;
  /** Names of the fields that it changes. */
  readonly changes: readonly string[] | null;
  readonly details: Details | null;
  /** Null when it was read. Else why not, in French, and all of the above is null: nothing can be decided about it. */
  readonly unreadable: string | null;
}

/** An answer as its row is. */
export type SubmissionRow = Omit<Submission, keyof Said> &
  Readonly<Record<'entry' | 'base' | 'changes' | 'details', unknown>>;

const Changes = z.array(z.string());

/** Reads the JSON of a row (decision 0019). */
export function toSubmission(row: SubmissionRow): Submission {
  const where = (column: string) => `submissions ${row.documentId}, ${column}`;
  const entryIn = (column: 'entry' | 'base') =>
    row[column] == null ? null : storedEntry.read(row[column], where(column));
  const changes = () => {
    const parsed = Changes.nullish().safeParse(row.changes);
    if (!parsed.success) throw new Unreadable(where('changes'), 'no list of names of fields');
    return parsed.data ?? null;
  };
  const details = () =>
    row.details == null ? null : (storedDetailsOf(row.kind)?.read(row.details, where('details')) ?? null);
  return {
    ...row,
    ...readRow<Said>(
      () => ({
        entry: entryIn('entry'),
        base: entryIn('base'),
        changes: changes(),
        details: details(),
        unreadable: null,
      }),
      () => ({
        entry: null,
        base: null,
        changes: null,
        details: null,
        unreadable: refusals.unreadableAnswer().message,
      }),
    ),
  };
}

/** The JSON of an answer for its columns, with the versions. */
export const writtenJson = (
  kind: SubmissionKind,
  { entry, base, details }: { entry: EntryForm | null; base: EntryForm | null; details: Details | null },
) => ({
  entry: entry && storedEntry.write(entry),
  base: base && storedEntry.write(base),
  details: details && (storedDetailsOf(kind)?.write(details) ?? null),
});

/** What an answer by an association about its published entry is; the others propose something new. */
export const isAboutEntry = (kind: SubmissionKind): boolean => kind === 'rien n’a changé' || kind === 'modification';

/** The first answer that matches; null when there is none. */
export async function firstSubmission(strapi: Core.Strapi, query: object): Promise<Submission | null> {
  const row = (await strapi.db.query(SUBMISSION).findOne(query)) as SubmissionRow | null;
  return row && toSubmission(row);
}

export const findSubmission = (strapi: Core.Strapi, documentId: string): Promise<Submission | null> =>
  firstSubmission(strapi, { where: { documentId } });

/** Whose answer it is: an address, and the association that it was sent for. */
interface Owner {
  readonly sender: string | null;
  readonly association: string | null;
}

/**
 * An answer that this sender sent for this association. One of somebody else and one that never was are refused alike.
 * @throws {Refused}
 */
export async function findOwnAnswer(
  strapi: Core.Strapi,
  documentId: string,
  { sender, association }: Owner,
): Promise<Submission> {
  const found = await findSubmission(strapi, documentId);
  const isOwn =
    found !== null &&
    sender !== null &&
    found.sender?.toLowerCase() === sender.toLowerCase() &&
    found.associationId === association;
  if (!isOwn) throw refusals.unknownAnswer();
  if (found.unreadable !== null) throw refusals.unreadableAnswer();
  return found;
}

export async function waitingSubmissions(strapi: Core.Strapi, where: object = {}): Promise<Submission[]> {
  const rows = (await strapi.db.query(SUBMISSION).findMany({
    where: { state: 'à relire', ...where },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  })) as SubmissionRow[];
  return rows.map(toSubmission);
}

/**
 * The answer, held until the transaction ends, so that two editors cannot both decide it.
 * @throws {Refused} when it does not exist, was decided, or cannot be read
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
  if (submission.unreadable !== null) throw refusals.unreadableAnswer();
  return submission;
}

export const updateSubmission = (strapi: Core.Strapi, id: number, data: Readonly<Record<string, unknown>>) =>
  strapi.db.query(SUBMISSION).update({ where: { id }, data });

const instantOrNull = (value: string | Date | null): string | null => (value ? new Date(value).toISOString() : null);

export const toSentAnswer = (submission: Omit<Submission, keyof Said>): SentAnswer => ({
  id: submission.documentId,
  kind: submission.kind,
  state: submission.state,
  title: submission.title,
  at: new Date(submission.sentAt).toISOString(),
  decidedAt: instantOrNull(submission.decidedAt),
  reason: submission.reason || null,
});
