/** What goes into a backup, laid out in a folder: database, pictures, printed editions, and a manifest of all of it. */
import { randomUUID } from 'node:crypto';
import { constants, createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SUPPRESSIONS_FILE } from '@trame/cms/domain/stored/suppression';
import pg from 'pg';
import { checksums, MANIFEST } from './checksums.ts';
import { secretsDigest } from './installation-secrets.ts';
import { BACKUP_FORMAT, type Manifest } from './manifest.ts';
import { dumpWithPgDump, type PgDumped } from './pg-dump.ts';
import { readStructure } from './structure.ts';
import { readRows, readShape, type Shape } from './tables.ts';

/** What is kept of the DATA_DIR besides the database and the secrets. What can be built again is not. */
export const KEPT_FILES = ['public', 'editions', 'submissions', 'demo-content.done', SUPPRESSIONS_FILE] as const;

/** What is being written, or broke off: of a printing, of a picture that is being sent. */
const isUnfinished = (name: string, file: string): boolean =>
  (name === 'editions' && /^(printing|proof\.old)$/.test(path.basename(file))) ||
  (name !== 'public' && file.endsWith('.tmp'));
/** A proof that is accepted, or an edition that is frozen, while its files are copied moves from under the copy. */
const TRIES = 3;

/** Copies what is kept into `folder`. Trame may be running. */
export async function copyKeptFiles(dataDir: string, folder: string): Promise<void> {
  for (const name of KEPT_FILES) {
    const source = path.join(dataDir, name);
    const target = path.join(folder, name);
    if (!existsSync(source)) continue;
    const filter = (file: string) => !isUnfinished(name, file);
    for (let tries = 1; ; tries++) {
      try {
        // Where the disk can, the copy shares its blocks with what it was copied from.
        await cp(source, target, { recursive: true, filter, mode: constants.COPYFILE_FICLONE });
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
type OfDatabase = Omit<Manifest, 'format' | 'files' | 'id' | 'secrets'>;

/** Called while the snapshot stands, with its name. */
type Beside = (snapshot: string, client: pg.ClientBase) => Promise<void>;

/**
 * Writes the rows of the whole database below `folder`, as they were at one instant.
 * @param beside what another program writes of that same instant
 */
async function dumpRows(databaseUrl: string, folder: string, beside?: Beside): Promise<OfDatabase> {
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
    if (beside !== undefined) {
      const { rows: exported } = await client.query<{ name: string }>('select pg_export_snapshot() as name');
      await beside(exported[0]?.name ?? '', client);
    }
    await client.query('commit');
    return { madeAt: (clock[0]?.now ?? new Date()).toISOString(), migrations, shape, rows, structure };
  } finally {
    await client.end();
  }
}

const sum = (rows: OfDatabase['rows']): number => Object.values(rows).reduce((all, count) => all + count, 0);

/** Writes the manifest of what lies below `folder`, checksums included: it comes last. */
async function seal(folder: string, database: OfDatabase, secrets: string | null): Promise<Manifest> {
  const id = randomUUID();
  const manifest: Manifest = { format: BACKUP_FORMAT, id, secrets, ...database, files: await checksums(folder) };
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest, null, 1));
  return manifest;
}

/** Writes the whole database below `folder`, and a manifest. @returns the number of rows */
export async function dumpDatabase(databaseUrl: string, folder: string): Promise<number> {
  const database = await dumpRows(databaseUrl, folder);
  await seal(folder, database, null);
  return sum(database.rows);
}

export interface LaidOut {
  /** Of the manifest. */
  readonly id: string;
  readonly rows: number;
  /** What became of PostgreSQL's own dump; null when none was asked for. */
  readonly pgDump: PgDumped | null;
}

/**
 * Lays out a whole backup below `folder`. Trame may be running.
 * @param withPgDump adds the dump of PostgreSQL's own tool, of the same instant: for a database of one's own
 */
export async function layOut(
  databaseUrl: string,
  dataDir: string,
  folder: string,
  { withPgDump = false }: { readonly withPgDump?: boolean } = {},
): Promise<LaidOut> {
  let pgDump: PgDumped | null = null;
  const beside: Beside = async (snapshot, client) => {
    pgDump = await dumpWithPgDump({ databaseUrl, folder, snapshot, client });
  };
  const database = await dumpRows(databaseUrl, folder, withPgDump ? beside : undefined);
  // After the rows: the register may know more than they do, never less.
  await copyKeptFiles(dataDir, folder);
  const { id } = await seal(folder, database, await secretsDigest(dataDir));
  return { id, rows: sum(database.rows), pgDump };
}
