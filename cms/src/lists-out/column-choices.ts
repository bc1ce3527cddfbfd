/** The columns that each account chose last for its tables. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { listColumnKeys, usualColumns, type ListColumnKey } from '../domain/lists-out/columns.ts';
import { storedColumnChoice } from '../domain/stored/column-choice.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';
import { readRow } from '../platform/program-records/unreadable-rows.ts';

/** A choice that nobody used for so long is erased. */
export const KEEP_COLUMN_CHOICES_DAYS = 730;

const isColumn = (key: string): key is ListColumnKey => (listColumnKeys as readonly string[]).includes(key);

/** What the account chose, in the order of the table; the usual columns when it never did, or when that cannot be read. */
export async function readColumnChoice(connection: Connection, editor: string): Promise<readonly ListColumnKey[]> {
  const [row] = await rowsOf(
    connection,
    z.object({ document: z.string() }),
    'select document::text as document from trame_column_choices where editor = ?',
    [editor],
  );
  if (!row) return usualColumns;
  const where = `trame_column_choices ${editor}, document`;
  const chosen = readRow<readonly string[]>(
    () => storedColumnChoice.read(JSON.parse(row.document), where).columns,
    () => usualColumns,
  );
  const known = chosen.filter(isColumn);
  return known.length === 0 ? usualColumns : listColumnKeys.filter((key) => known.includes(key));
}

/**
 * Remembers what an account chose.
 * @param offered of what it chose: a column that was not offered stays as it was chosen before
 */
export async function keepColumnChoice(
  strapi: Core.Strapi,
  editor: string,
  columns: readonly ListColumnKey[],
  offered: readonly ListColumnKey[],
): Promise<void> {
  const { connection } = strapi.db;
  const before = await readColumnChoice(connection, editor);
  const kept = listColumnKeys.filter((key) => (offered.includes(key) ? columns.includes(key) : before.includes(key)));
  await changed(
    connection,
    `insert into trame_column_choices (editor, document) values (?, ?::jsonb)
     on conflict (editor) do update set document = excluded.document, used_at = now()`,
    [editor, JSON.stringify(storedColumnChoice.write({ columns: kept }))],
  );
}

/** @returns how many choices were erased that nobody used for long */
export const eraseColumnChoices = (connection: Connection, now: Date): Promise<number> =>
  changed(connection, 'delete from trame_column_choices where used_at < ?::timestamptz - make_interval(days => ?)', [
    now,
    KEEP_COLUMN_CHOICES_DAYS,
  ]);
