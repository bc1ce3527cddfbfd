/** One process at a time for a job on a DATA_DIR: a file that says which process has it. */
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive, startedAt } from './processes.ts';

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock, or returns the number of the process that has it. One left behind by a process that died is taken over,
 * also when another program has got its number since (after a reboot, or in a container, numbers come again).
 * The file must lie in a folder that exists.
 */
export async function takeLock(file: string): Promise<Lock | { heldBy: number }> {
  const mine = `${process.pid}\n${startedAt(process.pid)}\n`;
  const written = `${file}.${process.pid}`;
  await writeFile(written, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        await link(written, file); // fails when the file is there, and never leaves an empty one
        return { release: () => rm(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      // Released since: then it names nobody, and the next round takes it.
      const [pid = '', started = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
      const holder = Number(pid);
      if (holder > 0 && holder !== process.pid && isAlive(holder) && startedAt(holder) === started)
        return { heldBy: holder };
      await rm(file, { force: true });
    }
  } finally {
    await rm(written, { force: true });
  }
}
