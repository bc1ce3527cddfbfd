import type { Connection } from '../../src/platform/database/connection.ts';

/** The columns that an account of the admin chose for its tables. `used_at`: a choice that nobody uses any more is erased. */
const STATEMENTS = [
  `create table if not exists trame_column_choices (
    editor text primary key,
    document jsonb not null,
    used_at timestamptz not null default now()
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
