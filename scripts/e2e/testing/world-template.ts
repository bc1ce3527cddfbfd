/**
 * The demonstration, installed once for a run: the first world seeds a database and a DATA_DIR, all worlds get copies. The
 * first one that ends also leaves its cache, so that later releases find their pictures drawn. What a first start from
 * nothing costs and gives is the subject of `start.test.ts`.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { nodeArguments } from '../../lib/child.ts';
import { type Environment, ROOT } from '../../lib/environment.ts';
import { processEnvironment } from '../../start/programs.ts';
import { ensureAdmin, ensureSecrets } from '../../start/secrets.ts';
import type { Supervisor } from '../../start/supervisor.ts';
import { createTestDatabase, type SharedServer, type TestDatabase, urlOf, withServer } from './test-server.ts';

const DATABASE = 'seeded_world';
/** Any number that nothing else locks. */
const LOCK = 20_260;

const seededFolder = (shared: SharedServer) => path.join(shared.folder, 'seeded');
const cacheFolder = (shared: SharedServer) => path.join(shared.folder, 'cache');

export type Seed = (databaseUrl: string, folder: string) => Promise<void>;

export interface SeedOptions {
  readonly environment: Environment;
  readonly supervisor: Supervisor;
  readonly logFile: string;
  /** Generated ones, besides those of the demonstration. */
  readonly associations?: number | undefined;
}

/** Installs the demonstration by its command, on an empty database and into an empty folder. */
export function seedByCommand({ environment, supervisor, logFile, associations }: SeedOptions): Seed {
  return async (databaseUrl, folder) => {
    const generated = associations ? ['--associations', String(associations)] : [];
    const args = nodeArguments(path.join(ROOT, 'scripts/seed/cli.ts'), '--demo', ...generated);
    const env = processEnvironment(
      { ...environment, dataDir: folder },
      await ensureSecrets(folder, {}),
      (await ensureAdmin(folder, environment.cmsUrl, false, {})).account,
    );
    await supervisor.complete('seed', process.execPath, args, {
      cwd: ROOT,
      env: { ...env, DATABASE_URL: databaseUrl },
      logFile,
    });
  };
}

/**
 * A copy of the seeded database, and of its folder into `dataDir`.
 * @param seed installs the demonstration into an empty database and an empty folder; called once for a run
 */
export async function copySeeded(shared: SharedServer, dataDir: string, seed: Seed): Promise<TestDatabase> {
  const folder = seededFolder(shared);
  await withServer(shared.url, LOCK, async (client) => {
    if (existsSync(folder)) return;
    // An attempt that failed leaves a database and half a folder: both are begun again.
    const unfinished = `${folder}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await client.query(`drop database if exists ${DATABASE} with (force)`);
    await client.query(`create database ${DATABASE}`);
    await seed(urlOf(shared, DATABASE), unfinished);
    await rename(unfinished, folder);
  });
  await cp(folder, dataDir, { recursive: true });
  if (existsSync(cacheFolder(shared)))
    await cp(cacheFolder(shared), path.join(dataDir, 'cache'), { recursive: true, force: true });
  return createTestDatabase(DATABASE);
}

/** Leaves the cache of a world that has ended to the next ones; the first one does. */
export async function leaveCache(shared: SharedServer, dataDir: string): Promise<void> {
  const cache = path.join(dataDir, 'cache');
  if (!existsSync(cache) || existsSync(cacheFolder(shared))) return;
  await rename(cache, cacheFolder(shared)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // another world was quicker
  });
}
