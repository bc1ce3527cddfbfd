import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_event_said`: what the source of an event said when an import took it over, and what the import left, so that the next one
 * sees what an editor changed by hand; without a record, an event that an editor set aside. `trame_agendas`: addresses of agendas
 * that are fetched each day; `content` names what was last proposed of one. An import that came from one bears its number.
 */
const STATEMENTS = [
  `create table if not exists trame_agendas (
    id bigint generated always as identity primary key,
    name text not null,
    address text not null unique,
    who text not null,
    who_id text,
    added_at timestamptz not null default now(),
    fetched_at timestamptz,
    outcome text check (outcome in ('proposed', 'waiting', 'same', 'failed')),
    message text,
    content text
  )`,
  `alter table trame_imports add column if not exists agenda_id bigint references trame_agendas (id) on delete set null`,
  `create table if not exists trame_event_said (
    id bigint generated always as identity primary key,
    import_id bigint references trame_imports (id) on delete set null,
    source text not null,
    external_id text not null,
    document_id text,
    at timestamptz not null default now(),
    said jsonb
  )`,
  `create index if not exists trame_event_said_event on trame_event_said (source, external_id, id)`,
  `create index if not exists trame_event_said_import on trame_event_said (import_id)`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
