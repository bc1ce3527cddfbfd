/** Puts back what an editor changed of a record of any type, from a line of the journal. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { changesBetween } from '../../entries/changed-content.ts';
import { withoutWhatIsGone } from '../../entries/bin/without-what-is-gone.ts';
import { hasUnpublishedChanges } from '../../entries/drafts.ts';
import { writeJournal } from '../../entries/journal.ts';
import { readRecord } from '../../entries/read-record.ts';
import { contentOf, dataOf } from '../../entries/record-content.ts';
import { withdrawnSince } from '../../entries/withdrawn-since.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { refusals } from '../../platform/http/refused.ts';
import { hasDrafts } from '../../platform/strapi/document.ts';
import type { StoredLine } from './read-journal.ts';

type Update = (given: Record<string, unknown>) => Promise<unknown>;

/**
 * Gives the attributes that a line of the journal changed the values that they had before it, and publishes the record under all
 * rules of content. Others stay. Nobody who withdrew since comes back.
 * @param line one with changes
 * @throws {Refused} when the record is gone, says so already, or has a draft that waits
 * @throws {ValidationError} of Strapi, when a rule refuses the earlier state
 */
export function revertRecord(strapi: Core.Strapi, line: StoredLine, editor: Editor): Promise<void> {
  return inTransaction(strapi, async (trx) => {
    const { changes, recordId } = line;
    if (!changes || recordId === null || !(changes.uid in strapi.contentTypes)) throw refusals.notRevertible();
    const { uid, before } = changes;
    const current = await readRecord(strapi, uid, recordId, 'published');
    if (!current) throw refusals.gone();
    const withDrafts = hasDrafts(strapi, uid);
    if (withDrafts && (await hasUnpublishedChanges(strapi, recordId, uid))) throw refusals.draft();
    const standing = contentOf(strapi, uid, current);
    const close = await withdrawnSince(
      strapi,
      trx,
      { uid, documentId: recordId },
      new Date(line.at).toISOString(),
      standing,
    );
    const { content } = close(await withoutWhatIsGone(strapi, uid, before));
    if (Object.keys(content).every((name) => JSON.stringify(content[name]) === JSON.stringify(standing[name])))
      throw refusals.sameAlready();
    const service = strapi.documents(uid as 'api::theme.theme') as unknown as { update: Update };
    await service.update({ documentId: recordId, data: dataOf(content), ...(withDrafts && { status: 'published' }) });
    const after = await readRecord(strapi, uid, recordId, 'published');
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche rétablie',
      subject: line.subject,
      associationId: line.associationId,
      recordId,
      changes: after && changesBetween(strapi, uid, current, after),
    });
  });
}
