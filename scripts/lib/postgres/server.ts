/** A PostgreSQL server on a cluster: started, found again after its parent was killed, stopped cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../http.ts';
import { messages } from '../messages.ts';
import { PlainError } from '../plain-error.ts';
import { commandLine, isAlive } from '../processes.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, SUPERUSER } from './cluster.ts';

const HOST = '127.0.0.1';
const START_TIMEOUT_S = 60;
/** How often it is looked whether a server that another process started still runs. */
const WATCH_MS = 250;
/** PostgreSQL answers "starting up" or "shutting down" with this code. */
const CANNOT_CONNECT_NOW = '57P03';

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** True when another process had started it. */
  readonly found: boolean;
  /** Ends when the server process has gone, whoever stopped it. */
  readonly exited: Promise<void>;
  /** Ends the connections and shuts down cleanly. Safe to call twice. */
  stop(): Promise<void>;
}

export function connectionString(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(cluster.password)}@${HOST}:${port}/${encodeURIComponent(database)}`;
}

/** The server that runs on the cluster, from its `postmaster.pid`. A file left by a crash, whose number now belongs to some other program, is none. */
async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  // One that cannot be read counts as none: PostgreSQL itself refuses to start a second time on the same cluster.
  const lock = await readFile(path.join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => null);
  if (lock === null) return null;
  const lines = lock.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(port > 0) || !isAlive(pid)) return null;
  return commandLine(pid).includes(cluster.data) ? { pid, port } : null;
}

/** Whether the server takes connections; false while it starts or stops. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionString(cluster, port, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === CANNOT_CONNECT_NOW) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined); // it was only opened to see whether it can be
  }
}

async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Ends when the process of somebody else has gone; a command that has nothing else to wait for does not wait for that. */
async function seenGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(WATCH_MS, undefined, { ref: false });
}

/** "Fast" shutdown first; a server that does not obey is stopped harder, which costs a recovery at its next start, no data. */
async function shutDown(pid: number): Promise<void> {
  const attempts = [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const;
  for (const [signal, patience] of attempts) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone already
    }
    if (await waitUntilGone(pid, patience)) return;
  }
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => ''); // decorates an error that is told without it too
  return text.trim().split('\n').slice(-5).join('\n');
}

/** The server somebody else started, once it takes connections; null when it was on its way out and has gone. */
export async function joinServer(cluster: Cluster): Promise<Server | null> {
  const deadline = performance.now() + START_TIMEOUT_S * 1000;
  while (performance.now() < deadline) {
    const running = await findRunning(cluster);
    if (!running) return null;
    if (await answers(cluster, running.port)) {
      return {
        ...running,
        found: true,
        exited: seenGone(running.pid),
        stop: () => shutDown(running.pid),
      };
    }
    await sleep(100);
  }
  return null;
}

/**
 * Starts a server on the cluster, on the port it had last time when that is free.
 * It gets a process group of its own: Ctrl-C in a terminal must reach the applications first and the database last.
 * @throws {PlainError} when it stops at once or does not answer in time.
 */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  account: Account | null,
  options: { logFile: string; durable: boolean },
): Promise<Server> {
  const port = await freePort(cluster.lastPort ?? undefined);
  mkdirSync(path.dirname(options.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(options.logFile, 'a', 0o600);
  const settings = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  let child: ChildProcess;
  try {
    child = spawn(
      binaries.postgres,
      ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...account?.ids,
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
  } finally {
    closeSync(log);
  }
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    const done = () => {
      gone = true;
      resolve();
    };
    child.once('error', done).once('exit', done);
  });
  const pid = child.pid ?? 0;
  const stop = async () => {
    if (!gone && pid > 0) await shutDown(pid);
    await exited;
  };
  const deadline = performance.now() + START_TIMEOUT_S * 1000;
  while (!gone) {
    if (await answers(cluster, port)) {
      await cluster.rememberPort(port);
      return { pid, port, found: false, exited, stop };
    }
    if (performance.now() > deadline) {
      await stop();
      throw new PlainError(messages.postgresTooSlow(START_TIMEOUT_S, options.logFile));
    }
    await sleep(25);
  }
  throw new PlainError(messages.postgresStopped(options.logFile, await tail(options.logFile)));
}
