import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type RunningPostgres, startTemporaryPostgres } from '../lib/embedded-postgres.ts';

const built = vi.hoisted(() => ({ is: true }));
vi.mock('../start/cms-build.ts', () => ({ isBuilt: () => Promise.resolve(built.is) }));
const { prepare } = await import('./prepare.ts');

let postgres: RunningPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-prepare-'));
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});

const variables = (name: string) => ({ DATA_DIR: path.join(folder, name), DATABASE_URL: postgres.url });

/** What is said while everything is prepared. */
async function saidBy(name: string, isRead: boolean): Promise<string> {
  const said: string[] = [];
  await prepare(isRead, variables(name), (text) => said.push(text));
  return said.join('\n');
}
const secretsOf = async (name: string): Promise<string[]> => {
  const { password } = JSON.parse(await readFile(path.join(folder, name, 'admin.json'), 'utf8')) as {
    password: string;
  };
  const key = /AGE-SECRET-KEY-\S+/.exec(await readFile(path.join(folder, name, 'backup.key'), 'utf8'))?.[0] ?? '';
  return [password, key];
};

it('makes keys and account once, for their owner alone, and shows them once, to who reads them', async () => {
  const first = await saidBy('terminal', true);
  const secrets = await secretsOf('terminal');
  for (const secret of secrets) expect(first).toContain(secret);
  for (const name of ['secrets.json', 'admin.json', 'backup.key'])
    expect((await stat(path.join(folder, 'terminal', name))).mode & 0o077).toBe(0);
  const again = await saidBy('terminal', true);
  expect(await secretsOf('terminal')).toEqual(secrets);
  for (const secret of secrets) expect(again).not.toContain(secret);
});

it('tells a journal where they are, and none of them', async () => {
  const said = await saidBy('journal', false);
  for (const secret of await secretsOf('journal')) expect(said).not.toContain(secret);
  expect(said).toContain(path.join(folder, 'journal', 'admin.json'));
});

it('refuses without a database of one’s own, out of reach of it, and in a clone that was not built from what stands in it', async () => {
  await expect(prepare(true, { DATA_DIR: path.join(folder, 'none') })).rejects.toThrow(/DATABASE_URL manque/);
  const away = { ...variables('away'), DATABASE_URL: 'postgres://u@127.0.0.1:1/d' };
  await expect(prepare(true, away)).rejects.toThrow(/DATABASE_URL/);
  built.is = false;
  await expect(prepare(true, variables('unbuilt'))).rejects.toThrow(/production:build/);
});
