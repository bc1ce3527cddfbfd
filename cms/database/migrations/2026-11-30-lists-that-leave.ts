import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_column_choices`: the columns that an account of the admin chose for its tables; one that nobody uses any more is erased.
 * `trame_import_changes.act`: one change made to many records may be their publication, or its end, which no draft shows.
 */
const STATEMENTS = [
  `create table if not exists trame_column_choices (
    editor text primary key,
    document jsonb not null,
    used_at timestamptz not null default now()
  )`,
  `alter table trame_import_changes add column if not exists act text not null default 'content'`,
  `alter table trame_import_changes drop constraint if exists trame_import_changes_act_check`,
  `alter table trame_import_changes add constraint trame_import_changes_act_check
    check (act in ('content', 'online', 'offline'))`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
