/** Undoes an import, whole or by line: what somebody changed since stays, and is shown. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { ImportSource } from '../domain/contract/desk/import.ts';
import { typography } from '../domain/french.ts';
import { agreed, counted, countOf, nounOf } from '../domain/import/imported-words.ts';
import { writeJournal } from '../entries/journal.ts';
import { onBehalf } from '../entries/on-behalf.ts';
import { isThere } from '../entries/read-record.ts';
import { dataOf, readContent } from '../entries/record-content.ts';
import type { Connection } from '../platform/database/connection.ts';
import { lockRecord } from '../platform/database/record-lock.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { importRefusals, importRemark } from './apply-import.ts';
import { forgetAside, forgetSaid } from './events/said-store.ts';
import { forgetEntry } from './register-store.ts';
import { changesOf, findImport, lockImports, markChangeUndone, markUndone, type KeptChange } from './import-store.ts';

/** Whether a change can be taken back: the record says still what the import left. */
export type ChangeState = 'done' | 'undone' | 'touched' | 'gone';

export async function stateOfChange(strapi: Core.Strapi, change: KeptChange): Promise<ChangeState> {
  if (change.undoneAt !== null) return 'undone';
  const now = await readContent(strapi, change.uid, change.documentId, 'draft');
  if (!now) return 'gone';
  if (now.version !== change.afterVersion) return 'touched';
  if (change.act === 'content') return 'done';
  const isOnline = await isThere(strapi, change, 'published');
  return isOnline === (change.act === 'online') ? 'done' : 'touched';
}

type Documents = Record<'update' | 'delete' | 'publish' | 'unpublish', (given: object) => Promise<unknown>>;

async function undoOne(
  strapi: Core.Strapi,
  trx: Connection,
  importId: string,
  change: KeptChange,
  editor: Editor,
): Promise<boolean> {
  await lockRecord(trx, change.uid, change.documentId);
  if ((await stateOfChange(strapi, change)) !== 'done') return false;
  const documents = strapi.documents(change.uid as 'api::theme.theme') as unknown as Documents;
  const { documentId, before } = change;
  // What somebody took off the site since stays off.
  const published = change.published && (await isThere(strapi, change, 'published'));
  if (change.act === 'online') await documents.unpublish({ documentId });
  else if (change.act === 'offline') await documents.publish({ documentId });
  else if (before === null) await documents.delete({ documentId });
  else
    await documents.update({
      documentId,
      data: { ...dataOf(before), updatedBy: Number(editor.id) || null },
      ...(published ? { status: 'published' } : {}),
    });
  await forgetEntry(trx, documentId, importId);
  await forgetSaid(trx, importId, documentId);
  await markChangeUndone(trx, change.id, editor.name);
  return true;
}

const bulkUndoneRemark = (change: string): string => typography(`annulation de « ${change} »`);

/** « 3 fiches ; 2 fiches modifiées ou supprimées depuis » */
export function undoneInWords({ undone, kept }: Undone, source: ImportSource): string {
  const noun = nounOf(source);
  const since = `${counted(kept, noun, 'modifié')} ou ${agreed('supprimé', noun, kept)} depuis`;
  return kept > 0 ? `${countOf(undone, noun)}\u00a0; ${since}` : countOf(undone, noun);
}

export interface Undone {
  readonly undone: number;
  /** Changed by somebody since, or gone. */
  readonly kept: number;
}

/**
 * One transaction: all of what can be undone is, or nothing. A record that the import made goes to the bin; one that it changed is
 * put back as it was, and published if the import had published it.
 * @param only numbers of changes; null for all
 * @throws {Refused} when there is no such import, or it was not taken over
 */
export function undoImport(
  strapi: Core.Strapi,
  {
    id,
    only,
    editor,
    onProgress,
  }: {
    readonly id: string;
    readonly only: readonly string[] | null;
    readonly editor: Editor;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<Undone> {
  return inTransaction(strapi, async (trx) => {
    await lockImports(trx);
    const found = await findImport(trx, id);
    if (!found || found.stage === 'draft') throw importRefusals.unknown();
    const asked = only === null ? null : new Set(only);
    // The last one first: a record is put back the way it came.
    const changes = (await changesOf(trx, id))
      .filter((one) => one.undoneAt === null && (asked?.has(one.id) ?? true))
      .reverse();
    let undone = 0;
    const isBulk = found.source === 'bulk';
    const remark = isBulk ? bulkUndoneRemark(found.fileName) : `annulation de l’${importRemark(found.fileName)}`;
    const behalf = { editor, remark, of: 'import' } as const;
    for (const [rank, change] of changes.entries()) {
      onProgress(rank, changes.length);
      if (await onBehalf(behalf, () => undoOne(strapi, trx, id, change, editor))) undone += 1;
    }
    if (await markUndone(trx, id, editor.name)) await forgetAside(trx, id);
    if (undone > 0) {
      await writeJournal(strapi, {
        who: editor.name,
        whoId: editor.id,
        act: isBulk ? 'modification annulée' : 'import annulé',
        subject: found.fileName.slice(0, 255),
        note: undoneInWords({ undone, kept: changes.length - undone }, found.source),
      });
    }
    return { undone, kept: changes.length - undone };
  });
}
