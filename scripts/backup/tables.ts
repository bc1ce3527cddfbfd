/** Every row of the database as JSON lines, and back; how its tables are made is structure.ts. */
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

/**
 * What a backup of the first format can be poured into: tables that have every column of it. What they have besides takes its
 * default, and the migrations, which are run again, fill it.
 * @throws {PlainError} when a column of the backup has no place any more.
 */
export function requireColumns(backup: Shape, present: Shape): void {
  const columns = (shape: Shape) =>
    Object.entries(shape).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
  const now = new Set(columns(present));
  const odd = columns(backup).find((column) => !now.has(column));
  if (odd !== undefined) throw new PlainError(messages.otherVersion(odd));
}

/**
 * Tables of the current schema that are Trame's: those that Strapi follows, those by which it follows them, and the program's
 * own. What else somebody keeps in the same database is left alone.
 */
export async function tablesOfTrame(client: pg.ClientBase): Promise<string[]> {
  const present = Object.keys(await readShape(client));
  if (!present.includes('strapi_database_schema')) return [];
  const { rows } = await client.query<{ name: string }>(
    `select distinct jsonb_path_query(schema::jsonb, '$.tables[*].name') #>> '{}' as name from strapi_database_schema`,
  );
  const followed = new Set(rows.map(({ name }) => name));
  return present.filter((name) => followed.has(name) || /^(trame|strapi)_/.test(name));
}

/** Empties all tables and switches off what the database checks between them, for this transaction. */
export async function emptyTables(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  try {
    await client.query(`set local session_replication_role = replica`);
  } catch (error) {
    throw new PlainError(messages.needsSuperuser, { cause: error });
  }
  await client.query(`truncate ${tables.map(quote).join(', ')}`);
}

/** Takes away tables and all that is theirs. @throws when something that is not among them depends on one */
export async function dropTables(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await client.query(`drop table ${tables.map(quote).join(', ')}`);
}

/** Writes the rows back into these columns, with their numbers. @returns how many */
export async function writeRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: AsyncIterable<string>,
): Promise<number> {
  const names = columns.map(quote).join(', ');
  let count = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.query(
      `insert into ${quote(table)} (${names}) overriding system value select ${names} from json_populate_recordset(null::${quote(table)}, $1::json)`,
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
