import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../lib/clock.ts';
import { PlainError } from '../lib/plain-error.ts';
import { createSupervisor, Interrupted, type Running, type Supervisor } from './supervisor.ts';

let folder: string;
let supervisor: Supervisor;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-supervisor-'));
  supervisor = createSupervisor();
});
afterEach(async () => {
  await supervisor.stopAll();
  await rm(folder, { recursive: true, force: true });
});

const options = () => ({ cwd: folder, env: process.env, logFile: path.join(folder, 'log') });
const forEver = ['-e', 'setInterval(() => {}, 1000)'];
const never = new Promise<never>(() => undefined);

it('stops everything, last started first, also what a step in the middle was doing', async () => {
  const order: string[] = [];
  for (const name of ['database', 'cms'])
    supervisor.add(name, 'log', { gone: never, stop: () => Promise.resolve(void order.push(name)) }, () => never);
  const step = supervisor.complete('step', process.execPath, forEver, options());
  const seen = step.catch((error: unknown) => order.push((error as Error).name));
  await supervisor.stopAll();
  await seen;
  expect(order.filter((name) => name !== 'Interrupted')).toEqual(['cms', 'database']);
  expect(order).toContain('Interrupted');
});

it('fails with the name and the log of what died by itself', async () => {
  supervisor.run('Le serveur', process.execPath, ['-e', 'process.exit(1)'], options());
  await expect(supervisor.during(never)).rejects.toThrow(/Le serveur : arrêt inattendu.*log/);
});

it('names a step that fails, and keeps what it said', async () => {
  await expect(
    supervisor.complete(
      'La saisie',
      process.execPath,
      ['-e', 'console.error("parce que"); process.exit(2)'],
      options(),
    ),
  ).rejects.toThrow(/« La saisie » a échoué/);
  expect(await readFile(path.join(folder, 'log'), 'utf8')).toContain('parce que');
});

it('takes a requested stop for no failure, and starts nothing more', async () => {
  const child = supervisor.run('Le serveur', process.execPath, forEver, options());
  const waiting = supervisor.during(never);
  supervisor.abort();
  await expect(waiting).rejects.toBeInstanceOf(Interrupted);
  await supervisor.stopAll();
  await child.exited;
  expect(() => supervisor.run('Encore', process.execPath, forEver, options())).toThrow();
  await expect(supervisor.complete('Encore', process.execPath, forEver, options())).rejects.toBeInstanceOf(Interrupted);
});

it('says why, in the program’s own sentence, when it left one', async () => {
  const refuse = `console.error('Error: Cette base de données est d’une version plus récente.'); process.exit(1)`;
  supervisor.run('Le serveur', process.execPath, ['-e', refuse], options());
  await expect(supervisor.during(never)).rejects.toThrow(/arrêt inattendu[^]*est d’une version plus récente\.[^]*log/);
  await expect(createSupervisor().complete('La saisie', process.execPath, ['-e', refuse], options())).rejects.toThrow(
    /a échoué[^]*est d’une version plus récente\./,
  );
});

describe('that keeps up', () => {
  const said: string[] = [];
  const pauses: number[] = [];
  /** Time passes by itself: pauses are noted and take nothing. */
  const clock: Clock = {
    ...systemClock,
    ticks: () => 0,
    sleep: (milliseconds, signal) => {
      pauses.push(milliseconds);
      return systemClock.sleep(5, signal);
    },
  };
  beforeEach(() => {
    [said.length, pauses.length] = [0, 0];
    supervisor = createSupervisor(clock);
  });

  it('starts again what dies, after a pause that grows up to a minute, and says so', async () => {
    const lives = path.join(folder, 'lives');
    const code = `require('node:fs').appendFileSync(${JSON.stringify(lives)}, 'x'); process.exit(1)`;
    const first = supervisor.run('Le serveur', process.execPath, ['-e', code], options());
    supervisor.keepUp((text) => said.push(text));
    await first.exited;
    await expect.poll(() => pauses.length, { timeout: 20_000 }).toBeGreaterThan(7);
    await supervisor.stopAll();
    expect(pauses.slice(0, 8)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(said[1]).toMatch(/Le serveur : arrêt inattendu\. Nouveau démarrage dans 2 s ; le reste continue\..*log/);
    const so = (await readFile(lives, 'utf8')).length;
    await systemClock.sleep(200);
    expect((await readFile(lives, 'utf8')).length).toBe(so);
  });

  it('takes a start that fails for a death, with its reason, and stops what came up last', async () => {
    const stops: string[] = [];
    let tries = 0;
    const is = (name: string, gone: Promise<unknown>): Running => ({
      gone,
      stop: () => Promise.resolve(void stops.push(name)),
    });
    supervisor.keepUp((text) => said.push(text));
    supervisor.add('La base', 'log', is('first', Promise.resolve()), () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new PlainError('son port est pris')) : Promise.resolve(is('third', never));
    });
    await expect.poll(() => tries, { timeout: 10_000 }).toBe(2);
    await supervisor.stopAll();
    expect(said[1]).toContain('(son port est pris)');
    expect(stops).toEqual(['third']);
  });

  it('starts nothing more once a stop is asked for, even in a pause', async () => {
    const waits = createSupervisor({ ...clock, sleep: (_, signal) => systemClock.sleep(60_000, signal) });
    waits.keepUp((text) => said.push(text));
    let again = 0;
    waits.add('La base', 'log', { gone: Promise.resolve(), stop: () => Promise.resolve() }, () => {
      again += 1;
      return never;
    });
    await expect.poll(() => said.length).toBe(1);
    await waits.stopAll();
    expect(again).toBe(0);
  });
});
