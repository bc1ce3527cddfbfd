/** `pnpm backup`: database, pictures, printed editions and keys in one file. */
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { formatDuration } from '../lib/clock.ts';
import { readEnvironment, secretsFile, readSecrets } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { runCommand } from '../lib/run.ts';
import { pack } from './archive.ts';
import { messages } from './messages.ts';
import { readRows, readShape } from './tables.ts';

/** Raised when an older `restore` could not read the file. */
export const BACKUP_FORMAT = 'trame-backup/1';
/** What is kept of the DATA_DIR besides the database. What can be built again is not. */
export const KEPT_FILES = ['public', 'editions', 'secrets.json', 'admin.json', 'demo-content.done'] as const;

/** Of `editions`, what a printing that is under way, or that broke off, has not finished. */
const isUnfinished = (file: string): boolean => /^(printing|proof\.old|.*\.tmp)$/.test(path.basename(file));
/** A proof that is accepted, or an edition that is frozen, while its files are copied moves from under the copy. */
const TRIES = 3;

/** Copies what is kept into `folder`. Trame may be running. */
export async function copyKeptFiles(dataDir: string, folder: string): Promise<void> {
  for (const name of KEPT_FILES) {
    const source = name === 'secrets.json' ? secretsFile(dataDir) : path.join(dataDir, name);
    const target = path.join(folder, name);
    if (!existsSync(source)) continue;
    const filter = (file: string) => name !== 'editions' || !isUnfinished(file);
    for (let tries = 1; ; tries++) {
      try {
        await cp(source, target, { recursive: true, filter });
        break;
      } catch (error) {
        if (tries === TRIES || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        await rm(target, { recursive: true, force: true });
      }
    }
  }
}

/** Writes the whole database below `folder`, as it was at one instant. @returns the number of rows */
export async function dumpDatabase(databaseUrl: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const shape = await readShape(client);
    await mkdir(path.join(folder, 'database'), { recursive: true });
    let rows = 0;
    for (const table of Object.keys(shape)) {
      const lines = (async function* () {
        for await (const line of readRows(client, table)) {
          rows++;
          yield `${line}\n`;
        }
      })();
      await pipeline(Readable.from(lines), createWriteStream(path.join(folder, 'database', `${table}.jsonl`)));
    }
    await client.query('commit');
    await writeFile(
      path.join(folder, 'manifest.json'),
      JSON.stringify({ format: BACKUP_FORMAT, madeAt: new Date().toISOString(), shape }, null, 2),
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function backup(args: readonly string[]): Promise<void> {
  const begun = performance.now();
  const { dataDir, databaseUrl } = readEnvironment();
  readSecrets(dataDir); // says so when Trame was never started here
  const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  const file = path.resolve(args[0] ?? `trame-${stamp}.tar.gz`);
  const folder = await mkdtemp(path.join(dataDir, 'backup-')); // for nobody else to read
  const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
  try {
    const rows = await dumpDatabase(databaseUrl ?? postgres?.url ?? '', folder);
    await copyKeptFiles(dataDir, folder);
    await pack(folder, `${file}.unfinished`);
    await rename(`${file}.unfinished`, file);
    const size = `${Math.max(1, Math.round((await stat(file)).size / 1024 / 1024))} Mo`;
    process.stdout.write(`${messages.saved(file, rows, size, formatDuration(performance.now() - begun))}\n`);
  } finally {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
    await rm(`${file}.unfinished`, { force: true });
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2).filter((arg) => arg !== '--');
    if (args.includes('--help')) process.stdout.write(`${messages.backupHelp}\n`);
    else await backup(args);
  });
}
