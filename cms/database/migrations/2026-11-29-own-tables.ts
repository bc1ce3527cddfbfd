/**
 * The five tables of the program, as `fb466a1` and every release before it made them at each start. A database that has them
 * already keeps them as they are; what comes later changes them in a migration of its own.
 */
import type { Connection } from '../../src/platform/database/connection.ts';

const STATEMENTS = [
  `create table if not exists trame_letters (
    id bigserial primary key,
    key text not null unique,
    kind text not null,
    request text,
    urgency smallint not null,
    recipient text,
    recipient_hash text not null,
    return_token text not null unique,
    reply_to text,
    subject text,
    body_text text,
    body_html text,
    state text not null default 'queued' check (state in ('queued', 'sending', 'committing', 'sent', 'refused', 'returned', 'doubtful', 'cancelled')),
    state_at timestamptz not null default now(),
    queued_at timestamptz not null default now(),
    due_at timestamptz not null default now(),
    first_tried_at timestamptz,
    attempts integer not null default 0,
    answer text,
    reported boolean not null default false
  )`,
  `create index if not exists trame_letters_queue on trame_letters (urgency, id) where state = 'queued'`,
  `create index if not exists trame_letters_request on trame_letters (request) where request is not null`,
  `create index if not exists trame_letters_unreported on trame_letters (id) where not reported`,
  `create index if not exists trame_letters_key on trame_letters (key text_pattern_ops)`,

  `create table if not exists trame_offline_warnings (
    association_id text primary key,
    letter_key text not null,
    warned_on date not null,
    offline_on date not null
  )`,

  `create table if not exists trame_data_links (
    token_hash text primary key,
    email text not null,
    expires_at timestamptz not null
  )`,

  `create table if not exists trame_access_links (
    token_hash text primary key,
    purpose text not null check (purpose in ('connexion', 'invitation')),
    email text not null,
    membership text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index if not exists trame_access_links_membership on trame_access_links (membership) where membership is not null`,
  `create index if not exists trame_access_links_end on trame_access_links (expires_at)`,

  `create table if not exists trame_content_changes (
    id bigserial primary key,
    weight bigint not null default 1,
    changed_at timestamptz not null default now()
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
