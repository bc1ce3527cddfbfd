import type { Connection } from '../../src/platform/database/connection.ts';

/** What the program found wrong with itself, and has told: one row as long as it lasts, or as its letters must pause. */
const STATEMENTS = [
  `create table if not exists trame_alarms (
    alarm text primary key,
    words text not null,
    since timestamptz not null,
    lasting boolean not null,
    told_at timestamptz,
    over_since timestamptz,
    letter_at timestamptz
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
