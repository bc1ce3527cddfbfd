/** Who listens on a port, as far as this machine lets us know. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandLine } from '../lib/processes.ts';

export interface PortOwner {
  readonly pid: number;
  /** Short name of the program. */
  readonly name: string;
}

const LISTENING = '0A';

/** Linux: the listening socket's inode, then the process that holds it open. */
function fromProc(port: number): number | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/);
      if (columns[3] === LISTENING && columns[1]?.endsWith(`:${wanted}`)) inodes.add(`socket:[${columns[9] ?? ''}]`);
    }
  }
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`))
        if (inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`))) return Number(pid);
    } catch {
      // Gone meanwhile, or another user's.
    }
  }
  return null;
}

function fromLsof(port: number): number | null {
  const answer = spawnSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.split('\n')[0]) || null : null;
}

/** Null when nobody listens, or when it is another user's program that we may not see. */
export function portOwner(port: number): PortOwner | null {
  let pid: number | null;
  try {
    pid = process.platform === 'linux' ? fromProc(port) : fromLsof(port);
  } catch {
    return null; // without /proc or lsof the message names the port alone
  }
  if (pid === null) return null;
  const command = commandLine(pid);
  const name = command.length > 60 ? `${command.slice(0, 57)}…` : command;
  return { pid, name };
}
