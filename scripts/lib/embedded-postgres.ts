/**
 * PostgreSQL from npm, for `start`, `dev` and the tests: a real server on 127.0.0.1, as an ordinary user or as root, also
 * when the clone lies under a home that other accounts may not enter (decision 2 of the design).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { unprivilegedAccount } from './postgres/account.ts';
import { findBinaries } from './postgres/binaries.ts';
import { openCluster } from './postgres/cluster.ts';
import { connectionString, joinServer, startServer } from './postgres/server.ts';

export interface PostgresOptions {
  /** Trame's DATA_DIR; the cluster is `postgres/` in it, or what `postgres/cluster.json` there names. */
  dataDir: string;
  /** Default `logs/postgres.log` in the DATA_DIR. */
  logFile?: string;
  /** Made when it is missing. Default `trame`. */
  database?: string;
  /**
   * When a server already runs on this cluster: `share` uses it and leaves it running (a tool beside `start`), `takeOver`
   * also stops it at the end (`start` after it was killed hard, which leaves its PostgreSQL behind).
   */
  ifRunning?: 'share' | 'takeOver';
  /** False trades safety at a power cut for speed: tests only. */
  durable?: boolean;
}

export interface RunningPostgres {
  /** `postgresql://…` with the password. */
  url: string;
  /** Where the data really is. */
  folder: string;
  pid: number;
  port: number;
  /** Ends when the server has gone, stopped or crashed. */
  exited: Promise<void>;
  /** Leaves a shared server alone. Safe to call twice. */
  stop(): Promise<void>;
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL on the DATA_DIR's cluster (made on first use, in some two seconds) and returns once it takes connections.
 * @throws {PlainError} with a French sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, database = 'trame', ifRunning = 'share', durable = true } = options;
  const account = unprivilegedAccount();
  const binaries = await findBinaries(account);
  const cluster = await openCluster(path.join(path.resolve(dataDir), 'postgres'), binaries, account, { durable });
  const logFile = options.logFile ?? path.join(path.resolve(dataDir), 'logs', 'postgres.log');
  const server = (await joinServer(cluster)) ?? (await startServer(cluster, binaries, account, { logFile, durable }));
  const leaveRunning = server.found && ifRunning === 'share';
  try {
    await createDatabase(connectionString(cluster, server.port, 'postgres'), database);
  } catch (error) {
    if (!leaveRunning) await server.stop();
    throw error;
  }
  return {
    url: connectionString(cluster, server.port, database),
    folder: cluster.data,
    pid: server.pid,
    port: server.port,
    exited: server.exited,
    stop: async () => (leaveRunning ? undefined : server.stop()),
  };
}

/** An empty database for one test run: fast rather than durable, and gone without a trace after `stop()`. */
export async function startTemporaryPostgres(options: { database?: string } = {}): Promise<RunningPostgres> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-postgres-'));
  await chmod(dataDir, 0o711); // so that PostgreSQL's account can pass and nothing needs to go elsewhere
  const remove = async (data?: string) => {
    if (data) await rm(path.dirname(data), { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  };
  let postgres: RunningPostgres;
  try {
    postgres = await startPostgres({ ...options, dataDir, ifRunning: 'takeOver', durable: false });
  } catch (error) {
    await remove();
    throw error;
  }
  // A test run that ends without `stop()` must not leave a server behind; only a signal can still be sent at this point.
  const lastResort = () => {
    try {
      process.kill(postgres.pid, 'SIGQUIT');
    } catch {
      // Gone already.
    }
  };
  process.once('exit', lastResort);
  return {
    ...postgres,
    stop: async () => {
      process.off('exit', lastResort);
      await postgres.stop();
      await remove(postgres.folder);
    },
  };
}
