import type { Connection } from '../../src/platform/database/connection.ts';

/** Lists of records that the office saved, for all who work there. `opened_at`: a list that nobody opens any more is erased. */
const STATEMENTS = [
  `create table if not exists trame_record_lists (
    id uuid primary key,
    document jsonb not null,
    created_at timestamptz not null default now(),
    opened_at timestamptz not null default now()
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
