/** `pnpm restore`: puts a backup back in place of what is there. */
import { createReadStream, existsSync } from 'node:fs';
import { access, chmod, copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatMoment } from '@trame/cms/domain/moments';
import { RESTORE_NOTE_FILE } from '@trame/cms/domain/stored/suppression';
import pg from 'pg';
import { type BackupKey, backupKeyFile, readBackupKey } from '../lib/backup-key.ts';
import { formatDuration } from '../lib/clock.ts';
import { readEnvironment, ROOT } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { isThere } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { keepPrivate } from '../lib/private-files.ts';
import { runCommand } from '../lib/run.ts';
import { bootCms } from '../seed/boot-cms.ts';
import { move } from '../lib/move.ts';
import { checkDatabase } from '../start/preflight.ts';
import { verify } from './checksums.ts';
import { holdSignals } from './hold-signals.ts';
import { layOutSecrets, SECRET_FILES } from './installation-secrets.ts';
import { eraseLeftovers } from './keep-by-rule.ts';
import { KEPT_FILES } from './lay-out.ts';
import { splitLines } from './lines.ts';
import type { AnyManifest, WholeManifest } from './manifest.ts';
import { messages } from './messages.ts';
import { lockDataDir, refuseRunning } from './nobody-else.ts';
import { closePressLinks } from './press-links.ts';
import { joinIntoBackup, leaveNote, witnessRegister, type KnownSince } from './register.ts';
import {
  dropTables,
  emptyTables,
  readShape,
  requireColumns,
  resetSequences,
  tablesOfTrame,
  writeRows,
} from './tables.ts';
import { readManifest, unpackBackup } from './unpack-backup.ts';

const CMS_BUILD = path.join(ROOT, 'cms/dist/src/index.js');
const MIGRATIONS = path.join(ROOT, 'cms/database/migrations');

/**
 * Refuses a backup of a newer release before anything is touched: this one could not open the database afterwards.
 * @throws {PlainError}
 */
export async function refuseNewer({ migrations }: Pick<WholeManifest, 'migrations'>): Promise<void> {
  // They are recorded by the name of what they are compiled to.
  const known = new Set((await readdir(MIGRATIONS)).map((name) => name.replace(/\.ts$/, '.js')));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new PlainError(messages.newerBackup(unknown.join(', ')));
}

/** What the restore takes away: Trame's tables, and those of the same names. */
async function replacedTables(client: pg.ClientBase, shape: AnyManifest['shape']): Promise<string[]> {
  const present = await readShape(client);
  return [...new Set([...(await tablesOfTrame(client)), ...Object.keys(shape).filter((table) => present[table])])];
}

/**
 * Whether the account of the database may do all that a restore does, before anything is touched.
 * @throws {PlainError}
 */
export async function checkRights(databaseUrl: string, manifest: AnyManifest): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ account: string; mayCreate: boolean; isSuperuser: boolean }>(
      `select current_user as account, has_schema_privilege(current_schema(), 'create') as "mayCreate",
              (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser"`,
    );
    const { account = '', mayCreate = false, isSuperuser = false } = rows[0] ?? {};
    if (!mayCreate) throw new PlainError(messages.noRights(account));
    if (manifest.format === 'trame-backup/1' && !isSuperuser) throw new PlainError(messages.needsSuperuser);
    const { rows: foreign } = await client.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname = any($1)
          and not pg_has_role(relowner, 'usage') order by relname limit 1`,
      // Also those that the account may not even see.
      [[...Object.keys(manifest.shape), ...(await replacedTables(client, manifest.shape))]],
    );
    if (foreign[0]) throw new PlainError(messages.notOwner(account, foreign[0].name));
  } finally {
    await client.end();
  }
}

/**
 * Replaces the database by the backup's, in one transaction: all of it or nothing. The next start migrates it when it is of
 * an older release. Tables of the same database that are not Trame's stay.
 * @returns the number of rows
 * @throws {PlainError} when it cannot be read whole, or does not fit.
 */
export async function fillDatabase(databaseUrl: string, folder: string, manifest: AnyManifest): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { shape } = manifest;
    const present = await readShape(client);
    const replaced = await replacedTables(client, shape);
    let between: readonly string[] = [];
    if (manifest.format === 'trame-backup/1') {
      requireColumns(shape, present);
      await emptyTables(client, replaced);
    } else {
      await dropTables(client, replaced);
      for (const statement of manifest.structure.tables) await client.query(statement);
      between = manifest.structure.rules;
    }
    let rows = 0;
    for (const [table, columns] of Object.entries(shape)) {
      const file = createReadStream(path.join(folder, 'database', `${table}.jsonl`), 'utf8');
      const written = await writeRows(client, table, columns, splitLines(file as AsyncIterable<string>));
      if (manifest.format !== 'trame-backup/1' && written !== manifest.rows[table])
        throw new PlainError(messages.incomplete(table));
      rows += written;
    }
    await resetSequences(client, shape);
    for (const statement of between) await client.query(statement);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the error that led here is thrown; a lost connection rolls back
    throw error;
  } finally {
    await client.end();
  }
}

export interface RestoreRequest {
  readonly file: string;
  /** Where the key is, when not in the DATA_DIR. */
  readonly key: string | null;
  /** Where the secrets are, when not beside the backup. */
  readonly secrets: string | null;
  /** The secrets are lost, and the person knows what that costs. */
  readonly withoutSecrets: boolean;
}

async function restore({ file, key: keyGiven, secrets, withoutSecrets }: RestoreRequest): Promise<void> {
  const begun = performance.now();
  const { dataDir, databaseUrl, backupDir } = readEnvironment();
  await access(file).catch((cause: unknown) => {
    throw new PlainError(messages.noFile(file), { cause });
  });
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDataDir(dataDir);
  await eraseLeftovers(dataDir, backupDir);
  const folder = await mkdtemp(path.join(dataDir, 'restore-')); // for nobody else to read
  try {
    const key = await unpackBackup(file, folder, () => readBackupKey(keyGiven ?? backupKeyFile(dataDir)));
    const manifest = await readManifest(file, folder);
    if (manifest.format === 'trame-backup/1') {
      if (!existsSync(CMS_BUILD)) throw new PlainError(messages.needsBuild);
      process.stderr.write(`${messages.noCounts}\n`);
    } else await refuseNewer(manifest);
    await verify(folder, manifest);
    // Up to the third format the secrets lie in the backup.
    const replacesSecrets =
      manifest.format !== 'trame-backup/4' ||
      (key !== null &&
        (await layOutSecrets(folder, manifest, {
          ...{ dataDir, file, secrets, identity: key.identity, without: withoutSecrets },
        })));
    if (databaseUrl !== null) await checkDatabase(databaseUrl);
    const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
    try {
      const url = databaseUrl ?? postgres?.url ?? '';
      await refuseRunning(url);
      await checkRights(url, manifest);
      const { rows, known, closedLinks } = await replace({ dataDir, folder, url, manifest, replacesSecrets });
      if (key !== null) await keepKey(dataDir, key);
      await keepPrivate(dataDir);
      say(messages.restored(rows, formatDuration(performance.now() - begun)));
      const madeAt = manifest.format === 'trame-backup/1' ? null : formatMoment(manifest.madeAt);
      say(wordsOf(known, madeAt));
      if (closedLinks > 0) say(messages.pressLinksClosed(closedLinks));
      say(messages.lettersHeld);
      say(messages.next);
    } finally {
      await postgres?.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await lock.release();
  }
}

/** On a new machine the next backups are closed with the same key: one key to keep, not two. */
async function keepKey(dataDir: string, { file }: BackupKey): Promise<void> {
  const place = backupKeyFile(dataDir);
  if (await isThere(place)) return;
  await copyFile(file, place);
  await chmod(place, 0o600);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What is known of the time since the backup, and what comes of it. */
function wordsOf({ state, until }: KnownSince, madeAt: string | null): string {
  if (madeAt === null || state === 'missing' || state === 'unreadable') return messages.registerMissing(madeAt);
  if (state === 'whole') return messages.registerWhole(madeAt);
  return messages.registerUnproven(madeAt, until === null ? null : formatMoment(until.toISOString()));
}

interface Replacement {
  readonly dataDir: string;
  /** The unpacked backup, in the DATA_DIR. */
  readonly folder: string;
  /** Of the database. */
  readonly url: string;
  readonly manifest: AnyManifest;
  /** Whether the secrets of the folder take the place of those that are there. */
  readonly replacesSecrets: boolean;
}

/**
 * Puts files and database of an unpacked and verified backup in the place of those that are there: both or none.
 * @returns the number of rows, what is known of the time since the backup, and how many links of print shops were closed
 */
export async function replace({ dataDir, folder, url, manifest, replacesSecrets }: Replacement): Promise<{
  rows: number;
  known: KnownSince;
  closedLinks: number;
}> {
  const aside = path.join(folder, 'aside');
  await mkdir(aside);
  const swapped: string[] = [];
  const known = await joinIntoBackup(dataDir, folder, manifest);
  const closedLinks = await closePressLinks(dataDir, folder, new Date());
  const letSignals = holdSignals(() => process.stderr.write(`${messages.notNow}\n`));
  let complete = false;
  try {
    // Before the database: a crash in between may hold letters for nothing, and never lets them go.
    await leaveNote(dataDir, manifest, known.state);
    // The keys first: a backup of the first format has no tables, and Strapi, which makes them, needs the keys.
    for (const name of [...(replacesSecrets ? SECRET_FILES : []), ...KEPT_FILES]) {
      const [kept, place] = [path.join(folder, name), path.join(dataDir, name)];
      if (existsSync(place)) await move(place, path.join(aside, name));
      swapped.push(name);
      if (!existsSync(kept)) continue;
      if (/\.jsonl?$/.test(name)) await chmod(kept, 0o600); // before it is copied, which keeps its mode
      await cp(kept, place, { recursive: true });
    }
    if (manifest.format === 'trame-backup/1') await (await bootCms()).close();
    const rows = await fillDatabase(url, folder, manifest);
    complete = true;
    if (known.state === 'whole') await witnessRegister(dataDir);
    return { rows, known, closedLinks };
  } catch (error) {
    // Once the rows are in, the files that belong to them stay, whatever else fails.
    if (!complete) await rm(path.join(dataDir, RESTORE_NOTE_FILE), { force: true });
    for (const name of complete ? [] : swapped) {
      await rm(path.join(dataDir, name), { recursive: true, force: true });
      if (existsSync(path.join(aside, name))) await move(path.join(aside, name), path.join(dataDir, name));
    }
    if (!complete && known.wasProven) await witnessRegister(dataDir); // it was moved there and back
    throw error;
  } finally {
    letSignals();
  }
}

/** @throws {PlainError} for an option that does not exist */
function readArguments(args: readonly string[]): Omit<RestoreRequest, 'file'> & { file: string | null; yes: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        yes: { type: 'boolean', default: false },
        key: { type: 'string' },
        secrets: { type: 'string' },
        'without-secrets': { type: 'boolean', default: false },
      },
    });
    const resolved = (place: string | undefined) => (place === undefined ? null : path.resolve(place));
    return {
      file: resolved(positionals[0]),
      yes: values.yes,
      key: resolved(values.key),
      secrets: resolved(values.secrets),
      withoutSecrets: values['without-secrets'],
    };
  } catch (cause) {
    throw new PlainError(`${messages.badOption}\n\n${messages.restoreHelp}`, { cause });
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2).filter((arg) => arg !== '--');
    if (args.includes('--help')) {
      process.stdout.write(`${messages.restoreHelp}\n`);
      return;
    }
    const { file, yes, ...request } = readArguments(args);
    if (file === null) throw new PlainError(messages.needsFile);
    if (!yes) throw new PlainError(messages.needsYes);
    await restore({ ...request, file });
  });
}
