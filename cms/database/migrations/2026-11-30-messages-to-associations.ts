import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_messages`: what residents write to associations by the forms of their pages, relayed by letter, and the answers. The
 * sender's address is in no letter before the association has answered; the row goes with its time.
 */
const STATEMENTS = [
  `create table if not exists trame_messages (
    id text primary key,
    association_id text not null,
    association_name text not null,
    sent_at timestamptz not null default now(),
    sender_name text not null,
    sender text not null,
    body text not null,
    token_hash text not null unique,
    answer text,
    answered_at timestamptz
  )`,
  `create index if not exists trame_messages_sender on trame_messages (lower(sender))`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
