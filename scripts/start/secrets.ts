/** What only this installation knows: made at the first start, kept in files that nobody else can read. */
import { randomBytes, randomInt } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { SecretsFile, secretsFile } from '../lib/environment.ts';
import { readJson, writeJson } from '../lib/files.ts';

const PRIVATE = 0o600;

const random = () => randomBytes(32).toString('base64url');
const MAKERS: Readonly<Record<string, () => string>> = {
  APP_KEYS: () => [random(), random()].join(','),
  API_TOKEN_SALT: random,
  ADMIN_JWT_SECRET: random,
  TRANSFER_TOKEN_SALT: random,
  JWT_SECRET: random,
  ENCRYPTION_KEY: random,
  TRAME_EXPORT_TOKEN: () => randomBytes(48).toString('hex'),
  TRAME_WEBHOOK_SECRET: random,
  TRAME_BOUNCE_TOKEN: random,
  TRAME_LINK_SECRET: random,
  TRAME_PRESS_SECRET: random,
};

/** Every secret under its variable's name; a variable that is set in the environment wins and is not written down. */
export async function ensureSecrets(
  dataDir: string,
  variables: NodeJS.ProcessEnv = process.env,
): Promise<Record<string, string>> {
  const file = secretsFile(dataDir);
  const stored = (await readJson(file, SecretsFile)) ?? {};
  const made: Record<string, string> = { ...stored };
  for (const [name, make] of Object.entries(MAKERS)) made[name] ??= make();
  if (Object.keys(made).length !== Object.keys(stored).length) await writeJson(file, made, PRIVATE);
  const given = Object.keys(MAKERS).flatMap((name) => (variables[name] ? [[name, variables[name]] as const] : []));
  return { ...made, ...Object.fromEntries(given) };
}

export const AdminAccount = z.object({ url: z.string().min(1), email: z.string().min(1), password: z.string().min(1) });
export type AdminAccount = z.infer<typeof AdminAccount>;

/** Letters and digits that nobody takes for one another when they are read aloud or copied by hand. */
const LOWER = 'abcdefghijkmnpqrstuvwxyz';
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';

/** Four groups of four, with the kinds of characters that Strapi asks for: some 90 bits. */
export function makePassword(): string {
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const group = (first: string) => first + Array.from({ length: 3 }, () => pick(LOWER + UPPER + DIGITS)).join('');
  return [group(pick(UPPER)), group(pick(LOWER)), group(pick(DIGITS)), group(pick(LOWER))].join('-');
}

/** Where the first administrator's account is kept. */
export const adminFile = (dataDir: string): string => path.join(dataDir, 'admin.json');

/** The first administrator, as far as this installation knows one. */
export interface FirstAdministrator {
  /** Null when the database has accounts that were made elsewhere: their passwords are known to their owners alone. */
  readonly account: AdminAccount | null;
  /** Made just now: nobody has seen the password yet. */
  readonly isNew: boolean;
}

/**
 * The first administrator. The address follows CMS_URL; e-mail and password stay what they were at the first start.
 * @param hasAccounts whether the database has accounts of the admin already
 */
export async function ensureAdmin(
  dataDir: string,
  cmsUrl: string,
  hasAccounts = false,
  variables: NodeJS.ProcessEnv = process.env,
): Promise<FirstAdministrator> {
  const file = adminFile(dataDir);
  const stored = await readJson(file, AdminAccount);
  if (stored === null && hasAccounts) return { account: null, isNew: false };
  const account: AdminAccount = {
    url: `${cmsUrl}/admin`,
    email: stored?.email ?? (variables['TRAME_ADMIN_EMAIL'] || 'admin@example.org'),
    password: stored?.password ?? (variables['TRAME_ADMIN_PASSWORD'] || makePassword()),
  };
  if (JSON.stringify(stored) !== JSON.stringify(account)) await writeJson(file, account, PRIVATE);
  return { account, isNew: stored === null };
}
