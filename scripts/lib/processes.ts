/** What can be known of other processes. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells in /proc, also where `ps` is not installed (small container images). */
function fromProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null; // the process is gone, or there is no /proc
  }
}

/** State, parent, group… : what follows the name in `stat`, which stands in parentheses and may hold anything. */
const statusOf = (pid: number): string[] | null => fromProc(pid, 'stat')?.split(') ').at(-1)?.split(' ') ?? null;

/** Dead, but kept in the table until its parent looks; in a container without an init, that may be never. */
const ZOMBIE = 'Z';

/** Whether a process has this number, ours or not, and still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statusOf(pid)?.[0] !== ZOMBIE;
}

/** Whether any process of the group still runs. */
export function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
  } catch {
    return false; // no such group
  }
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    const status = statusOf(Number(name));
    return status?.[2] === String(group) && status[0] !== ZOMBIE;
  });
}

function fromPs(pid: number, column: string): string {
  const answer = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/** The command line; empty when there is no such process or the machine cannot tell. */
export function commandLine(pid: number): string {
  return fromProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? fromPs(pid, 'args');
}

/** When it started, in the system's own terms: tells a process from a later one that got the same number. */
export function startedAt(pid: number): string {
  return statusOf(pid)?.[19] ?? fromPs(pid, 'lstart');
}

/** The number of its parent; null when it cannot be known. */
export function parentOf(pid: number): number | null {
  const parent = Number(statusOf(pid)?.[1] ?? fromPs(pid, 'ppid'));
  return parent > 0 ? parent : null;
}
