import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSupervisor, Interrupted, type Supervisor } from './supervisor.ts';

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
    supervisor.add(name, 'log', never, () => Promise.resolve(void order.push(name)));
  const step = supervisor.complete('step', process.execPath, forEver, options());
  const seen = step.catch((error: unknown) => order.push((error as Error).name));
  await supervisor.stopAll();
  await seen;
  expect(order.filter((name) => name !== 'Interrupted')).toEqual(['cms', 'database']);
  expect(order).toContain('Interrupted');
});

it('fails with the name and the log of what died by itself', async () => {
  supervisor.run('Le serveur', process.execPath, ['-e', 'process.exit(1)'], options());
  await expect(supervisor.during(never)).rejects.toThrow(/Le serveur s’est arrêté de lui-même.*log/);
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
  await expect(supervisor.during(never)).rejects.toThrow(/de lui-même[^]*est d’une version plus récente\.[^]*log/);
  await expect(createSupervisor().complete('La saisie', process.execPath, ['-e', refuse], options())).rejects.toThrow(
    /a échoué[^]*est d’une version plus récente\./,
  );
});
