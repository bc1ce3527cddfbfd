/** Work that runs by itself, as the page « Tâches » shows it. */
import { z } from 'zod';

const Instant = z.iso.datetime();

/** A run that ended. */
export const JobRun = z.strictObject({
  id: z.string(),
  /** `cut`: the program stopped in its midst. */
  state: z.enum(['done', 'failed', 'cut']),
  startedAt: Instant,
  endedAt: Instant,
  /** More than 1: so many runs in a row that had nothing to do, since `since`. */
  times: z.int().min(1),
  since: Instant,
  /** Who asked for it; null when it came by itself. */
  askedBy: z.string().nullable(),
  /** What it did; null when there was nothing to do, or when it did not succeed. */
  said: z.string().nullable(),
  /** Why it did not succeed and what to do, in French; and the line that tells a developer. */
  failure: z.string().nullable(),
  technical: z.string().nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

export const JobState = z.strictObject({
  id: z.string(),
  title: z.string(),
  does: z.string(),
  everyMs: z.int(),
  /** `asked`: an editor asked for a run that has not begun. */
  state: z.enum(['waiting', 'asked', 'running']),
  /** When the run under way began. */
  runningSince: Instant.nullable(),
  /** It has been running for so long that it may hang. */
  long: z.boolean(),
  /** Not before; null while it runs, when it was asked for, and before the first run. */
  nextAt: Instant.nullable(),
  /** How many runs in a row did not succeed. */
  failures: z.int(),
  /** Failed so often that the office is told. */
  alert: z.boolean(),
  /** The newest first. */
  runs: z.array(JobRun),
});
export type JobState = z.infer<typeof JobState>;

/** Something that is wrong with the program now, whether or not anybody was written to. */
export const StandingAlarm = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What is wrong and what to do. */
  words: z.string(),
  since: Instant,
});
export type StandingAlarm = z.infer<typeof StandingAlarm>;

/** The last backup that stands; null when none was made here. */
export const LastBackup = z.strictObject({ at: Instant, file: z.string(), bytes: z.int() }).nullable();
export type LastBackup = z.infer<typeof LastBackup>;

/** `GET /trame/jobs` */
export const JobsReport = z.strictObject({
  /** The server's clock. */
  now: Instant,
  /** False: no process runs the jobs at the moment. */
  working: z.boolean(),
  jobs: z.array(JobState),
  alarms: z.array(StandingAlarm),
  backup: LastBackup,
});
export type JobsReport = z.infer<typeof JobsReport>;
