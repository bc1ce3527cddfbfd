/** Makes one change to many records: all in one transaction, each with the line that an undo reads. */
import type { Core } from '@strapi/strapi';
import type { BulkApply } from '../../domain/contract/desk/bulk-edit.ts';
import type { ChangeAct } from '../../domain/contract/desk/import.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { plural, typography } from '../../domain/french.ts';
import type { BulkType } from '../../domain/contract/desk/bulk-types.ts';
import type { ImportDecisions, ImportResult } from '../../domain/stored/import-file.ts';
import { writeJournal } from '../../entries/journal.ts';
import { onBehalf } from '../../entries/on-behalf.ts';
import { readContent } from '../../entries/record-content.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { isRefusal, reasonOf } from '../../import/apply-import.ts';
import { addChange, addImport, lockImports, markApplied } from '../../import/import-store.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { planBulk, type PlannedEdit } from './plan-bulk.ts';

const words = {
  moved:
    'L’annuaire a changé depuis que vous avez vérifié ces fiches. Relisez ce qui changera\u00a0: rien n’a été modifié.',
  nothing: 'Aucune fiche ne changerait\u00a0: il n’y a rien à faire.',
  remark: (name: string) => typography(`modification de plusieurs fiches : ${name}`),
  note: (changed: number, left: number) =>
    `${plural(changed, 'fiche modifiée', 'fiches modifiées')}${left === 0 ? '' : `, ${plural(left, 'laissée')}`}.`,
};

type Documents = Record<'update' | 'publish' | 'unpublish', (given: object) => Promise<unknown>>;

/** There is no file, and nothing was said of one. */
const NO_FILE: ImportDecisions = {
  sheet: null,
  headLine: null,
  columns: {},
  cells: {},
  values: { themes: {}, audiences: {}, communes: {} },
  lines: {},
  policy: 'replace',
  consent: null,
  register: null,
};
const NO_CELLS = { format: 'csv', encoding: null, separator: null, sheets: [], remarks: [] } as const;

async function editOne(
  strapi: Core.Strapi,
  { uid, line, data, publishes }: PlannedEdit,
  editor: Editor,
): Promise<ChangeAct> {
  const documents = strapi.documents(uid as 'api::theme.theme') as unknown as Documents;
  const { documentId } = line;
  if (data === null) {
    await (publishes ? documents.publish({ documentId }) : documents.unpublish({ documentId }));
    return publishes ? 'online' : 'offline';
  }
  await documents.update({
    documentId,
    data: { ...data, updatedBy: Number(editor.id) || null },
    ...(publishes ? { status: 'published' } : {}),
  });
  return 'content';
}

/**
 * Does what was shown, or nothing. A record that a rule refuses is left as it is, and told.
 * @param seen who asks, as of now
 * @returns its number among imports, by which it is undone
 * @throws {Refused} when it would do something else by now, or nothing
 */
export function applyBulk(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: BulkApply,
  mayPublish: (uid: BulkType) => boolean,
  onProgress: (done: number, total: number) => void,
): Promise<string> {
  const { plan: shown, ...question } = asked;
  return inTransaction(strapi, async (trx) => {
    await lockImports(trx);
    const { plan, edits } = await planBulk(strapi, seen, question, mayPublish, new Date());
    if (plan.plan !== shown) throw new Refused('conflict', words.moved);
    const ready = edits.filter(({ line }) => line.act === 'changed');
    if (ready.length === 0) throw new Refused('conflict', words.nothing);

    const id = await addImport(trx, {
      editor,
      source: 'bulk',
      fileName: plan.name.slice(0, 255),
      shape: 'bulk',
      workbook: NO_CELLS,
      decisions: NO_FILE,
    });
    const left: { line: number; name: string; reason: string }[] = [];
    let [changed, published] = [0, 0];
    for (const [rank, edit] of ready.entries()) {
      onProgress(rank, ready.length);
      const { documentId, title } = edit.line;
      await trx.raw('savepoint trame_bulk_line');
      try {
        const act = await onBehalf({ editor, remark: words.remark(plan.name), of: 'import' }, () =>
          editOne(strapi, edit, editor),
        );
        const after = await readContent(strapi, edit.uid, documentId, 'draft');
        if (!after) throw new Error('a record was changed and has no draft');
        await addChange(trx, id, {
          line: rank + 1,
          uid: edit.uid,
          documentId,
          title,
          before: act === 'content' ? (edit.state?.content ?? null) : null,
          afterVersion: after.version,
          published: edit.publishes,
          act,
        });
        await trx.raw('release savepoint trame_bulk_line');
        changed += 1;
        if (edit.publishes) published += 1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await trx.raw('rollback to savepoint trame_bulk_line');
        left.push({ line: rank + 1, name: title, reason: reasonOf(error) });
      }
    }
    for (const { line } of edits)
      if (line.act === 'left')
        left.push({ line: left.length + ready.length, name: line.title, reason: line.note ?? '' });
    const result: ImportResult = { created: 0, changed, published, same: plan.same, left, unpublished: [] };
    if (!(await markApplied(trx, id, result))) throw new Error('a change of many records was not noted');
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiches modifiées ensemble',
      subject: plan.name.slice(0, 255),
      note: words.note(changed, left.length),
    });
    return id;
  });
}
