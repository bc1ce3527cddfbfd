/** The times of jobs, with a clock and a leader of the test: no database, nothing waits. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Job, type LastRun, nextStart } from './job.ts';
import { type Failure, runJobs, type RunningJobs } from './run-jobs.ts';
import type { LeaderStore, Outcome } from './run-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = new Date('2026-07-20T08:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

/** The record in memory, which outlives those who lead: `die` takes the connection of the present one. */
function createRecord() {
  const runs: { id: string; job: string; state: string; at: Date; endedAt?: Date; outcome?: Outcome }[] = [];
  const asked = new Map<string, string>();
  let leader: { die: () => void; ask: () => void } | null = null;
  const open = (): Promise<LeaderStore> => {
    const listeners = new Set<() => void>();
    let end: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (end = resolve));
    const self = { die: () => ((leader = null), end()), ask: () => listeners.forEach((listener) => listener()) };
    const held = <T>(value: T): Promise<T> =>
      leader === self ? Promise.resolve(value) : Promise.reject(new Error('the lock is lost'));
    return Promise.resolve({
      lost,
      lock: () => Promise.resolve(leader === null ? ((leader = self), true) : false),
      takeOver: (now, except) => {
        for (const run of runs)
          if (run.state === 'running' && !except.includes(run.id)) Object.assign(run, { state: 'cut', endedAt: now });
        return held(undefined);
      },
      lastRuns: () => {
        const last = new Map<string, LastRun>();
        for (const { job, state, endedAt } of runs) {
          if (!endedAt) continue;
          last.set(job, { endedAt, failures: state === 'done' ? 0 : (last.get(job)?.failures ?? 0) + 1 });
        }
        return held(last);
      },
      asked: () => held(new Map(asked)),
      begin: (job, at, request) => {
        if (request) asked.delete(job);
        const id = String(runs.length);
        runs.push({ id, job, state: 'running', at });
        return held(id);
      },
      end: (id, outcome, at) => {
        Object.assign(runs[Number(id)]!, { state: outcome.state, outcome, endedAt: at });
        return held(undefined);
      },
      ping: () => held(undefined),
      onAsked: (listener) => void listeners.add(listener),
      close: () => Promise.resolve(leader === self && self.die()).then(() => undefined),
    });
  };
  return {
    runs,
    open,
    of: (job: string) => runs.filter((run) => run.job === job),
    ask: (job: string) => (asked.set(job, 'asked'), leader?.ask()),
    die: () => leader?.die(),
  };
}

type Record = ReturnType<typeof createRecord>;

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  title: id,
  does: id,
  everyMs: HOUR,
  firstDelayMs: MINUTE,
  run: () => Promise.resolve(null),
  ...more,
});

function start(record: Record, jobs: readonly Job[]): RunningJobs & { failures: Failure[]; errors: string[] } {
  const failures: Failure[] = [];
  const errors: string[] = [];
  const running = runJobs({
    jobs,
    open: record.open,
    onFailed: (failure) => Promise.resolve(void failures.push(failure)),
    onError: (event) => errors.push(event),
    heartbeatMs: HOUR,
  });
  return Object.assign(running, { failures, errors });
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const never = () => new Promise<never>(() => undefined);
const fail = () => Promise.reject(new TypeError('x is not a function'));

describe('the next run', () => {
  const after = (last: LastRun | null, everyMs = DAY) =>
    nextStart({ everyMs }, last, START, START).getTime() - START.getTime();
  const ago = (milliseconds: number, failures = 0): LastRun => ({
    endedAt: new Date(START.getTime() - milliseconds),
    failures,
  });

  it('follows from the last one, and comes soon when none is known or it is late', () => {
    expect(after(null)).toBe(0);
    expect(after(ago(6 * HOUR))).toBe(18 * HOUR);
    expect(after(ago(3 * DAY))).toBe(0);
  });

  it('comes soon after a first failure, and never in a hurry after a second', () => {
    expect(after(ago(0, 1))).toBe(5 * MINUTE);
    expect(after(ago(0, 2))).toBe(DAY);
    expect(after(ago(0, 1), 1000)).toBe(1000);
    expect(after(ago(0, 2), 1000)).toBe(5 * MINUTE);
  });

  it('does not wait for a clock that was put back', () => {
    expect(after(ago(-30 * DAY))).toBe(DAY);
  });
});

describe('jobs', () => {
  it('run at their times, and what they say is recorded', async () => {
    const record = createRecord();
    const running = start(record, [job('daily', { everyMs: DAY, run: () => Promise.resolve('Fait.') })]);
    await pass(59_000);
    expect(record.runs).toEqual([]);
    await pass(2 * DAY + MINUTE);
    expect(record.runs.map(({ state, outcome }) => [state, outcome])).toEqual(
      Array(3).fill(['done', { state: 'done', said: 'Fait.' }]),
    );
    await running.stop();
  });

  it('are not starved by a program that restarts every hour, nor run at each start', async () => {
    const record = createRecord();
    for (let hours = 0; hours < 49; hours += 1) {
      const running = start(record, [job('daily', { everyMs: DAY })]);
      await pass(HOUR);
      await running.stop();
    }
    expect(record.runs).toHaveLength(3);
  });

  it('never overlap, and one that never ends does not keep the others from running', async () => {
    const record = createRecord();
    start(record, [job('hangs', { run: never }), job('works')]);
    await pass(5 * HOUR);
    expect(record.of('hangs')).toHaveLength(1);
    expect(record.of('works').length).toBeGreaterThanOrEqual(4);
  });

  it('that fail are told with their cause and how often, until they succeed again', async () => {
    const record = createRecord();
    let times = 0;
    const running = start(record, [job('fails', { run: () => (++times < 4 ? fail() : Promise.resolve(null)) })]);
    await pass(MINUTE);
    expect(running.failures.map(({ failures }) => failures)).toEqual([1]);
    await pass(5 * MINUTE);
    expect(running.failures.map(({ failures }) => failures)).toEqual([1, 2]);
    await pass(2 * HOUR);
    expect(running.failures.map(({ failures }) => failures)).toEqual([1, 2, 3]);
    expect(running.failures[0]?.error).toBeInstanceOf(TypeError);
    expect(record.runs.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed', 'done']);
    expect(record.runs[0]?.outcome).toMatchObject({
      failure: expect.stringContaining('erreur du programme') as string,
      technical: 'TypeError: x is not a function',
    });
    await running.stop();
  });

  it('count failures across a restart', async () => {
    const record = createRecord();
    const first = start(record, [job('fails', { run: fail })]);
    await pass(MINUTE);
    await first.stop();
    const second = start(record, [job('fails', { run: fail })]);
    await pass(10 * MINUTE);
    expect(second.failures.map(({ failures }) => failures)).toEqual([2]);
  });

  it('run at once when an editor asks, and not twice', async () => {
    const record = createRecord();
    const running = start(record, [job('daily', { everyMs: DAY, firstDelayMs: HOUR })]);
    await pass(1000);
    record.ask('daily');
    await pass(0);
    expect(record.of('daily')).toHaveLength(1);
    await pass(3 * HOUR);
    expect(record.of('daily')).toHaveLength(1);
    await running.stop();
  });
});

describe('who leads', () => {
  it('is one; another takes over when the connection of the first is lost', async () => {
    const record = createRecord();
    const first = start(record, [job('a')]);
    await pass(0);
    const second = start(record, [job('a')]);
    await pass(2 * MINUTE);
    expect([first.leads(), second.leads()]).toEqual([true, false]);
    expect(record.runs).toHaveLength(1);
    record.die();
    await pass(10_000);
    expect([first.leads(), second.leads()].filter(Boolean)).toHaveLength(1);
    await pass(2 * HOUR);
    expect(record.runs.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    await first.stop();
    await second.stop();
  });

  it('does not begin again what this process is still doing after it lost the lock and took it again', async () => {
    const record = createRecord();
    let end: (said: string) => void = () => undefined;
    const running = start(record, [job('slow', { run: () => new Promise<string>((resolve) => (end = resolve)) })]);
    await pass(MINUTE);
    record.die();
    await pass(2 * HOUR);
    expect(running.leads()).toBe(true);
    expect(record.runs.map(({ state }) => state)).toEqual(['running']);
    end('Fait.');
    await pass(0);
    expect(record.runs.map(({ state }) => state)).toEqual(['done']);
    await running.stop();
  });

  it('waits a moment at the end for what is under way, and tells it to stop; what does not end is recorded as cut', async () => {
    const record = createRecord();
    let told = false;
    const polite = (_: Date, signal: AbortSignal) =>
      new Promise<null>((resolve) => signal.addEventListener('abort', () => ((told = true), resolve(null))));
    const first = start(record, [job('polite', { run: polite }), job('deaf', { run: never })]);
    await pass(MINUTE);
    const stopped = first.stop();
    await pass(4_000);
    await stopped;
    expect(told).toBe(true);
    expect(record.runs.map(({ state }) => state)).toEqual(['done', 'running']);
    const second = start(record, [job('polite'), job('deaf')]);
    await pass(0);
    expect(record.of('deaf').map(({ state }) => state)).toEqual(['cut']);
    await second.stop();
  });

  it('goes on once the database can be reached again', async () => {
    const record = createRecord();
    let refusals = 2;
    const errors: string[] = [];
    const running = runJobs({
      jobs: [job('a')],
      open: () => (refusals-- > 0 ? Promise.reject(new Error('ECONNREFUSED')) : record.open()),
      onFailed: () => Promise.resolve(),
      onError: (event) => errors.push(event),
    });
    await pass(2 * MINUTE);
    expect(errors).toEqual(['leading', 'leading']);
    expect(record.runs).toHaveLength(1);
    await running.stop();
  });
});
