/** The record of runs (table `trame_job_runs`): as the process that runs the jobs writes it, and as the admin reads it. */
import { z } from 'zod';
import { openConnection, type OwnConnection } from '../database/own-connection.ts';
import type { Connection } from '../database/connection.ts';
import type { LastRun, RunEnd } from './job.ts';

/** A positive number for `pg_advisory_lock`: it stands unchanged in `pg_locks.objid`, where the report looks for it. */
const LOCK = `(hashtext('trame_jobs') & 2147483647)`;
/** The channel on which the leader hears that an editor asked for a run. */
const CHANNEL = 'trame_jobs';

const interrupted =
  'Le programme s’est arrêté avant la fin de la tâche. Elle est reprise d’elle-même\u00a0; si cela se répète, prévenez la personne qui s’occupe du serveur.';

/** How a run ended, to be written down. */
export type Outcome =
  | { readonly state: 'done'; readonly said: string | null }
  | { readonly state: 'failed'; readonly failure: string; readonly technical: string };

/**
 * The record as the one leader writes it, over a connection of its own. The lock belongs to that connection: a process that
 * lost it can neither begin a run nor write one down.
 */
export interface LeaderStore {
  /** False when another process has it. */
  lock(): Promise<boolean>;
  /** Marks the runs that a former leader left as cut. @param except ids of runs that this process is still doing */
  takeOver(now: Date, except: readonly string[]): Promise<void>;
  /** The last run of each job that ended, by the id of the job. */
  lastRuns(): Promise<ReadonlyMap<string, LastRun>>;
  /** Runs that editors asked for and that have not begun: id of the run by id of the job. */
  asked(): Promise<ReadonlyMap<string, string>>;
  /** @param asked the request that becomes this run. @returns the id of the run. @throws when the lock is lost */
  begin(job: string, now: Date, asked: string | null): Promise<string>;
  end(run: string, outcome: Outcome, now: Date): Promise<void>;
  /** Does the connection still answer? @throws when it does not */
  ping(): Promise<void>;
  /** Calls when an editor asks for a run. */
  onAsked(listener: () => void): void;
  /** Resolves when the connection is gone. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** A connection that answers nothing for so long is taken for lost: the network may be cut without either side knowing. */
const ANSWER_WITHIN_MS = 15_000;

/** Opens the connection. @throws when the database cannot be reached */
export async function openLeaderStore(databaseUrl: string): Promise<LeaderStore> {
  const { query, lost, close, onNotification } = await openConnection(databaseUrl, {
    application_name: 'trame-jobs',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });

  return {
    lost,
    async lock() {
      const { rows } = await query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      if (!rows[0]?.mine) return false;
      await query(`listen ${CHANNEL}`);
      return true;
    },
    async takeOver(now, except) {
      await query(
        `update trame_job_runs set state = 'cut', ended_at = $1, failure = $2 where state = 'running' and id <> all($3::bigint[])`,
        [now, interrupted, except],
      );
    },
    async lastRuns() {
      const { rows } = await query<{ job: string; ended_at: Date; failures: number }>(LAST_RUNS);
      return new Map(rows.map(({ job, ended_at, failures }) => [job, { endedAt: ended_at, failures }]));
    },
    async asked() {
      const { rows } = await query<{ id: string; job: string }>(
        `select id, job from trame_job_runs where state = 'asked'`,
      );
      return new Map(rows.map(({ id, job }) => [job, id]));
    },
    async begin(job, now, asked) {
      const { rows } = asked
        ? await query<{ id: string }>(
            `update trame_job_runs set state = 'running', since = $2, started_at = $2 where id = $1 and state = 'asked' returning id`,
            [asked, now],
          )
        : await query<{ id: string }>(
            `insert into trame_job_runs (job, state, since, started_at) values ($1, 'running', $2, $2) returning id`,
            [job, now],
          );
      const [run] = rows;
      if (!run) throw new Error(`The run of ${job} that was asked for is gone`);
      return run.id;
    },
    async end(run, outcome, now) {
      if (outcome.state === 'done' && outcome.said === null && (await addToFormer(query, run, now))) return;
      await query(
        `update trame_job_runs set state = $2, ended_at = $3, said = $4, failure = $5, technical = $6
          where id = $1 and state in ('running', 'cut')`,
        [
          run,
          outcome.state,
          now,
          outcome.state === 'done' ? outcome.said : null,
          outcome.state === 'failed' ? outcome.failure : null,
          outcome.state === 'failed' ? outcome.technical : null,
        ],
      );
    },
    async ping() {
      await query('select 1');
    },
    onAsked: onNotification,
    close,
  };
}

/** Counts a run that had nothing to do in the row of the one before it, when that had nothing to do either, the same day. */
async function addToFormer(query: OwnConnection['query'], run: string, now: Date): Promise<boolean> {
  const { rowCount } = await query(
    `with ending as (select * from trame_job_runs where id = $1 and state = 'running' and asked_by is null),
          former as (select former.* from trame_job_runs former, ending
                      where former.job = ending.job and former.id < ending.id order by former.id desc limit 1),
          counted as (update trame_job_runs counted
                         set times = counted.times + 1, started_at = ending.started_at, ended_at = $2
                        from former, ending
                       where counted.id = former.id and former.state = 'done' and former.said is null and former.asked_by is null
                         and (former.since at time zone 'Europe/Paris')::date = ($2::timestamptz at time zone 'Europe/Paris')::date
                      returning counted.id)
     delete from trame_job_runs where id = $1 and exists (select 1 from counted)`,
    [run, now],
  );
  return rowCount === 1;
}

const LAST_RUNS = `
  select distinct on (job) job, ended_at,
         (select count(*)::int from trame_job_runs failed
           where failed.job = runs.job and failed.state in ('failed', 'cut')
             and failed.id > coalesce((select max(id) from trame_job_runs done where done.job = runs.job and done.state = 'done'), 0)) as failures
    from trame_job_runs runs where state in ('done', 'failed', 'cut') order by job, id desc`;

/** A run as the admin shows it. */
export interface RecordedRun {
  readonly id: string;
  readonly job: string;
  readonly state: RunEnd | 'asked' | 'running';
  readonly askedBy: string | null;
  /** Null for one that was asked for and has not begun. */
  readonly since: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** More than 1: so many runs that had nothing to do, since `since`. */
  readonly times: number;
  readonly said: string | null;
  readonly failure: string | null;
  readonly technical: string | null;
}

const Runs = z.array(
  z.object({
    id: z.string(),
    job: z.string(),
    state: z.enum(['asked', 'running', 'done', 'failed', 'cut']),
    askedBy: z.string().nullable(),
    since: z.date().nullable(),
    startedAt: z.date().nullable(),
    endedAt: z.date().nullable(),
    times: z.number(),
    said: z.string().nullable(),
    failure: z.string().nullable(),
    technical: z.string().nullable(),
  }),
);

/** The latest runs of each job, the newest first. */
export async function readRuns(connection: Connection, ofEach: number): Promise<RecordedRun[]> {
  const { rows } = await connection.raw(
    `select id::text, job, state, asked_by as "askedBy", since, started_at as "startedAt", ended_at as "endedAt", times, said, failure, technical
       from (select *, row_number() over (partition by job order by id desc) as rank from trame_job_runs) ranked
      where rank <= ? order by id desc`,
    [ofEach],
  );
  return Runs.parse(rows);
}

/** The last run of each job that ended, by the id of the job. */
export async function readLastRuns(connection: Connection): Promise<ReadonlyMap<string, LastRun>> {
  const { rows } = await connection.raw(LAST_RUNS);
  const parsed = z.array(z.object({ job: z.string(), ended_at: z.date(), failures: z.number() })).parse(rows);
  return new Map(parsed.map(({ job, ended_at, failures }) => [job, { endedAt: ended_at, failures }]));
}

/** Is there a process that runs the jobs? */
export async function hasLeader(connection: Connection): Promise<boolean> {
  const { rows } = await connection.raw(
    `select 1 from pg_locks
      where locktype = 'advisory' and granted and classid = 0 and objid = ${LOCK}::oid and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.length > 0;
}

/**
 * An editor asks for a run now. The leader, in whichever process it is, hears of it at once.
 * @returns false when the job is running or has been asked for already
 */
export async function askForRun(connection: Connection, job: string, askedBy: string): Promise<boolean> {
  const { rowCount } = await connection.raw(
    `insert into trame_job_runs (job, state, asked_by)
     select ?, 'asked', ? where not exists (select 1 from trame_job_runs where job = ? and state = 'running')
     on conflict do nothing`,
    [job, askedBy, job],
  );
  if (rowCount === 0) return false;
  await connection.raw('select pg_notify(?, ?)', [CHANNEL, job]);
  return true;
}

/** Erases what ended before `before`. @returns how many */
export async function eraseRuns(connection: Connection, before: Date): Promise<number> {
  const { rowCount } = await connection.raw('delete from trame_job_runs where ended_at < ?', [before]);
  return rowCount;
}
