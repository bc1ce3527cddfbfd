/** States of records that the program keeps as JSON, rewritten: a withdrawal reaches these copies too. */
import { z } from 'zod';
import type { Connection } from '../platform/database/connection.ts';
import { rowsOf } from '../platform/database/sql.ts';

/** The tables of such states: the column that names the record, and those that hold one. */
const TABLES = {
  trame_record_versions: { record: 'record', documents: ['document'] },
  trame_import_changes: { record: 'document_id', documents: ['before'] },
  trame_bin: { record: 'document_id', documents: ['draft', 'published'] },
  trame_merges: { record: 'document_id', documents: ['draft', 'published'] },
} as const;

/** Of a row: its documents in the order of their columns, as text, since the driver of Strapi leaves JSON unread. */
const Kept = z.object({ id: z.string(), documents: z.array(z.string().nullable()) });

/**
 * Rewrites what is kept of records in one table. A row that says nothing of it stays as it is, and what it is called by stays
 * too: a form that was made from a state still finds it, and a deleted record can be put back. Within the caller's transaction.
 * @param documentId null: of every record of the type
 * @param rewrite gives the content of a document anew, whatever its version
 */
export async function rewriteKept(
  trx: Connection,
  table: keyof typeof TABLES,
  { uid, documentId }: { readonly uid: string; readonly documentId: string | null },
  rewrite: (content: unknown) => unknown,
): Promise<void> {
  const { record, documents: columns } = TABLES[table];
  const rows = await rowsOf(
    trx,
    Kept,
    `select id::text as id, array[${columns.map((column) => `${column}::text`).join(', ')}] as documents from ${table}
      where uid = ? and (${record} = ? or ?::boolean)`,
    [uid, documentId ?? '', documentId === null],
  );
  const rewritten = (document: string | null): string | null => {
    if (document === null) return null;
    const kept = JSON.parse(document) as { content: unknown };
    const content = rewrite(kept.content);
    return JSON.stringify(content) === JSON.stringify(kept.content) ? document : JSON.stringify({ ...kept, content });
  };
  for (const { id, documents } of rows) {
    const now = documents.map(rewritten);
    if (now.every((document, index) => document === documents[index])) continue;
    await trx.raw(`update ${table} set ${columns.map((column) => `${column} = ?::jsonb`).join(', ')} where id = ?`, [
      ...now,
      id,
    ]);
  }
}
