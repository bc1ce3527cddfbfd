import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../lib/processes.ts';
import { startPostgres, startTemporaryPostgres } from '../lib/embedded-postgres.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A folder nobody else may enter, like root's home or a careful user's. */
async function closedFolder(parent = os.tmpdir()): Promise<string> {
  const folder = await mkdtemp(path.join(parent, 'trame-home-'));
  await chmod(folder, 0o700);
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Also removes a cluster that had to go elsewhere. */
async function start(dataDir: string, options: { ifRunning?: 'share' | 'takeOver' } = {}) {
  const postgres = await startPostgres({ dataDir, durable: false, ...options });
  cleanups.push(async () => {
    await postgres.stop();
    if (!postgres.folder.startsWith(dataDir)) await rm(path.dirname(postgres.folder), { recursive: true, force: true });
  });
  return postgres;
}

describe('the embedded PostgreSQL', () => {
  it('starts in a folder of mode 700, keeps its data over a restart, and leaves nothing running', async () => {
    const dataDir = path.join(await closedFolder(), 'clone', '.data');
    const first = await start(dataDir);
    await query(first.url, 'create table kept (word text)');
    await query(first.url, `insert into kept values ('forêt')`);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start(dataDir);
    expect(await query(second.url, 'select upper(word) as word from kept')).toEqual([{ word: 'FORÊT' }]);
    expect(second.folder).toBe(first.folder);
    const isRoot = process.getuid?.() === 0;
    expect(second.folder.startsWith(dataDir)).toBe(!isRoot);
  });

  it('only lets in who knows the password, which nobody else can read', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const { url } = await start(dataDir);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(path.join(dataDir, 'postgres', 'cluster.json'))).mode & 0o777).toBe(0o600);
  });

  it('is shared with a tool that comes while it runs, and survives that tool', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const owner = await start(dataDir);
    const tool = await startPostgres({ dataDir, database: 'other' });
    expect(tool.pid).toBe(owner.pid);
    await tool.stop();
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);

    // A command ends by itself, although the server that it shared goes on: a timer must not heap up processes.
    const module = JSON.stringify(path.join(import.meta.dirname, '../lib/embedded-postgres.ts'));
    const command = `import { startPostgres } from ${module};
      const postgres = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      await postgres.stop();
      console.log('done');`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', command], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect([ended.stdout, ended.status]).toEqual(['done\n', 0]);
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await query(tool.url, 'select current_database() as name')).toEqual([{ name: 'other' }]);
  });

  it('takes over the server that a killed parent left behind', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const module = path.resolve(import.meta.dirname, '../lib/embedded-postgres.ts');
    const code = `import { startPostgres } from ${JSON.stringify(module)};
      await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false }); process.kill(process.pid, 'SIGKILL');`;
    await new Promise((resolve) =>
      spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], { stdio: 'inherit' }).once(
        'exit',
        resolve,
      ),
    );
    const heir = await start(dataDir, { ifRunning: 'takeOver' });
    await query(heir.url, 'create table mine ()');
    await heir.stop();
    expect(isAlive(heir.pid)).toBe(false);
  });

  it('recovers after the server itself was killed', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const first = await start(dataDir);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    expect(existsSync(path.join(first.folder, 'postmaster.pid'))).toBe(true);
    const second = await start(dataDir);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses to replace a lost cluster by an empty one', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const first = await start(dataDir);
    await first.stop();
    await rm(first.folder, { recursive: true });
    await expect(startPostgres({ dataDir })).rejects.toThrow(/ce dossier n’existe plus/);
  });

  it('tells why when PostgreSQL stops at once', async () => {
    const dataDir = path.join(await closedFolder(), '.data');
    const first = await start(dataDir);
    await first.stop();
    await rm(path.join(first.folder, 'global', 'pg_control'));
    await expect(startPostgres({ dataDir })).rejects.toThrow(/s’est arrêté au démarrage[\s\S]*pg_control/);
  });

  it('gives a test an empty database and removes every trace of it', async () => {
    const temporary = await startTemporaryPostgres();
    expect(await query(temporary.url, 'select count(*)::int as tables from pg_stat_user_tables')).toEqual([
      { tables: 0 },
    ]);
    await temporary.stop();
    await temporary.stop();
    expect(isAlive(temporary.pid)).toBe(false);
    expect(existsSync(path.dirname(temporary.folder))).toBe(false);
  });
});

describe('a DATA_DIR that was moved', () => {
  it('takes the cluster inside it along', async () => {
    const open = await mkdtemp(path.join(os.tmpdir(), 'trame-open-'));
    await chmod(open, 0o755);
    cleanups.push(() => rm(open, { recursive: true, force: true }));
    const before = path.join(open, 'before');
    await mkdir(before, { mode: 0o755 });
    const first = await start(before);
    await query(first.url, 'create table moved ()');
    await first.stop();
    const { rename } = await import('node:fs/promises');
    await rename(before, path.join(open, 'after'));
    const second = await start(path.join(open, 'after'));
    expect(await query(second.url, `select to_regclass('moved') is not null as there`)).toEqual([{ there: true }]);
    expect(await readFile(path.join(open, 'after', 'postgres', 'cluster.json'), 'utf8')).toContain('after');
  });
});
