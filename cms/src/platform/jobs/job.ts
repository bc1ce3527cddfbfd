/** What work that runs by itself is made of. */

/** A piece of work that the program does again and again. Its list is `upkeep/jobs.ts`. */
export interface Job {
  /** Kept with each run: never renamed. */
  readonly id: string;
  /** French, for the page « Tâches ». */
  readonly title: string;
  /** One French sentence: what it does, and why. */
  readonly does: string;
  /** From the end of a run to the start of the next one, in milliseconds. */
  readonly everyMs: number;
  /** The least time between the start of the program and a run, so that jobs which are all due do not begin together. */
  readonly firstDelayMs: number;
  /**
   * Must give the same result when it runs twice: after a crash nobody knows how far it came.
   * @param signal aborted when the program stops
   * @returns a French sentence saying what was done, null when there was nothing to do
   */
  run(now: Date, signal: AbortSignal): Promise<string | null>;
}

/** How a run ended. `cut`: the program stopped in its midst. */
export type RunEnd = 'done' | 'failed' | 'cut';

/** The last run of a job that ended, as the time of the next one needs it. */
export interface LastRun {
  readonly endedAt: Date;
  /** How many runs in a row did not succeed, this one included; 0 when it did. */
  readonly failures: number;
}

const MINUTE_MS = 60_000;
/** What fails once is tried again soon, because most failures pass: a database that restarts, a disk that is slow. */
const RETRY_MS = 5 * MINUTE_MS;

/** As many failures in a row are told to the office. */
export const ALERT_AFTER = 2;

/** A run that takes longer is shown as one that may hang. */
export const LONG_RUN_MS = 30 * MINUTE_MS;

/**
 * When a job runs next. It follows from the last run that was recorded, not from the start of the program: a program that
 * restarts every hour still runs a daily job once a day.
 *
 * A first failure is followed soon by a second try; from the second failure on the job keeps its period, and at least five
 * minutes, so that a job of every ten seconds does not fill the record.
 *
 * @param last null when no run of it is known
 * @param earliest before this the program has only just started
 */
export function nextStart(job: Pick<Job, 'everyMs'>, last: LastRun | null, earliest: Date, now: Date): Date {
  if (last === null) return earliest;
  const { failures } = last;
  const rest =
    failures === 0 ? job.everyMs : failures === 1 ? Math.min(job.everyMs, RETRY_MS) : Math.max(job.everyMs, RETRY_MS);
  // A clock that was put back must not keep a job from running until the old time comes again.
  const ended = Math.min(last.endedAt.getTime(), now.getTime());
  return new Date(Math.max(ended + rest, earliest.getTime()));
}
