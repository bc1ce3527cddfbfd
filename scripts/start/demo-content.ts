/** The demo territory: written once, into a database that holds nothing yet. */
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { nodeArguments } from '../lib/child.ts';
import { ROOT } from '../lib/environment.ts';
import { messages } from './messages.ts';
import type { Supervisor } from './supervisor.ts';

const doneFile = (dataDir: string) => path.join(dataDir, 'demo-content.done');

/** Whether an earlier start came so far that there is content; asks no database. */
export function wasSeeded(dataDir: string): Promise<boolean> {
  return access(doneFile(dataDir)).then(
    () => true,
    () => false,
  );
}

/** Communes come with the demo content or with a territory of one's own; without any, nobody has worked here yet. */
async function holdsCommunes(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const table = await client.query<{ there: boolean }>(`select to_regclass('communes') is not null as there`);
    if (!table.rows[0]?.there) return false;
    return (await client.query('select from communes limit 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Whether the demo content must not be written (again). */
export async function hasContent(dataDir: string, databaseUrl: string): Promise<boolean> {
  return (await wasSeeded(dataDir)) || (await holdsCommunes(databaseUrl));
}

/** Writes the demo content in one transaction: an interrupted start leaves nothing of it. */
export async function seedDemo(
  supervisor: Supervisor,
  dataDir: string,
  env: NodeJS.ProcessEnv,
  logFile: string,
): Promise<void> {
  const args = nodeArguments(path.join(ROOT, 'scripts/seed/cli.ts'), '--demo');
  await supervisor.complete(messages.steps.seed, process.execPath, args, { cwd: ROOT, env, logFile });
  await writeFile(doneFile(dataDir), '');
}
