/** The tables of imports: a file and what was said of it, and the journal of what it changed. */
import { z } from 'zod';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { changeActs, importSources, type ChangeAct, type ImportSource } from '../domain/contract/desk/import.ts';
import type { Workbook } from '../domain/import/workbook.ts';
import {
  storedImportDecisions,
  storedImportFile,
  storedImportResult,
  type ImportDecisions,
  type ImportResult,
} from '../domain/stored/import-file.ts';
import { storedRecordContent } from '../domain/stored/record-content.ts';
import type { RecordContent } from '../entries/record-content.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, lockUntilCommit, rowsOf } from '../platform/database/sql.ts';

/** How long a file that nobody takes over stays, after somebody last looked at it. */
export const KEEP_IMPORT_FILES_DAYS = 30;
/** How long an import can be undone. */
export const KEEP_IMPORTS_DAYS = 90;

export type ImportStage = 'draft' | 'applied' | 'undone';

const Listed = z.object({
  id: z.string(),
  at: z.date(),
  who: z.string(),
  source: z.enum(importSources),
  fileName: z.string(),
  stage: z.enum(['draft', 'applied', 'undone']),
  appliedAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
  undoneBy: z.string().nullable(),
  result: z.string().nullable(),
});

export type ListedImport = Omit<z.infer<typeof Listed>, 'result'> & { readonly result: ImportResult | null };

const COLUMNS = `id::text as id, at, who, source, file_name as "fileName", stage, applied_at as "appliedAt",
  undone_at as "undoneAt", undone_by as "undoneBy", result::text as result`;

const toListed = ({ result, ...row }: z.infer<typeof Listed>): ListedImport => ({
  ...row,
  result: result === null ? null : storedImportResult.read(JSON.parse(result), `trame_imports ${row.id}, result`),
});

/** As PostgreSQL numbers rows. */
const ID = /^\d{1,18}$/;

/**
 * The last one first.
 * @param of files that somebody brought in, or changes made to many records at once
 */
export const listImports = async (connection: Connection, of: 'files' | 'bulk' = 'files'): Promise<ListedImport[]> =>
  (
    await rowsOf(
      connection,
      Listed,
      `select ${COLUMNS} from trame_imports where (source = 'bulk') = ? order by trame_imports.id desc limit 100`,
      [of === 'bulk'],
    )
  ).map(toListed);

export interface FoundImport extends ListedImport {
  readonly shape: string;
  readonly decisions: ImportDecisions;
  /** Names this state of the decisions. */
  readonly decided: string;
}

/** Without the cells of the file. Null when there is none of that number. */
export async function findImport(connection: Connection, id: string): Promise<FoundImport | null> {
  if (!ID.test(id)) return null;
  const Row = Listed.extend({ shape: z.string(), decisions: z.string() });
  const [row] = await rowsOf(
    connection,
    Row,
    `select ${COLUMNS}, shape, decisions::text as decisions from trame_imports where trame_imports.id = ?`,
    [id],
  );
  if (!row) return null;
  const { decisions, shape, ...listed } = row;
  return {
    ...toListed(listed),
    shape,
    decisions: storedImportDecisions.read(JSON.parse(decisions), `trame_imports ${id}, decisions`),
    decided: decisions,
  };
}

/** The cells of a file; null once they are erased. */
export async function readWorkbookOf(connection: Connection, id: string): Promise<Workbook | null> {
  const Row = z.object({ workbook: z.string().nullable() });
  const [row] = await rowsOf(connection, Row, 'select workbook::text as workbook from trame_imports where id = ?', [
    id,
  ]);
  if (!row?.workbook) return null;
  const { kind, ...workbook } = storedImportFile.read(JSON.parse(row.workbook), `trame_imports ${id}, workbook`);
  return { format: kind, ...workbook };
}

export interface NewImport {
  readonly editor: Editor;
  readonly source: ImportSource;
  readonly fileName: string;
  readonly shape: string;
  readonly workbook: Workbook;
  readonly decisions: ImportDecisions;
  /** The number of the followed agenda that it was fetched from. */
  readonly agenda?: string | null;
}

/** Keeps a file that came in. @returns its number */
export async function addImport(connection: Connection, given: NewImport): Promise<string> {
  const { format, ...workbook } = given.workbook;
  const [row] = await rowsOf(
    connection,
    z.object({ id: z.string() }),
    `insert into trame_imports (who, who_id, source, file_name, shape, decisions, workbook, agenda_id)
     values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning id::text as id`,
    [
      given.editor.name,
      given.editor.id,
      given.source,
      given.fileName,
      given.shape,
      JSON.stringify(storedImportDecisions.write(given.decisions)),
      JSON.stringify(storedImportFile.write({ kind: format, ...workbook })),
      given.agenda ?? null,
    ],
  );
  if (!row) throw new Error('an import was added and has no number');
  return row.id;
}

/**
 * What was said of the last file with the same heads that was taken over; null when there was none.
 * @param orWaiting also of one that waits, where none was taken over: lines to mend come back before the rest is taken over
 */
export async function decisionsForShape(
  connection: Connection,
  shape: string,
  orWaiting = false,
): Promise<ImportDecisions | null> {
  const [row] = await rowsOf(
    connection,
    z.object({ id: z.string(), decisions: z.string() }),
    `select id::text as id, decisions::text as decisions from trame_imports
      where shape = ? and (stage <> 'draft' or ?) order by stage = 'draft', trame_imports.id desc limit 1`,
    [shape, orWaiting],
  );
  return row ? storedImportDecisions.read(JSON.parse(row.decisions), `trame_imports ${row.id}, decisions`) : null;
}

/** @returns whether the import was there and waits */
export const keepDecisions = async (
  connection: Connection,
  id: string,
  decisions: ImportDecisions,
  shape: string,
): Promise<boolean> =>
  (await changed(
    connection,
    `update trame_imports set decisions = ?::jsonb, shape = ?, touched_at = now() where id = ? and stage = 'draft'`,
    [JSON.stringify(storedImportDecisions.write(decisions)), shape, id],
  )) > 0;

/** Gives up a file that was not taken over. @returns whether it was there */
export const removeImport = async (connection: Connection, id: string): Promise<boolean> =>
  ID.test(id) && (await changed(connection, `delete from trame_imports where id = ? and stage = 'draft'`, [id])) > 0;

/** One import after the other, whoever runs them. */
export const lockImports = (trx: Connection): Promise<void> => lockUntilCommit(trx, 'trame-imports');

/** Until the end of the transaction, nobody decides anything more of it, nor gives it up: who asks waits, and finds it taken over. */
export const holdImport = async (trx: Connection, id: string): Promise<void> => {
  if (ID.test(id)) await trx.raw('select 1 from trame_imports where id = ? for update', [id]);
};

/** It is taken over: its cells are not needed any more. @returns false when it does not wait any more */
export const markApplied = async (trx: Connection, id: string, result: ImportResult): Promise<boolean> =>
  (await changed(
    trx,
    `update trame_imports set stage = 'applied', applied_at = now(), workbook = null, result = ?::jsonb
      where id = ? and stage = 'draft'`,
    [JSON.stringify(storedImportResult.write(result)), id],
  )) > 0;

export interface ImportChange {
  readonly line: number;
  readonly uid: string;
  readonly documentId: string;
  readonly title: string;
  /** Null of a record that the import made. */
  readonly before: RecordContent | null;
  readonly afterVersion: string;
  readonly published: boolean;
  readonly act: ChangeAct;
}

export async function addChange(trx: Connection, importId: string, change: ImportChange): Promise<void> {
  const { line, uid, documentId, title, before, afterVersion, published, act } = change;
  await trx.raw(
    `insert into trame_import_changes (import_id, line, uid, document_id, title, before, after_version, published, act)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      importId,
      line,
      uid,
      documentId,
      title,
      before &&
        JSON.stringify(storedRecordContent.write({ uid, content: before as Record<string, z.core.util.JSONType> })),
      afterVersion,
      published,
      act,
    ],
  );
}

const ChangeRow = z.object({
  id: z.string(),
  line: z.int(),
  uid: z.string(),
  documentId: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  afterVersion: z.string(),
  published: z.boolean(),
  act: z.enum(changeActs),
  undoneAt: z.date().nullable(),
  undoneBy: z.string().nullable(),
});
export type KeptChange = ImportChange & {
  readonly id: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
};

/** In the order in which they were made. */
export async function changesOf(connection: Connection, importId: string): Promise<KeptChange[]> {
  const rows = await rowsOf(
    connection,
    ChangeRow,
    `select id::text as id, line, uid, document_id as "documentId", title, before::text as before,
        after_version as "afterVersion", published, act, undone_at as "undoneAt", undone_by as "undoneBy"
       from trame_import_changes where import_id = ? order by trame_import_changes.id`,
    [importId],
  );
  return rows.map((row) => ({
    ...row,
    before:
      row.before === null
        ? null
        : storedRecordContent.read(JSON.parse(row.before), `trame_import_changes ${row.id}, before`).content,
  }));
}

export const markChangeUndone = (trx: Connection, id: string, who: string): Promise<number> =>
  changed(trx, 'update trame_import_changes set undone_at = now(), undone_by = ?, before = null where id = ?', [
    who,
    id,
  ]);

/** An import of which nothing is left is undone. @returns whether it is */
export const markUndone = async (trx: Connection, importId: string, who: string): Promise<boolean> =>
  (await changed(
    trx,
    `update trame_imports set stage = 'undone', undone_at = now(), undone_by = ? where id = ? and stage = 'applied'
      and not exists (select 1 from trame_import_changes where import_id = trame_imports.id and undone_at is null)`,
    [who, importId],
  )) > 0;

/** @returns how many files and imports were erased */
export const eraseImports = (connection: Connection, now: Date): Promise<number> =>
  changed(
    connection,
    `delete from trame_imports where (stage = 'draft' and touched_at < ?::timestamptz - make_interval(days => ?))
      or (stage <> 'draft' and coalesce(applied_at, at) < ?::timestamptz - make_interval(days => ?))`,
    [now, KEEP_IMPORT_FILES_DAYS, now, KEEP_IMPORTS_DAYS],
  );
