/** Folders that an unprivileged account can enter. A clone under a home of mode 700 is none. */
import { lstat, mkdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';

/** Whether permission bits let the account pass through every folder on the way to `folder`, itself included if it exists. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { uid, gid } = account.ids;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const info = await stat(at).catch(() => null); // made later, or hidden by a folder above that fails this check itself
    if (info) {
      const bit = info.uid === uid ? 0o100 : info.gid === gid ? 0o010 : 0o001;
      if ((info.mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/**
 * Yields folders of ours outside the clone, best first, created on the way. One that another user could have prepared in
 * a world-writable place is passed over.
 */
export async function* sharedFolders(account: Account): AsyncGenerator<string> {
  for (const base of new Set(['/var/lib/trame', path.join(os.tmpdir(), 'trame'), '/var/tmp/trame'])) {
    try {
      await mkdir(base, { recursive: true, mode: 0o755 });
      const info = await lstat(base);
      const ours = info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o022) === 0;
      if (ours && (await canEnter(base, account))) yield base;
    } catch {
      // Read-only or full: the next one may do.
    }
  }
}
