/** Once for all end-to-end files: a PostgreSQL, and a folder where the first world leaves what the next ones copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startTemporaryPostgres } from '../../lib/embedded-postgres.ts';
import { shareServer } from './test-server.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-worlds-'));
  shareServer({ url: postgres.url, folder });
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
