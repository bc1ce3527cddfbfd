/** Wiring of the jobs: they start with the server and stop with it; what fails is logged, and told to the office. */
import type { Core } from '@strapi/strapi';
import type { JobRun, JobsReport, JobState } from '../domain/contract/desk/jobs.ts';
import { dayOf } from '../domain/dates.ts';
import { publicUrl, requireEnvironment } from '../environment.ts';
import { ALERT_AFTER, type Job, LONG_RUN_MS, nextStart } from '../platform/jobs/job.ts';
import { type Failure, type RunningJobs, runJobs } from '../platform/jobs/run-jobs.ts';
import {
  askForRun,
  hasLeader,
  openLeaderStore,
  readLastRuns,
  readRuns,
  type RecordedRun,
} from '../platform/jobs/run-store.ts';
import { refusals } from '../platform/http/refused.ts';
import { causeOf } from '../domain/cause.ts';
import { jobFailureLetter } from '../platform/mail/letters/job-failure.ts';
import { readLetterSettings } from '../platform/mail/office.ts';
import { queueLetters } from '../platform/mail/queue-letters.ts';
import { readBackupRecord } from './alarms/backup-record.ts';
import { standingAlarms } from './alarms/watch.ts';
import { jobs } from './jobs.ts';

/** One Strapi per process, hence one of these. */
let running: RunningJobs | null = null;

/** Starts once the server listens: a seed or a script that only loads the CMS must not erase or write to anybody. */
export function runJobsWhenServing(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    running = runJobs({
      jobs: jobs(strapi),
      open: () => openLeaderStore(requireEnvironment().DATABASE_URL),
      onFailed: (failure) => tellFailure(strapi, failure),
      onError: (event, error) => strapi.log.error(`jobs: ${event} failed: ${causeOf(error)}`),
    });
  });
}

/** Waits a moment for the runs under way; what does not end in time is taken up again after the next start. */
export async function stopJobs(): Promise<void> {
  const stopped = running;
  running = null;
  await stopped?.stop();
}

/** The log has the whole cause. From the second failure in a row on, the office gets a letter, one a day for all jobs. */
export async function tellFailure(strapi: Core.Strapi, { job, error, words, failures, at }: Failure): Promise<void> {
  strapi.log.error(`job ${job.id} failed (${failures} in a row): ${causeOf(error)}`);
  if (failures < ALERT_AFTER) return;
  const { office } = await readLetterSettings(strapi);
  if (office.email === null) return;
  const link = `${publicUrl(requireEnvironment())}/admin/trame/jobs`;
  const parts = jobFailureLetter({ title: job.title, failures, words, link }, office);
  await queueLetters(strapi, [
    {
      parts,
      key: `job-failure:${dayOf(at)}`,
      kind: 'job-failure',
      to: office.email,
      replyTo: null,
      request: null,
      association: null,
    },
  ]);
}

const RUNS_SHOWN = 12;

/** What the page « Tâches » shows. */
export async function readJobs(strapi: Core.Strapi, now: Date = new Date()): Promise<JobsReport> {
  const connection = strapi.db.connection;
  // Two more than shown: one may be running, and one asked for.
  const runs = await readRuns(connection, RUNS_SHOWN + 2);
  const last = await readLastRuns(connection);
  const stateOf = (job: Job): JobState => {
    const { id, title, does, everyMs } = job;
    const own = runs.filter((run) => run.job === id);
    const under = own.find(({ state }) => state === 'running');
    const asked = own.some(({ state }) => state === 'asked');
    const former = last.get(id);
    const failures = former?.failures ?? 0;
    const since = under?.startedAt ?? null;
    return {
      id,
      title,
      does,
      everyMs,
      state: under ? 'running' : asked ? 'asked' : 'waiting',
      runningSince: since?.toISOString() ?? null,
      long: since !== null && now.getTime() - since.getTime() > LONG_RUN_MS,
      nextAt: under || asked || !former ? null : nextStart(job, former, now, now).toISOString(),
      failures,
      alert: failures >= ALERT_AFTER,
      runs: own.flatMap(ended).slice(0, RUNS_SHOWN),
    };
  };
  // A record that cannot be read shows no backup; the job that looks after it says why, in the log.
  const { last: backup } = await readBackupRecord().catch(() => ({ last: null }));
  return {
    now: now.toISOString(),
    working: await hasLeader(connection),
    jobs: jobs(strapi).map(stateOf),
    alarms: await standingAlarms(strapi),
    backup: backup === null ? null : { at: backup.at, file: backup.file, bytes: backup.bytes },
  };
}

function ended(run: RecordedRun): JobRun[] {
  const { id, state, startedAt, endedAt, since, times, askedBy, said, failure, technical } = run;
  if (state === 'asked' || state === 'running' || !startedAt || !endedAt) return [];
  return [
    {
      id,
      state,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      since: (since ?? startedAt).toISOString(),
      times,
      askedBy,
      said,
      failure,
      technical,
    },
  ];
}

/**
 * « Lancer maintenant »: the process that runs the jobs hears of it at once, whichever it is.
 * @throws {Refused} when there is no such job, or when it is under way
 */
export async function runJobNow(strapi: Core.Strapi, id: string, askedBy: string): Promise<void> {
  if (!jobs(strapi).some((job) => job.id === id)) throw refusals.unknownJob();
  if (!(await askForRun(strapi.db.connection, id, askedBy))) throw refusals.jobUnderWay();
}
