/** Every text that the database holds of somebody, column by column: also of tables that a later version adds. */
import type pg from 'pg';
import { choiceColumns, publicColumns } from './public-columns.ts';
import { JOINING_TABLES, SHOWN_ELSEWHERE, WIRING_COLUMNS, WIRING_OF_TABLES, WIRING_TABLES } from './wiring.ts';

export interface HeldColumn {
  readonly table: string;
  readonly column: string;
  /** `text`, `jsonb`, `double precision`… */
  readonly type: string;
  /** No record shows it, published or not; else one that is published may. */
  readonly isPrivate: boolean;
  /** Of a closed list: says nothing of anybody by itself. */
  readonly isChoice: boolean;
}

export interface HeldText {
  readonly column: HeldColumn;
  /** Of the row, as a text. */
  readonly row: string;
  readonly text: string;
}

/** Columns of texts, and of numbers with decimals: a point on the map is an address. */
const COLUMNS = `
  select c.table_name as "table", c.column_name as "column", c.data_type as type,
         exists (
           select from pg_constraint k
            where k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) ~ ('\\(+"?' || c.column_name || '"?\\)?(::text)? = ANY')
         ) as "isChoice"
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
     and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'double precision', 'numeric')
   order by 1, 2`;

/** Columns that hold what is somebody's, in the order of their names. */
export async function heldColumns(client: pg.ClientBase): Promise<readonly HeldColumn[]> {
  const shown = publicColumns();
  const choices = choiceColumns();
  const { rows } = await client.query<Omit<HeldColumn, 'isPrivate'>>(COLUMNS);
  return rows
    .filter(({ table, column }) => {
      if (Object.keys(WIRING_TABLES).some((beginning) => table.startsWith(beginning))) return false;
      return (
        !JOINING_TABLES.test(table) &&
        !WIRING_COLUMNS.has(column) &&
        WIRING_OF_TABLES[`${table}.${column}`] === undefined
      );
    })
    .map((one) => {
      const name = `${one.table}.${one.column}`;
      const isPrivate = !shown.has(name) && SHOWN_ELSEWHERE[name] === undefined;
      return { ...one, isPrivate, isChoice: one.isChoice || choices.has(name) };
    });
}

/** Rows that are read at once: the versions of a large directory do not fit into memory. */
const BATCH = 500;

function* leavesOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number' && !Number.isInteger(value)) yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* leavesOf(item);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* leavesOf(item);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Reads them all, in one state of the database. Documents are read text by text. */
export async function* heldTexts(
  client: pg.ClientBase,
  columns: readonly HeldColumn[],
): AsyncGenerator<HeldText, void, undefined> {
  await client.query('begin isolation level repeatable read read only');
  try {
    for (const [table, all] of Map.groupBy(
      columns.filter(({ isChoice }) => !isChoice),
      (one) => one.table,
    )) {
      const list = all.map(({ column }) => quoted(column)).join(', ');
      await client.query(
        `declare held no scroll cursor for select ctid::text as "row of the table", ${list} from ${quoted(table)}`,
      );
      for (;;) {
        const { rows } = await client.query<Record<string, unknown>>(`fetch ${BATCH} from held`);
        if (rows.length === 0) break;
        for (const row of rows)
          for (const column of all)
            for (const text of leavesOf(valueOf(row[column.column], column.type)))
              yield { column, row: String(row['row of the table']), text };
      }
      await client.query('close held');
    }
  } finally {
    await client.query('rollback');
  }
}

/** Numbers come as texts where PostgreSQL counts finer than JavaScript; those without decimals are no point on a map. */
function valueOf(value: unknown, type: string): unknown {
  if (type !== 'numeric' && type !== 'double precision') return value;
  return value === null ? null : Number(value);
}
