/** Where a process keeps the program that it compiled; what a process that ended left goes. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @param cacheDir what survives from one build to the next, on the disk of the releases @returns of this process alone; may not exist */
export async function ownFolder(cacheDir: string): Promise<string> {
  const all = join(cacheDir, 'program');
  const names = await readdir(all).catch(() => []);
  for (const name of names) if (!runs(Number(name))) await rm(join(all, name), { recursive: true, force: true });
  return join(all, String(process.pid));
}

/** Another process that happens to have the number keeps the folder until it ends, too. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
