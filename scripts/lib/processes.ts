/** What can be known of other processes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process has this number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux tells in /proc, also where `ps` is not installed (small container images). */
function fromProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
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
  // Field 22; the second one is a name in parentheses that may hold anything.
  return fromProc(pid, 'stat')?.split(') ').at(-1)?.split(' ')[19] ?? fromPs(pid, 'lstart');
}
