/** The one door through which the scripts read their environment. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LOOPBACK } from './http.ts';
import { messages } from './messages.ts';
import { PlainError } from './plain-error.ts';

/** The clone's root. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

const Port = z.coerce.number().int().min(1).max(65535);
const HttpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  BACKUP_DIR: z.string().min(1).optional(),
  SITE_PORT: Port.default(8080),
  CMS_PORT: Port.default(1337),
  DEPLOYER_PORT: Port.default(8081),
  MAIL_PORT: Port.default(1025),
  MAILBOX_PORT: Port.default(8025),
  STEP_SECONDS: z.coerce.number().int().min(1).max(86_400).default(180),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SITE_URL: HttpUrl.optional(),
  CMS_URL: HttpUrl.optional(),
  CMS_DIRECT_URL: HttpUrl.optional(),
  DEPLOYER_URL: HttpUrl.optional(),
  PRESS_URL: HttpUrl.optional(),
  TRAME_EXPORT_TOKEN: z.string().min(16).optional(),
  TRAME_WEBHOOK_SECRET: z.string().min(16).optional(),
  TRAME_PRESS_SECRET: z.string().min(16).optional(),
});

export interface Environment {
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Absolute. A relative DATA_DIR is taken from the clone's root, wherever the command was typed. */
  dataDir: string;
  /** Where backups are kept by the rule. `backups` in the DATA_DIR, unless there is another disk for them. */
  backupDir: string;
  sitePort: number;
  cmsPort: number;
  deployerPort: number;
  /** Of the mail catcher: where letters are handed in, and where they are read. */
  mailPort: number;
  mailboxPort: number;
  /** Whether letters go to people (SMTP_URL is set) or to the mail catcher. */
  hasMailServer: boolean;
  siteUrl: string;
  cmsUrl: string;
  /** Where our own programs ask the CMS, past any proxy: no certificate and no name of a domain stands between the two. */
  cmsDirectUrl: string;
  deployerUrl: string;
  /** Where a print shop reaches the deployer's `/imprimeur/` from outside: the only part of it that a proxy may let through. */
  pressUrl: string;
}

/** Seconds that a step of a release may take, besides what the size of the content adds (`deployer/limits.ts`). @throws {PlainError} */
export const readStepSeconds = (variables: NodeJS.ProcessEnv = process.env): number =>
  readAs(Variables.pick({ STEP_SECONDS: true }), variables).STEP_SECONDS;

/** What proves to the CMS and to the deployer who is asking. */
export interface Secrets {
  exportToken: string;
  webhookSecret: string;
}

/** An empty variable counts as an absent one, as in a `.env` file that was copied and not filled. */
const present = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));

function readAs<Schema extends z.ZodType>(schema: Schema, variables: NodeJS.ProcessEnv): z.infer<Schema> {
  const result = schema.safeParse(present(variables));
  if (result.success) return result.data;
  throw new PlainError(messages.badVariables([...new Set(result.error.issues.map((issue) => String(issue.path[0])))]));
}

const read = (variables: NodeJS.ProcessEnv): z.infer<typeof Variables> => readAs(Variables, variables);

/** @throws {PlainError} that names every malformed variable; values are never shown, they may be secrets. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const values = read(variables);
  const dataDir = path.resolve(ROOT, values.DATA_DIR);
  const cmsUrl = values.CMS_URL ?? `http://${LOOPBACK}:${values.CMS_PORT}`;
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    backupDir: path.resolve(ROOT, values.BACKUP_DIR ?? path.join(dataDir, 'backups')),
    sitePort: values.SITE_PORT,
    cmsPort: values.CMS_PORT,
    deployerPort: values.DEPLOYER_PORT,
    mailPort: values.MAIL_PORT,
    mailboxPort: values.MAILBOX_PORT,
    hasMailServer: values.SMTP_URL !== undefined,
    siteUrl: values.SITE_URL ?? `http://${LOOPBACK}:${values.SITE_PORT}`,
    cmsUrl,
    cmsDirectUrl: values.CMS_DIRECT_URL ?? cmsUrl,
    deployerUrl: values.DEPLOYER_URL ?? `http://${LOOPBACK}:${values.DEPLOYER_PORT}`,
    pressUrl: values.PRESS_URL ?? values.DEPLOYER_URL ?? `http://${LOOPBACK}:${values.DEPLOYER_PORT}`,
  };
}

/** Every secret that `start` makes, under its variable's name. */
export const SecretsFile = z.record(z.string(), z.string().min(1));

export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json');

/** And what signs the links of print shops: the deployer alone knows it. */
export interface DeployerSecrets extends Secrets {
  pressSecret: string;
}

function readStored(dataDir: string, variables: NodeJS.ProcessEnv): z.infer<typeof Variables> {
  const file = secretsFile(dataDir);
  const stored = existsSync(file) ? SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  return read({ ...stored, ...present(variables) });
}

/**
 * From the environment, else from the DATA_DIR's `secrets.json`, so that a tool typed in another terminal works too.
 * @throws {PlainError} when neither holds them: Trame was never started here.
 */
export function readSecrets(dataDir: string, variables: NodeJS.ProcessEnv = process.env): Secrets {
  const { TRAME_EXPORT_TOKEN, TRAME_WEBHOOK_SECRET } = readStored(dataDir, variables);
  if (!TRAME_EXPORT_TOKEN || !TRAME_WEBHOOK_SECRET) throw new PlainError(messages.noSecrets(secretsFile(dataDir)));
  return { exportToken: TRAME_EXPORT_TOKEN, webhookSecret: TRAME_WEBHOOK_SECRET };
}

/** The same, for the deployer. @throws {PlainError} */
export function readDeployerSecrets(dataDir: string, variables: NodeJS.ProcessEnv = process.env): DeployerSecrets {
  const { TRAME_PRESS_SECRET } = readStored(dataDir, variables);
  if (!TRAME_PRESS_SECRET) throw new PlainError(messages.noSecrets(secretsFile(dataDir)));
  return { ...readSecrets(dataDir, variables), pressSecret: TRAME_PRESS_SECRET };
}
