import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * When a record is to be published or taken off the site, and who planned it: a record has one plan at most. `publish_refusal` and
 * `offline_refusal` are French sentences: why the act was not done; one that has its sentence is not tried again. `tries` counts
 * the runs in which the program itself failed at it.
 */
const STATEMENTS = [
  `create table if not exists trame_schedules (
    id bigint generated always as identity primary key,
    uid text not null,
    document_id text not null,
    publish_at timestamptz,
    publish_refusal text,
    offline_at timestamptz,
    offline_refusal text,
    planned_at timestamptz not null,
    planned_by text not null,
    planned_by_id text,
    tries integer not null default 0,
    unique (uid, document_id),
    check (publish_at is not null or offline_at is not null),
    check (offline_at > publish_at)
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
