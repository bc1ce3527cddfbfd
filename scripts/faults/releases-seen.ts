/** Which release was live when, as the link tells, and what each answers to the visitor. */
import { readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeenRelease } from './judge.ts';
import { sha256 } from './visitor.ts';

/** A release takes seconds: none can come and go between two looks. */
const LOOK_MS = 20;

/** File of a release that is served at an address. */
export const fileAt = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address).slice(1);

export interface ReleasesSeen {
  /** In the order in which they went live; one that came back stands there twice. */
  readonly all: readonly SeenRelease[];
  stop(): Promise<void>;
}

/** @param addresses all that the visitor may ask */
export function watchReleases(dataDir: string, addresses: readonly string[]): ReleasesSeen {
  const site = path.join(dataDir, 'site');
  const all: SeenRelease[] = [];
  let stopped = false;

  const read = async (id: string): Promise<SeenRelease> => {
    const folder = path.join(site, 'releases', id);
    const digest = (address: string) => readFile(path.join(folder, fileAt(address))).then(sha256, () => null);
    const entries = await Promise.all(addresses.map(async (address) => [address, await digest(address)] as const));
    return { id, files: Object.fromEntries(entries) };
  };

  const watching = (async () => {
    while (!stopped) {
      // Between two releases there is always a link: one that cannot be read is looked at again, and the visitor notices.
      const target = await readlink(path.join(site, 'current')).catch(() => null);
      const id = target === null ? null : path.basename(target);
      if (id !== null && id !== all.at(-1)?.id) {
        all.push(await read(id));
      }
      await sleep(LOOK_MS);
    }
  })();

  return {
    all,
    async stop() {
      stopped = true;
      await watching;
    },
  };
}
