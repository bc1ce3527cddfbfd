/** A restore is alone: on its DATA_DIR by a lock, on its database by what the database says. */
import path from 'node:path';
import pg from 'pg';
import { type Lock, takeLock } from '../lib/lock.ts';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

/** A backup and a restore never work on a DATA_DIR at the same time. */
export const WORK_LOCK = 'backup.lock';

/** Nobody else works on the DATA_DIR. @throws {PlainError} when somebody does */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  const start = await takeLock(path.join(dataDir, 'start.lock'));
  if ('heldBy' in start) throw new PlainError(messages.running(start.heldBy));
  const work = await takeLock(path.join(dataDir, WORK_LOCK));
  if (!('heldBy' in work)) return { release: async () => void (await work.release(), await start.release()) };
  await start.release();
  throw new PlainError(messages.underWay(work.heldBy));
}

/** A CMS has a connection of this name as long as it runs, on whatever machine, started by whatever. */
const CMS_CONNECTION = 'trame-jobs';

/** @throws {PlainError} when a CMS works on the database, from anywhere */
export async function refuseRunning(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ machine: string | null }>(
      `select client_addr::text as machine from pg_stat_activity
        where datname = current_database() and application_name = $1 limit 1`,
      [CMS_CONNECTION],
    );
    if (rows[0]) throw new PlainError(messages.databaseInUse(rows[0].machine));
  } finally {
    await client.end();
  }
}
