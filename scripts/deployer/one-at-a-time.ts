/**
 * Work that someone waits for at the end of a request, one piece after the other: two at a time would take the machine from the
 * release. Each has a folder for nobody else to read, that lasts no longer than the work.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

const OWN_FOLDER = 0o700;

export interface OneAtATime {
  /**
   * @returns what the work makes; null, and nothing is done, when `most` are already asked for or no more are taken
   * @throws what the work throws, or the system's error when its folder can be neither made nor put away: the next begins all the same
   */
  run<Made extends object>(work: (folder: string, signal: AbortSignal) => Promise<Made>): Promise<Made | null>;
  /** Breaks off the work under way, takes no more, and returns when the last has ended. */
  close(): Promise<void>;
}

/** Puts away what a crash left. @param root of the folders; @param most asked for at once, with the one under way */
export async function openOneAtATime({ root, most }: { root: string; most: number }): Promise<OneAtATime> {
  const stopping = new AbortController();
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  await rm(root, { recursive: true, force: true });

  async function inFolder<Made>(work: (folder: string, signal: AbortSignal) => Promise<Made>): Promise<Made> {
    const folder = path.join(root, randomUUID());
    try {
      await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
      return await work(folder, stopping.signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    run(work) {
      if (asked >= most || stopping.signal.aborted) return Promise.resolve(null);
      asked += 1;
      const mine = last.then(() => inFolder(work)).finally(() => (asked -= 1));
      last = mine.catch(() => undefined); // whoever asked for it is told; the next begins all the same
      return mine;
    },
    async close() {
      stopping.abort();
      await last;
    },
  };
}
