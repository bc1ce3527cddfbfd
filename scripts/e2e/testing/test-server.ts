/** Databases for tests: on the one PostgreSQL of the run, else (a bench, which runs alone) on one of their own. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startTemporaryPostgres } from '../../lib/embedded-postgres.ts';

/** What the files of a run share. Environment variables carry it, because each file is a process of its own. */
export interface SharedServer {
  /** A database of the server, to make others from. */
  readonly url: string;
  /** Folder of what worlds are copied from (`world-template.ts`). */
  readonly folder: string;
}

const URL_VARIABLE = 'TRAME_TEST_POSTGRES';
const FOLDER_VARIABLE = 'TRAME_TEST_WORLDS';

/** Tells the processes that are started from now on. */
export function shareServer({ url, folder }: SharedServer): void {
  Object.assign(process.env, { [URL_VARIABLE]: url, [FOLDER_VARIABLE]: folder });
}

/** Null outside of a run of the end-to-end tests. */
export function sharedServer(): SharedServer | null {
  const [url, folder] = [process.env[URL_VARIABLE], process.env[FOLDER_VARIABLE]];
  return url && folder ? { url, folder } : null;
}

/** Does the work with a connection. The lock makes files that run at the same time wait for each other; null takes none. */
export async function withServer<T>(
  url: string,
  lock: number | null,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (lock !== null) await client.query('select pg_advisory_lock($1)', [lock]);
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  /** `postgresql://…` with the password. */
  readonly url: string;
  /** Ends its connections and removes it. */
  drop(): Promise<void>;
}

/** An empty database, or a copy of another one of the shared server that nothing is connected to. */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const shared = sharedServer();
  if (!shared) {
    if (template !== undefined) throw new Error(`No server holds ${template}`);
    const postgres = await startTemporaryPostgres({ database: 'trame' });
    return { url: postgres.url, drop: () => postgres.stop() };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withServer(shared.url, null, (client) =>
    client.query(`create database ${name}${template === undefined ? '' : ` template ${template}`}`),
  );
  return {
    url: urlOf(shared, name),
    drop: () =>
      withServer(shared.url, null, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Where the shared server has the database. */
export function urlOf(shared: SharedServer, database: string): string {
  const url = new URL(shared.url);
  url.pathname = `/${database}`;
  return url.href;
}
