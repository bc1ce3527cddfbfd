import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_record_versions` keeps the states of records that forms were made from: what two people changed since is put together
 * from it. `seen_at` is when somebody last opened it; `document` is a `trame-record-content`.
 */
const STATEMENTS = [
  `create table if not exists trame_record_versions (
    id bigint generated always as identity primary key,
    uid text not null,
    record text not null,
    version text not null check (length(version) = 32),
    at timestamptz not null,
    seen_at timestamptz not null,
    who text,
    cause text not null check (cause in ('form', 'office', 'public', 'program', 'opened')),
    document jsonb not null
  )`,
  `create index if not exists trame_record_versions_of_record on trame_record_versions (uid, record, id desc)`,
  `create index if not exists trame_record_versions_seen on trame_record_versions (seen_at)`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
