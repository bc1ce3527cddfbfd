/** Whether the database answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.ts';

/** A connection that is not free for so long is as good as none: who asks would wait as long for a page. */
const PATIENCE_MS = 2000;

/** Never throws. @returns false when it is down, or too busy to answer in time */
export async function databaseAnswers(connection: Pick<Connection, 'raw'>, patienceMs = PATIENCE_MS): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([
      Promise.resolve(connection.raw('select 1')).then(
        () => true,
        () => false,
      ),
      sleep(patienceMs, false, { signal: over.signal, ref: false }).catch(() => false),
    ]);
  } finally {
    over.abort();
  }
}
