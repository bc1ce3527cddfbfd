/** `pnpm restore`: puts a backup back in place of what is there. */
import { createReadStream, existsSync } from 'node:fs';
import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { formatDuration } from '../lib/clock.ts';
import { readEnvironment } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { takeLock } from '../lib/lock.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { bootCms } from '../seed/boot-cms.ts';
import { unpack } from './archive.ts';
import { BACKUP_FORMAT, KEPT_FILES } from './backup.ts';
import { holdSignals } from './hold-signals.ts';
import { splitLines } from './lines.ts';
import { messages } from './messages.ts';
import { compareShapes, emptyTables, readShape, resetSequences, writeRows } from './tables.ts';

const Manifest = z.object({ format: z.literal(BACKUP_FORMAT), shape: z.record(z.string(), z.array(z.string())) });

/**
 * Replaces every row of the database, in one transaction: all of the backup or nothing of it.
 * @returns the number of rows
 * @throws {PlainError} when its tables are of another version.
 */
export async function fillDatabase(
  databaseUrl: string,
  folder: string,
  shape: Record<string, string[]>,
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    compareShapes(shape, await readShape(client));
    await emptyTables(client, shape);
    let rows = 0;
    for (const table of Object.keys(shape)) {
      const file = createReadStream(path.join(folder, 'database', `${table}.jsonl`), 'utf8');
      rows += await writeRows(client, table, splitLines(file as AsyncIterable<string>));
    }
    await resetSequences(client, shape);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function restore(file: string): Promise<void> {
  const begun = performance.now();
  const { dataDir, databaseUrl } = readEnvironment();
  await access(file).catch((cause: unknown) => {
    throw new PlainError(messages.noFile(file), { cause });
  });
  await mkdir(dataDir, { recursive: true });
  const lock = await takeLock(path.join(dataDir, 'start.lock'));
  if ('heldBy' in lock) throw new PlainError(messages.running(lock.heldBy));
  const folder = await mkdtemp(path.join(dataDir, 'restore-')); // for nobody else to read: the keys lie in it
  try {
    await unpack(file, folder).catch((cause: unknown) => {
      throw new PlainError(messages.noBackup(file), { cause });
    });
    const manifest = Manifest.safeParse(
      JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => 'null')),
    );
    if (!manifest.success) throw new PlainError(messages.noBackup(file));

    // The keys first: Strapi makes its tables when it is opened, and needs them for that.
    const aside = path.join(folder, 'aside');
    await mkdir(aside);
    const swapped: string[] = [];
    let complete = false;
    const letSignals = holdSignals(() => process.stderr.write(`${messages.notNow}\n`));
    try {
      for (const name of KEPT_FILES) {
        const [kept, place] = [path.join(folder, name), path.join(dataDir, name)];
        if (existsSync(place)) await rename(place, path.join(aside, name));
        swapped.push(name);
        if (!existsSync(kept)) continue;
        if (name.endsWith('.json')) await chmod(kept, 0o600); // before it is copied, which keeps its mode
        await cp(kept, place, { recursive: true });
      }
      const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
      try {
        await (await bootCms()).close();
        const rows = await fillDatabase(databaseUrl ?? postgres?.url ?? '', folder, manifest.data.shape);
        complete = true;
        process.stdout.write(`${messages.restored(rows, formatDuration(performance.now() - begun))}\n`);
      } finally {
        await postgres?.stop();
      }
    } catch (error) {
      // Once the rows are in, the files that belong to them stay, whatever else fails.
      for (const name of complete ? [] : swapped) {
        await rm(path.join(dataDir, name), { recursive: true, force: true });
        if (existsSync(path.join(aside, name))) await rename(path.join(aside, name), path.join(dataDir, name));
      }
      throw error;
    } finally {
      letSignals();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await lock.release();
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2).filter((arg) => arg !== '--');
    if (args.includes('--help')) {
      process.stdout.write(`${messages.restoreHelp}\n`);
      return;
    }
    const file = args.find((arg) => !arg.startsWith('-'));
    if (file === undefined) throw new PlainError(messages.needsFile);
    if (!args.includes('--yes')) throw new PlainError(messages.needsYes);
    await restore(path.resolve(file));
  });
}
