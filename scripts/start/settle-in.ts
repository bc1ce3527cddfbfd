/** Keys and first account of an installation: made once, or missed when the database is older than the DATA_DIR. */
import { access } from 'node:fs/promises';
import type { BackupKey } from '../lib/backup-key.ts';
import { type Environment, secretsFile } from '../lib/environment.ts';
import { countMissing, readHoldings } from './holdings.ts';
import { messages } from './messages.ts';
import { adminFile, ensureAdmin, ensureSecrets, type FirstAdministrator } from './secrets.ts';

export interface Settled {
  readonly secrets: Record<string, string>;
  readonly admin: FirstAdministrator;
}

/**
 * Makes what is missing, and says what is lost for good when a database that holds a directory meets a new DATA_DIR.
 * @param say shows a sentence
 */
export async function settleIn(environment: Environment, say: (text: string) => void): Promise<Settled> {
  const { dataDir, databaseUrl, cmsUrl } = environment;
  const isNew = await access(secretsFile(dataDir)).then(
    () => false,
    () => true,
  );
  const { administrators, files } = await readHoldings(databaseUrl);
  if (isNew && administrators > 0) say(`\n${messages.newDataDir(dataDir, await countMissing(dataDir, files))}\n`);
  return {
    secrets: await ensureSecrets(dataDir),
    admin: await ensureAdmin(dataDir, cmsUrl, administrators > 0),
  };
}

/** How to sign in. The password is shown once: a terminal is read over shoulders, and its history is kept. */
export function accountInWords(
  { account, isNew }: FirstAdministrator,
  dataDir: string,
  variables: NodeJS.ProcessEnv = process.env,
): readonly string[] {
  const { email, password, kept, given, unknown } = messages.account;
  if (account === null) return [unknown];
  const file = adminFile(dataDir);
  if (!isNew) return [email(account.email), kept(file)];
  return [email(account.email), variables['TRAME_ADMIN_PASSWORD'] ? given : password(account.password, file)];
}

/** Where backups go and what opens them. The key is shown once, as the password is. */
export function backupsInWords(
  { identity, file, isNew }: BackupKey & { readonly isNew: boolean },
  backupDir: string,
): readonly string[] {
  const { where, newKey, key } = messages.backups;
  return [where(backupDir), isNew && identity !== null ? newKey(identity, file) : key(file)];
}
