/**
 * `pnpm production:prepare`: what must stand before a CMS starts: data folder, database, secrets, first account, key of the
 * backups. The CMS's unit runs it before each start, since a new release may need a secret more.
 */
import { systemClock } from '../lib/clock.ts';
import { ensureBackupKey } from '../lib/backup-key.ts';
import { readEnvironment } from '../lib/environment.ts';
import { PlainError } from '../lib/plain-error.ts';
import { keepPrivate } from '../lib/private-files.ts';
import { runCommand } from '../lib/run.ts';
import { isBuilt } from '../start/cms-build.ts';
import { checkDatabase, checkDataDir, checkDisk } from '../start/preflight.ts';
import { accountInWords, backupsInWords, settleIn } from '../start/settle-in.ts';
import { messages } from './messages.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** @param isRead whether a person reads what is said: a journal keeps for a year what it is told, and is shown no secret */
export async function prepare(
  isRead: boolean,
  variables: NodeJS.ProcessEnv = process.env,
  tell: (text: string) => void = say,
): Promise<void> {
  const environment = readEnvironment(variables);
  const { databaseUrl, dataDir, backupDir } = environment;
  if (databaseUrl === null) throw new PlainError(messages.needsDatabase);
  if (!(await isBuilt())) throw new PlainError(messages.notBuilt);
  await checkDataDir(dataDir);
  await keepPrivate(dataDir);
  await checkDisk(dataDir, false);
  await checkDatabase(databaseUrl);
  const { admin } = await settleIn(environment, tell);
  const key = await ensureBackupKey(dataDir, systemClock.now());
  const known = isRead ? {} : { isNew: false };
  for (const line of [
    ...accountInWords({ ...admin, ...known }, dataDir, variables),
    ...backupsInWords({ ...key, ...known }, backupDir),
  ])
    tell(line);
}

if (import.meta.main) {
  await runCommand(async () => {
    if (process.argv.includes('--help')) say(messages.prepareHelp);
    else await prepare(process.stdout.isTTY);
  });
}
