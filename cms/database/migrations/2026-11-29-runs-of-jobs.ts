import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * One row is one run, with one exception: a run that had nothing to do and follows one that had nothing to do, on the same
 * day, is counted in the row of the former (`times`, from `since`), so that a job of every ten seconds adds one row a day
 * rather than 8,640. `asked` is the request of an editor; it becomes the run itself.
 */
const STATEMENTS = [
  `create table if not exists trame_job_runs (
    id bigserial primary key,
    job text not null,
    state text not null,
    asked_by text,
    since timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    times integer not null default 1,
    said text,
    failure text,
    technical text
  )`,
  `create index if not exists trame_job_runs_job on trame_job_runs (job, id)`,
  // Two runs of a job never overlap, and asking twice is asking once: the database refuses both.
  `create unique index if not exists trame_job_runs_running on trame_job_runs (job) where state = 'running'`,
  `create unique index if not exists trame_job_runs_asked on trame_job_runs (job) where state = 'asked'`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
