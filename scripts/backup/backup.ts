/** `pnpm backup`: database, pictures and printed editions in one encrypted file, the secrets in another beside it. */
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileSize } from '@trame/cms/domain/file-size';
import { maskSecrets } from '@trame/cms/domain/mask-secrets';
import { ensureBackupKey } from '../lib/backup-key.ts';
import { readBackupRecord, writeBackupRecord } from '../lib/backup-record.ts';
import { type Clock, formatDuration, stampOf, systemClock } from '../lib/clock.ts';
import { type Environment, readEnvironment, readSecrets } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { isDiskFull, isThere } from '../lib/files.ts';
import { takeLock } from '../lib/lock.ts';
import { PlainError, sentenceFor } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { packEncrypted } from './archive.ts';
import { saveSecrets, secretsBeside } from './installation-secrets.ts';
import { eraseByRule, eraseLeftovers, unfinished } from './keep-by-rule.ts';
import { layOut, type LaidOut } from './lay-out.ts';
import { messages } from './messages.ts';
import { WORK_LOCK } from './nobody-else.ts';
import { nameOf } from './retention.ts';

type Places = Pick<Environment, 'dataDir' | 'databaseUrl' | 'backupDir'>;

interface Made extends LaidOut {
  readonly file: string;
  readonly bytes: number;
}

/** Writes the two files: a backup is there, whole and with its secrets, or it is not there. */
async function makeBackup({ dataDir, databaseUrl }: Places, file: string, recipient: string): Promise<Made> {
  if (!(await isThere(path.dirname(file)))) throw new PlainError(messages.noFolder(path.dirname(file)));
  const folder = await mkdtemp(path.join(dataDir, 'backup-')); // for nobody else to read
  const secrets = secretsBeside(file);
  try {
    const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
    let laidOut: LaidOut;
    try {
      const url = databaseUrl ?? postgres?.url ?? '';
      laidOut = await layOut(url, dataDir, folder, { withPgDump: databaseUrl !== null });
    } finally {
      await postgres?.stop();
    }
    await packEncrypted(folder, unfinished(file), recipient);
    await saveSecrets(dataDir, unfinished(secrets), laidOut.id, recipient);
    await rename(unfinished(secrets), secrets);
    await rename(unfinished(file), file);
    return { ...laidOut, file, bytes: (await stat(file)).size };
  } catch (cause) {
    if (isDiskFull(cause)) throw new PlainError(messages.noRoom(path.dirname(file)), { cause });
    throw cause;
  } finally {
    await rm(folder, { recursive: true, force: true });
    for (const left of [file, secrets]) await rm(unfinished(left), { force: true });
  }
}

async function noteFailure(dataDir: string, error: unknown, clock: Clock): Promise<void> {
  const { last, failure } = await readBackupRecord(dataDir);
  const at = clock.now().toISOString();
  const message = maskSecrets(sentenceFor(error));
  const noted = { at, since: failure?.since ?? at, times: (failure?.times ?? 0) + 1, message };
  await writeBackupRecord(dataDir, { last, failure: noted });
}

/**
 * Makes one backup more in the folder where they are kept by the rule, and writes down how it went, for the admin.
 * @returns also how many older ones the rule has erased
 */
async function keepBackup(places: Places, recipient: string, clock: Clock): Promise<Made & { erased: number }> {
  const { dataDir, backupDir } = places;
  const begun = clock.now();
  try {
    await mkdir(backupDir, { recursive: true, mode: 0o700 });
    const made = await makeBackup(places, path.join(backupDir, nameOf(stampOf(begun))), recipient);
    const last = { at: begun.toISOString(), file: made.file, bytes: made.bytes, rows: made.rows };
    await writeBackupRecord(dataDir, { last, failure: null });
    return { ...made, erased: await eraseByRule(backupDir, begun) };
  } catch (error) {
    // Should even the note fail (a full disk), the missing backup shows by the age of the last one.
    await noteFailure(dataDir, error, clock).catch(() => undefined);
    throw error;
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** @param given where somebody wants it; else where the rule keeps them */
async function backup(given: string | undefined, clock: Clock): Promise<void> {
  const begun = clock.ticks();
  const environment = readEnvironment();
  const { dataDir, backupDir } = environment;
  readSecrets(dataDir); // says so when Trame was never started here
  const lock = await takeLock(path.join(dataDir, WORK_LOCK));
  if ('heldBy' in lock) throw new PlainError(messages.underWay(lock.heldBy));
  try {
    await eraseLeftovers(dataDir, backupDir);
    const key = await ensureBackupKey(dataDir, clock.now());
    if (key.isNew) say(messages.newKey(key.identity ?? '', key.file));
    const made =
      given === undefined
        ? await keepBackup(environment, key.recipient, clock)
        : { ...(await makeBackup(environment, path.resolve(given), key.recipient)), erased: 0 };
    const { file, rows, bytes, pgDump, erased } = made;
    say(messages.saved(file, rows, fileSize(bytes), formatDuration(clock.ticks() - begun)));
    say(messages.savedSecrets(secretsBeside(file), key.file));
    if (pgDump !== null) say(messages.pgDump(pgDump));
    if (erased > 0) say(messages.erased(erased));
  } finally {
    await lock.release();
  }
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2).filter((arg) => arg !== '--');
    if (args.includes('--help')) say(messages.backupHelp);
    else {
      // Whatever else this machine does goes first: a publication, a visitor.
      os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
      await backup(args[0], systemClock);
    }
  });
}
