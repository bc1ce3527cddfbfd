/** Work that runs by itself, on the real PostgreSQL: who leads, what is recorded, what an editor may ask. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { JobsReport } from '../src/domain/contract/desk/jobs.ts';
import type { Job } from '../src/platform/jobs/job.ts';
import { runJobs } from '../src/platform/jobs/run-jobs.ts';
import {
  askForRun,
  eraseRuns,
  hasLeader,
  openLeaderStore,
  readLastRuns,
  readRuns,
} from '../src/platform/jobs/run-store.ts';
import type { Connection } from '../src/platform/database/connection.ts';
import { connectionOf, createOwnTables } from '@trame/scripts/testing/own-tables';
import { tellFailure } from '../src/upkeep/jobs-service.ts';
import { type Cms, startCms } from './helpers/cms.ts';
import { asAdmin, signIn, signInAsReader } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const soon = { timeout: 60_000, interval: 20 };

/** The CMS of the tests leads on its own database: what several processes do is tried on another one of the same server. */
async function anotherDatabase(): Promise<{ url: string; connection: Connection }> {
  const name = `jobs_${randomUUID().replaceAll('-', '')}`;
  await cms.strapi.db.connection.raw(`create database ${name}`);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  ends.push(() => client.end());
  const connection = connectionOf(client);
  await createOwnTables(connection);
  return { url: url.href, connection };
}

/** A process of its own as far as the database can tell. */
function instance(url: string, jobs: readonly Job[]) {
  const running = runJobs({
    jobs,
    open: () => openLeaderStore(url),
    onFailed: () => Promise.resolve(),
    onError: () => undefined,
    tryAgainMs: 100,
    heartbeatMs: 200,
  });
  ends.push(() => running.stop(0));
  return running;
}

const job = (run: Job['run']): Job => ({ id: 'a', title: 'A', does: 'A.', everyMs: 20, firstDelayMs: 0, run });

describe('two instances', () => {
  it('run a job in one of them; the other takes over when the connection of the first is killed', async () => {
    const { url, connection } = await anotherDatabase();
    const ran = { first: 0, second: 0 };
    const first = instance(url, [job(() => Promise.resolve(`${++ran.first}`))]);
    await vi.waitUntil(() => ran.first > 0, soon);
    const second = instance(url, [job(() => Promise.resolve(`${++ran.second}`))]);
    const before = ran.first;
    await vi.waitUntil(() => ran.first > before + 10, soon);
    expect([first.leads(), second.leads(), ran.second]).toEqual([true, false, 0]);

    // The first may not come back before the second has had its turn.
    const { rows } = await connection.raw(
      `select pid from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and granted and application_name = 'trame-jobs' and datname = current_database()`,
    );
    const stopped = first.stop(0);
    await connection.raw('select pg_terminate_backend(?::int)', [(rows as { pid: number }[])[0]?.pid]);
    await stopped;
    await vi.waitUntil(() => ran.second > 0, soon);
    expect(second.leads()).toBe(true);
    await second.stop();
    const runs = await readRuns(connection, 1000);
    // Every run of both is recorded; the one that the killing cut short, if there was one, is told as such.
    expect(runs.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(ran.first + ran.second - 1);
    expect(runs.filter(({ state }) => state === 'running')).toEqual([]);
    expect(await hasLeader(connection)).toBe(false);
  });

  it('take the lead again after the connection was lost', async () => {
    const { url, connection } = await anotherDatabase();
    let ran = 0;
    const only = instance(url, [job(() => Promise.resolve(`${++ran}`))]);
    await vi.waitUntil(() => only.leads() && ran > 0, soon);
    expect(await hasLeader(connection)).toBe(true);
    await connection.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trame-jobs' and datname = current_database()`,
    );
    await vi.waitUntil(() => !only.leads(), soon);
    const before = ran;
    await vi.waitUntil(() => only.leads() && ran > before, soon);
  });

  it('hear of what an editor asked for in any of them', async () => {
    const { url, connection } = await anotherDatabase();
    const daily: Job = { ...job(() => Promise.resolve('Fait.')), everyMs: 86_400_000, firstDelayMs: 86_400_000 };
    const leader = instance(url, [daily]);
    await vi.waitUntil(() => leader.leads(), soon);
    expect(await askForRun(connection, 'a', 'Claire')).toBe(true);
    await vi.waitUntil(async () => (await readRuns(connection, 10))[0]?.state === 'done', soon);
    expect(await readRuns(connection, 10)).toMatchObject([{ askedBy: 'Claire', said: 'Fait.', times: 1 }]);
  });
});

describe('the record', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-07-20T08:00:00Z') + minutes * 60_000);
  const nothing = { state: 'done', said: null } as const;
  const failed = { state: 'failed', failure: 'La base n’a pas répondu.', technical: 'Error: x' } as const;

  it('counts runs that had nothing to do in one line a day, and keeps all others', async () => {
    const { url, connection } = await anotherDatabase();
    const store = await openLeaderStore(url);
    ends.push(() => store.close());
    const run = async (minutes: number, outcome: Parameters<typeof store.end>[1]) =>
      store.end(await store.begin('a', at(minutes), null), outcome, at(minutes + 1));
    for (const minutes of [0, 10, 20]) await run(minutes, nothing);
    await run(30, { state: 'done', said: 'Effacé : 1 logo.' });
    await run(40, nothing);
    await run(50, failed);
    await run(60, failed);
    expect(await store.lastRuns()).toEqual(new Map([['a', { endedAt: at(61), failures: 2 }]]));
    expect(await readLastRuns(connection)).toEqual(await store.lastRuns());
    await run(70, nothing);
    await run(24 * 60, nothing);
    const runs = (await readRuns(connection, 20)).reverse();
    expect(runs.map(({ state, times, said }) => [state, times, said])).toEqual([
      ['done', 3, null],
      ['done', 1, 'Effacé : 1 logo.'],
      ['done', 1, null],
      ['failed', 1, null],
      ['failed', 1, null],
      ['done', 1, null],
      ['done', 1, null],
    ]);
    expect(runs[0]).toMatchObject({ since: at(0), startedAt: at(20), endedAt: at(21) });
    expect((await store.lastRuns()).get('a')?.failures).toBe(0);
    expect(await eraseRuns(connection, at(12 * 60))).toBe(6);
  });

  it('refuses two runs of a job at once, and to ask for one that is under way', async () => {
    const { url, connection } = await anotherDatabase();
    const store = await openLeaderStore(url);
    ends.push(() => store.close());
    expect(await askForRun(connection, 'a', 'Claire')).toBe(true);
    expect(await askForRun(connection, 'a', 'Paul')).toBe(false);
    const asked = (await store.asked()).get('a') ?? null;
    await store.begin('a', at(0), asked);
    await expect(store.begin('a', at(1), null)).rejects.toThrow(/trame_job_runs_running/);
    expect(await askForRun(connection, 'a', 'Paul')).toBe(false);
    await store.takeOver(at(2), []);
    expect(await readRuns(connection, 10)).toMatchObject([{ state: 'cut', failure: expect.stringMatching(/arrêté/) }]);
  });
});

describe('the admin', () => {
  const read = async (response: Response) => JobsReport.parse(await response.json());

  it('shows every job, and runs one by hand', async () => {
    const token = await signIn(cms);
    await vi.waitUntil(async () => (await read(await asAdmin(cms, token, '/trame/jobs'))).working, soon);
    const asked = await asAdmin(cms, token, '/trame/jobs/job-runs/run', { method: 'POST', json: {} });
    expect(asked.status).toBe(200);
    const state = async () =>
      (await read(await asAdmin(cms, token, '/trame/jobs'))).jobs.find(({ id }) => id === 'job-runs');
    // One that its own time has come for may follow it.
    const byHand = async () => (await state())?.runs.find(({ askedBy }) => askedBy !== null);
    await vi.waitUntil(async () => (await byHand())?.state === 'done', soon);
    expect(await state()).toMatchObject({ failures: 0, alert: false });
    expect(await byHand()).toMatchObject({ failure: null });
  });

  it('refuses one that does not exist, and whoever may not decide', async () => {
    const token = await signIn(cms);
    expect((await asAdmin(cms, token, '/trame/jobs/nothing/run', { method: 'POST', json: {} })).status).toBe(404);
    const reader = await signInAsReader(cms);
    expect((await asAdmin(cms, reader, '/trame/jobs')).status).toBe(403);
    expect((await asAdmin(cms, reader, '/trame/jobs/job-runs/run', { method: 'POST', json: {} })).status).toBe(403);
    expect((await fetch(`${cms.url}/trame/jobs`)).status).toBe(401);
  });

  it('writes to the office when a job fails twice in a row, once a day', async () => {
    const OFFICE = 'office-des-taches@example.org';
    const settings = cms.strapi.db.query('api::site-settings.site-settings');
    const former = (await settings.findOne({})) as { id: number; operatorEmail: string | null };
    await settings.update({ where: { id: former.id }, data: { operatorEmail: OFFICE } });
    ends.push(() => settings.update({ where: { id: former.id }, data: { operatorEmail: former.operatorEmail } }));
    const logged: string[] = [];
    const log = vi.spyOn(cms.strapi.log, 'error').mockImplementation((line: unknown) => {
      logged.push(String(line));
      return cms.strapi.log;
    });
    const failure = (failures: number, day: string) => ({
      job: { ...job(() => Promise.resolve(null)), title: 'Effacement' },
      error: new TypeError('x is not a function'),
      words: 'La tâche s’est arrêtée sur une erreur du programme.',
      failures,
      at: new Date(`${day}T08:00:00Z`),
    });
    const letters = () => cms.mail.letters.list().filter(({ to }) => to === OFFICE);
    await tellFailure(cms.strapi, failure(1, '2099-01-01'));
    await tellFailure(cms.strapi, failure(2, '2099-01-01'));
    await tellFailure(cms.strapi, failure(3, '2099-01-01'));
    await tellFailure(cms.strapi, failure(4, '2099-01-02'));
    log.mockRestore();
    await vi.waitUntil(() => letters().length === 2, soon);
    expect(letters()[0]?.subject).toContain('Effacement');
    expect(logged[0]).toMatch(/^job a failed \(1 in a row\): TypeError: x is not a function\n\s+at /);
    const text = (await cms.mail.letters.read(letters()[0]!.id))?.text;
    expect(text).toContain('erreur du programme');
    expect(text).toContain('/admin/trame/jobs');
  });
});
