/**
 * Every row of the database as JSON lines, and back. In place of `pg_dump`, which the embedded PostgreSQL does not carry:
 * the rows travel, the tables themselves are Strapi's, made by the same version of Trame.
 */
import type pg from 'pg';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

/** Rows read or written at once. */
const BATCH = 500;

/** Columns by table, in the order of their names. */
export type Shape = Record<string, string[]>;

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Tables of the schema `public` with the columns that can be written. */
export async function readShape(client: pg.ClientBase): Promise<Shape> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select t.table_name as table, array_agg(c.column_name::text order by c.column_name) as columns
       from information_schema.tables t
       join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      group by t.table_name order by t.table_name`,
  );
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}

/** Gives every row of the table as one line of JSON. Must run inside a transaction. */
export async function* readRows(client: pg.ClientBase, table: string): AsyncGenerator<string> {
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(r)::text as line from ${quote(table)} r`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from backup_rows`);
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await client.query('close backup_rows');
}

/** @throws {PlainError} when the tables are not those that the backup was made of. */
export function compareShapes(backup: Shape, present: Shape): void {
  const columns = (shape: Shape) =>
    new Set(Object.entries(shape).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)));
  const [before, now] = [columns(backup), columns(present)];
  const odd = [...before].find((column) => !now.has(column)) ?? [...now].find((column) => !before.has(column));
  if (odd !== undefined) throw new PlainError(messages.otherVersion(odd));
}

/** Empties all tables and switches off what the database checks between them, for this transaction. */
export async function emptyTables(client: pg.ClientBase, shape: Shape): Promise<void> {
  try {
    await client.query(`set local session_replication_role = replica`);
  } catch (error) {
    throw new PlainError(messages.needsSuperuser, { cause: error });
  }
  await client.query(`truncate ${Object.keys(shape).map(quote).join(', ')}`);
}

/** Writes the rows back, with their numbers. @returns how many */
export async function writeRows(client: pg.ClientBase, table: string, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.query(
      `insert into ${quote(table)} overriding system value select * from json_populate_recordset(null::${quote(table)}, $1::json)`,
      [`[${batch.join(',')}]`],
    );
    count += batch.length;
    batch = [];
  };
  for await (const line of lines) {
    if (line.length > 0) batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return count;
}

/** Lets new rows take numbers after the highest that came back. */
export async function resetSequences(client: pg.ClientBase, shape: Shape): Promise<void> {
  for (const [table, columns] of Object.entries(shape)) {
    for (const column of columns) {
      const { rows } = await client.query<{ sequence: string | null }>(
        'select pg_get_serial_sequence($1, $2) as sequence',
        [quote(table), column],
      );
      const sequence = rows[0]?.sequence;
      if (sequence)
        await client.query(
          `select setval($1, coalesce((select max(${quote(column)}) from ${quote(table)}), 0) + 1, false)`,
          [sequence],
        );
    }
  }
}
