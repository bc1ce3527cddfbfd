import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * What editors deleted, for thirty days: the record as data (`trame-record-content`), draft and published, and which other
 * records named it (`trame-bin-links`). A record that is put back keeps its documentId, so that it is in the bin once at most.
 */
const STATEMENTS = [
  `create table if not exists trame_bin (
    id bigint generated always as identity primary key,
    uid text not null,
    document_id text not null,
    title text not null,
    deleted_at timestamptz not null default now(),
    deleted_by text not null,
    deleted_by_id text,
    draft jsonb,
    published jsonb,
    links jsonb not null,
    unique (uid, document_id),
    check (draft is not null or published is not null)
  )`,
  'create index if not exists trame_bin_deleted_at on trame_bin (deleted_at)',
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
