/** Puts back what an editor changed of a record of any type, from a line of the journal. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { changesBetween, changesInWords } from '../../entries/changed-content.ts';
import type { FormerState } from '../../domain/contract/desk/review.ts';
import type { KeptChanges } from '../../domain/stored/kept-changes.ts';
import type { Values } from '../../domain/visit.ts';
import { withoutWhatIsGone } from '../../entries/bin/without-what-is-gone.ts';
import { hasUnpublishedChanges } from '../../entries/drafts.ts';
import { writeJournal } from '../../entries/journal.ts';
import { readRecord } from '../../entries/read-record.ts';
import { contentOf, dataOf, type RecordContent } from '../../entries/record-content.ts';
import { withdrawnSince } from '../../entries/withdrawn-since.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { refusals } from '../../platform/http/refused.ts';
import { hasDrafts } from '../../platform/strapi/document.ts';
import type { StoredLine } from './read-journal.ts';

type Update = (given: Record<string, unknown>) => Promise<unknown>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The attributes of a former state that say something else today. */
export const differingFrom = (standing: RecordContent, former: RecordContent): RecordContent =>
  Object.fromEntries(Object.entries(former).filter(([name, value]) => !isSame(value, standing[name])));

/** What stands of the attributes that are put back, and what they are put back to. */
export const keptChanges = (uid: string, standing: RecordContent, former: RecordContent): KeptChanges => ({
  uid,
  before: Object.fromEntries(
    Object.keys(former).map((name) => [name, standing[name] ?? null]),
  ) as KeptChanges['before'],
  after: former as KeptChanges['after'],
});

/** What a line would put back into a record. */
interface Former {
  readonly uid: string;
  readonly documentId: string;
  readonly current: Values;
  /** Where it differs from today. */
  readonly content: RecordContent;
  readonly standing: RecordContent;
  /** Sentences: what is not put back. */
  readonly told: readonly string[];
}

/** Nobody who withdrew since comes back. */
async function formerOf(strapi: Core.Strapi, trx: Connection, { changes, recordId, at }: StoredLine): Promise<Former> {
  if (!changes || recordId === null || !(changes.uid in strapi.contentTypes)) throw refusals.notRevertible();
  const { uid, before } = changes;
  const current = await readRecord(strapi, uid, recordId, 'published');
  if (!current) throw refusals.gone();
  const standing = contentOf(strapi, uid, current);
  const named = { uid, documentId: recordId };
  const close = await withdrawnSince(strapi, trx, named, new Date(at).toISOString(), standing);
  const { content, told } = close(await withoutWhatIsGone(strapi, uid, before));
  return { ...named, current, content: differingFrom(standing, content), standing, told };
}

/** What a line of a record of any type may put back, beside what stands today. */
export async function formerOfRecord(strapi: Core.Strapi, trx: Connection, line: StoredLine): Promise<FormerState> {
  const { uid, standing, content, told } = await formerOf(strapi, trx, line);
  const changes = keptChanges(uid, standing, content);
  const differences = (await changesInWords(strapi, [changes])).get(changes) ?? [];
  return {
    fields: differences.map((difference, rank) => ({ difference, own: true, told: rank === 0 ? [...told] : [] })),
    told: differences.length === 0 ? [...told] : [],
  };
}

/**
 * Gives the attributes that a line of the journal changed the values that they had before it, and publishes the record under all
 * rules of content. Others stay. Nobody who withdrew since comes back.
 * @param line one with changes
 * @param fields which attributes; null for all that the line changed
 * @returns sentences: what is not put back, and why
 * @throws {Refused} when the record is gone, says so already, or has a draft that waits
 * @throws {ValidationError} of Strapi, when a rule refuses the earlier state
 */
export function revertRecord(
  strapi: Core.Strapi,
  line: StoredLine,
  editor: Editor,
  fields: readonly string[] | null,
): Promise<readonly string[]> {
  return inTransaction(strapi, async (trx) => {
    const { uid, documentId, current, content, told } = await formerOf(strapi, trx, line);
    const withDrafts = hasDrafts(strapi, uid);
    if (withDrafts && (await hasUnpublishedChanges(strapi, documentId, uid))) throw refusals.draft();
    const chosen = Object.fromEntries(Object.entries(content).filter(([name]) => fields?.includes(name) ?? true));
    if (Object.keys(chosen).length === 0) throw refusals.sameAlready(told.length > 0 ? told.join(' ') : null);
    const service = strapi.documents(uid as 'api::theme.theme') as unknown as { update: Update };
    await service.update({ documentId, data: dataOf(chosen), ...(withDrafts && { status: 'published' }) });
    const after = await readRecord(strapi, uid, documentId, 'published');
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche rétablie',
      subject: line.subject,
      associationId: line.associationId,
      recordId: documentId,
      note: told.length > 0 ? told.join(' ') : null,
      changes: after && changesBetween(strapi, uid, current, after),
    });
    return told;
  });
}
