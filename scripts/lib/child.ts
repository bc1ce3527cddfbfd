/** A child process with a group of its own, so that stopping it also stops whatever it started. */
import { type ChildProcess, type Serializable, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGroupAlive } from './processes.ts';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly pid: number | undefined;
  readonly exited: Promise<Exit>;
  /** What it wrote last to either stream, at most some kilobytes; empty when it writes to a file. */
  lastOutput(): string;
  /** Sends a message to a child that was started with `onMessage` or `leash`. */
  send(message: Serializable): void;
  /** SIGTERM to the group, SIGKILL to what is left after `patience` milliseconds. Safe to call twice. */
  stop(patience?: number): Promise<void>;
}

export interface ChildOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Output goes to the end of this file; without it, it is kept for `lastOutput` and given to `onOutput`. */
  logFile?: string;
  onOutput?: (text: string) => void;
  /** A channel to the child, which closes when this process dies: see `start/die-with-parent.mjs`. */
  leash?: boolean;
  /** Opens the same channel for messages in both directions. */
  onMessage?: (message: unknown) => void;
}

const KEPT_OUTPUT = 8192;

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false; // the whole group has gone
  }
}

/** Starts the command. Never throws: a command that cannot be started exits with code 127 and says so in its output. */
export function launch(command: string, args: readonly string[], options: ChildOptions): Child {
  let log: number | undefined;
  if (options.logFile !== undefined) {
    mkdirSync(path.dirname(options.logFile), { recursive: true, mode: 0o700 });
    log = openSync(options.logFile, 'a', 0o600);
  }
  let output = '';
  const keep = (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
    options.onOutput?.(text);
  };
  const child: ChildProcess = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log ?? 'pipe', log ?? 'pipe', ...(options.leash || options.onMessage ? (['ipc'] as const) : [])],
  });
  if (log !== undefined) closeSync(log);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  if (options.onMessage) child.on('message', options.onMessage);
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      resolve({ code: 127, signal: null });
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const stop = async (patience = 10_000) => {
    const { pid } = child;
    if (pid === undefined || !signalGroup(pid, 'SIGTERM')) return;
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      if (!isGroupAlive(pid)) break;
      await sleep(20);
    }
    signalGroup(pid, 'SIGKILL');
    await exited;
  };
  const send = (message: Serializable) => {
    if (child.connected) child.send(message);
  };
  return { pid: child.pid, exited, lastOutput: () => output, send, stop };
}

/** Arguments that make this very Node run a TypeScript file of ours. */
export function nodeArguments(file: string, ...args: string[]): string[] {
  return ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', file, ...args];
}
