/** Runs jobs at their times. Any number of processes may start it: the database lets one of them lead, the others wait. */
import { technicalLine } from '../../domain/cause.ts';
import { failureWords } from './failure-words.ts';
import { type Job, type LastRun, nextStart } from './job.ts';
import type { LeaderStore, Outcome } from './run-store.ts';

export interface Failure {
  readonly job: Job;
  readonly error: unknown;
  /** What the record says of it. */
  readonly words: string;
  /** How many runs in a row did not succeed, this one included. */
  readonly failures: number;
  readonly at: Date;
}

export interface RunJobsOptions {
  readonly jobs: readonly Job[];
  /** Opens the connection that holds the lock. Rejects when the database cannot be reached. */
  readonly open: () => Promise<LeaderStore>;
  /** Told of each run that fails, once it is recorded. */
  readonly onFailed: (failure: Failure) => Promise<void>;
  /** Told of what goes wrong around the jobs: the connection, the record. */
  readonly onError: (event: string, error: unknown) => void;
  readonly now?: () => Date;
  /** How often a process that does not lead tries to. */
  readonly tryAgainMs?: number;
  /** How often the leader asks whether its connection still answers. */
  readonly heartbeatMs?: number;
}

export interface RunningJobs {
  /** Whether this process is the one that runs jobs. */
  leads(): boolean;
  /** Begins no run any more, waits for those under way for so long, and gives the lock back. */
  stop(patienceMs?: number): Promise<void>;
}

/** A wait that `wake` ends early; a `wake` that comes while nobody waits ends the next wait. */
function createBell() {
  let rung = false;
  let end: (() => void) | null = null;
  return {
    wake(): void {
      rung = true;
      end?.();
    },
    async wait(milliseconds: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(milliseconds, 0));
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = null;
      rung = false;
    },
  };
}

/** Starts. Never throws: what goes wrong is told to `onError`, and the jobs go on once the database is back. */
export function runJobs(options: RunJobsOptions): RunningJobs {
  const { jobs, open, onFailed, onError, now = () => new Date(), tryAgainMs = 5_000, heartbeatMs = 10_000 } = options;
  const stopping = new AbortController();
  const bell = createBell();
  /** Runs of this process, by job. They outlive the lock: one that goes on when the lock is lost must not be begun again here. */
  const underWay = new Map<string, { readonly ended: Promise<void>; id: string | null }>();
  let leading: Leadership | null = null;
  let patience = 0;

  interface Leadership {
    readonly store: LeaderStore;
    /** `performance.now()` when the lead was taken. */
    readonly since: number;
    readonly last: Map<string, LastRun>;
    asked: ReadonlyMap<string, string>;
    askedChanged: boolean;
    /** Why the record could not be written: the lead is given up, and taken anew. */
    broken: { readonly cause: unknown } | null;
  }

  /** The start of the program is measured by a clock that nobody sets; runs, which outlive it, by that of the day. */
  const dueAt = (job: Job, { last, since }: Leadership): number => {
    const stillToWait = Math.max(0, since + job.firstDelayMs - performance.now());
    const at = now();
    return nextStart(job, last.get(job.id) ?? null, new Date(at.getTime() + stillToWait), at).getTime();
  };

  async function outcomeOf(job: Job): Promise<{ outcome: Outcome; error: unknown }> {
    try {
      return { outcome: { state: 'done', said: await job.run(now(), stopping.signal) }, error: null };
    } catch (error) {
      return { outcome: { state: 'failed', failure: failureWords(error), technical: technicalLine(error) }, error };
    }
  }

  /** One run from its first line in the record to its last. Never rejects. */
  async function run(job: Job, began: Leadership, asked: string | null, own: { id: string | null }): Promise<void> {
    try {
      own.id = await began.store.begin(job.id, now(), asked);
    } catch (error) {
      began.broken = { cause: error };
      return;
    }
    const { outcome, error } = await outcomeOf(job);
    const failures = outcome.state === 'done' ? 0 : (began.last.get(job.id)?.failures ?? 0) + 1;
    // The lock may have been lost and taken again meanwhile: the outcome goes to whichever connection holds it now.
    const current = leading;
    current?.last.set(job.id, { endedAt: now(), failures });
    try {
      if (!current) throw new Error(`The run of ${job.id} ended after the lock was lost; its outcome is not recorded`);
      await current.store.end(own.id, outcome, now());
    } catch (failed) {
      onError(`recording ${job.id}`, failed);
      if (current) current.broken = { cause: failed };
    }
    if (outcome.state === 'failed') {
      await onFailed({ job, error, words: outcome.failure, failures, at: now() }).catch((failed: unknown) =>
        onError(`telling that ${job.id} failed`, failed),
      );
    }
  }

  function begin(job: Job, leadership: Leadership): void {
    const own: { id: string | null } = { id: null };
    const ended = run(job, leadership, leadership.asked.get(job.id) ?? null, own).finally(() => {
      underWay.delete(job.id);
      bell.wake();
    });
    underWay.set(job.id, Object.assign(own, { ended }));
  }

  /** Begins what is due, until stopped or the lock is lost. Runs do not wait for each other. */
  async function lead(leadership: Leadership): Promise<void> {
    const { store } = leadership;
    let lost = false;
    void store.lost.then(() => {
      lost = true;
      bell.wake();
    });
    store.onAsked(() => {
      leadership.askedChanged = true;
      bell.wake();
    });
    let nextPing = performance.now() + heartbeatMs;
    while (!stopping.signal.aborted && !lost) {
      if (leadership.broken) throw new Error('The record cannot be written', { cause: leadership.broken.cause });
      if (leadership.askedChanged) {
        leadership.askedChanged = false;
        leadership.asked = await store.asked();
      }
      if (performance.now() >= nextPing) {
        await store.ping();
        nextPing = performance.now() + heartbeatMs;
      }
      const idle = jobs.filter(({ id }) => !underWay.has(id));
      const due = idle.filter((job) => leadership.asked.has(job.id) || dueAt(job, leadership) <= now().getTime());
      for (const job of due) begin(job, leadership);
      if (due.length > 0) leadership.askedChanged = true;
      const waiting = idle.filter((job) => !due.includes(job)).map((job) => dueAt(job, leadership));
      await bell.wait(Math.min(nextPing - performance.now(), ...waiting.map((at) => at - now().getTime())));
    }
  }

  async function takeLead(store: LeaderStore): Promise<Leadership> {
    const mine = [...underWay.values()].flatMap(({ id }) => (id === null ? [] : [id]));
    await store.takeOver(now(), mine);
    return {
      store,
      since: performance.now(),
      last: new Map(await store.lastRuns()),
      asked: new Map(),
      askedChanged: true,
      broken: null,
    };
  }

  const settled = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const patienceEnds = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([Promise.all([...underWay.values()].map(({ ended }) => ended)), patienceEnds]);
    clearTimeout(timer);
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      let store: LeaderStore | null = null;
      try {
        store = await open();
        if (await store.lock()) {
          leading = await takeLead(store);
          await lead(leading);
        }
      } catch (error) {
        if (!stopping.signal.aborted) onError('leading', error);
      } finally {
        if (stopping.signal.aborted) await settled();
        leading = null;
        await store?.close();
      }
      if (!stopping.signal.aborted) await bell.wait(tryAgainMs);
    }
  })();

  return {
    leads: () => leading !== null,
    async stop(patienceMs = 4_000) {
      patience = patienceMs;
      stopping.abort();
      bell.wake();
      await running;
    },
  };
}
