import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_suppressions` holds what the register of the DATA_DIR holds: a line of the register that is not here says that this
 * database is one of before. One row of `trame_restores` is one such discovery, and what an editor decided about it.
 */
const STATEMENTS = [
  `create table if not exists trame_suppressions (
    id uuid primary key,
    at timestamptz not null,
    document jsonb not null
  )`,
  `create table if not exists trame_restores (
    id uuid primary key,
    restored_at timestamptz not null,
    made_at timestamptz,
    register text not null check (register in ('whole', 'missing', 'unreadable')),
    failed text[] not null default '{}',
    letters_decision text check (letters_decision in ('send', 'count-as-sent')),
    letters_decided_at timestamptz,
    letters_decided_by text,
    publication_allowed_at timestamptz,
    publication_allowed_by text
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
