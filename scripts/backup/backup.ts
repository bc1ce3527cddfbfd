/** `pnpm backup`: database, pictures, printed editions and keys in one file. */
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SUPPRESSIONS_FILE } from '@trame/cms/domain/stored/suppression';
import pg from 'pg';
import { formatDuration } from '../lib/clock.ts';
import { readEnvironment, secretsFile, readSecrets } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { runCommand } from '../lib/run.ts';
import { pack } from './archive.ts';
import { checksums, MANIFEST } from './checksums.ts';
import { messages } from './messages.ts';
import { BACKUP_FORMAT, type Manifest } from './manifest.ts';
import { readStructure } from './structure.ts';
import { readRows, readShape, type Shape } from './tables.ts';

/** What is kept of the DATA_DIR besides the database. What can be built again is not. */
export const KEPT_FILES = [
  'public',
  'editions',
  'submissions',
  'secrets.json',
  'admin.json',
  'demo-content.done',
  SUPPRESSIONS_FILE,
] as const;

/** What is being written, or broke off: of a printing, of a picture that is being sent. */
const isUnfinished = (name: string, file: string): boolean =>
  (name === 'editions' && /^(printing|proof\.old)$/.test(path.basename(file))) ||
  (name !== 'public' && file.endsWith('.tmp'));
/** A proof that is accepted, or an edition that is frozen, while its files are copied moves from under the copy. */
const TRIES = 3;

/** Copies what is kept into `folder`. Trame may be running. */
export async function copyKeptFiles(dataDir: string, folder: string): Promise<void> {
  for (const name of KEPT_FILES) {
    const source = name === 'secrets.json' ? secretsFile(dataDir) : path.join(dataDir, name);
    const target = path.join(folder, name);
    if (!existsSync(source)) continue;
    const filter = (file: string) => !isUnfinished(name, file);
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

/** The migrations that the database has been through. */
async function readMigrations(client: pg.ClientBase, shape: Shape): Promise<string[]> {
  if (!shape['strapi_migrations']) return [];
  const { rows } = await client.query<{ name: string }>('select name from strapi_migrations order by name');
  return rows.map(({ name }) => name);
}

/** What the manifest says of the database. */
type OfDatabase = Omit<Manifest, 'format' | 'files'>;

/** Writes the rows of the whole database below `folder`, as they were at one instant. */
async function dumpRows(databaseUrl: string, folder: string): Promise<OfDatabase> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    // The instant of the snapshot or just before it: what happens while the rows are written is not in them.
    const { rows: clock } = await client.query<{ now: Date }>('select now() as now');
    const shape = await readShape(client);
    const structure = await readStructure(client);
    const migrations = await readMigrations(client, shape);
    await mkdir(path.join(folder, 'database'), { recursive: true });
    const rows: Record<string, number> = {};
    for (const table of Object.keys(shape)) {
      let count = 0;
      const lines = (async function* () {
        for await (const line of readRows(client, table)) {
          count++;
          yield `${line}\n`;
        }
      })();
      await pipeline(Readable.from(lines), createWriteStream(path.join(folder, 'database', `${table}.jsonl`)));
      rows[table] = count;
    }
    await client.query('commit');
    return { madeAt: (clock[0]?.now ?? new Date()).toISOString(), migrations, shape, rows, structure };
  } finally {
    await client.end();
  }
}

const sum = (rows: OfDatabase['rows']): number => Object.values(rows).reduce((all, count) => all + count, 0);

/** Writes the manifest of what lies below `folder`, checksums included: it comes last. */
async function seal(folder: string, database: OfDatabase): Promise<void> {
  const manifest: Manifest = { format: BACKUP_FORMAT, ...database, files: await checksums(folder) };
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest, null, 1));
}

/** Writes the whole database below `folder`, and a manifest. @returns the number of rows */
export async function dumpDatabase(databaseUrl: string, folder: string): Promise<number> {
  const database = await dumpRows(databaseUrl, folder);
  await seal(folder, database);
  return sum(database.rows);
}

/** Lays out a whole backup below `folder`. Trame may be running. @returns the number of rows */
export async function layOut(databaseUrl: string, dataDir: string, folder: string): Promise<number> {
  const database = await dumpRows(databaseUrl, folder);
  // After the rows: the register may know more than they do, never less.
  await copyKeptFiles(dataDir, folder);
  await seal(folder, database);
  return sum(database.rows);
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
    const rows = await layOut(databaseUrl ?? postgres?.url ?? '', dataDir, folder);
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
