/** The one door through which the CMS reads its environment. Every file of config/ and every module of src/ asks here. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { type MailAddress, parseMailAddress } from './domain/mail-address.ts';

// Strapi stores instants without a time zone, in that of the process: in Paris, an hour of each October would be ambiguous,
// and moving the server would move every event. What readers see is Europe/Paris whatever this says (domain/dates.ts).
process.env['TZ'] = 'UTC';

const Secret = z.string().min(16, 'au moins 16 caractères').optional();
const Port = z.coerce.number().int().min(1).max(65535);
const HttpUrl = z
  .url({ protocol: /^https?$/, message: 'une adresse http(s) complète' })
  .transform((url) => url.replace(/\/+$/, ''));

const SmtpUrl = z.url({ protocol: /^smtps?$/, message: 'une adresse smtp://… ou smtps://…' });
const From = z.string().transform((text, context): MailAddress => {
  const address = parseMailAddress(text);
  if (address.ok) return address.value;
  context.addIssue(address.message);
  return z.NEVER;
});

/**
 * Absent is allowed here: `strapi build` and `strapi ts:generate-types` read the configuration without running anything.
 * What a running server cannot do without is named in `REQUIRED` and checked by `requireEnvironment`.
 */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'une adresse postgresql://…')
    .optional(),
  DATA_DIR: z.string().min(1).default('../.data'),
  CMS_HOST: z.string().min(1).default('127.0.0.1'),
  CMS_PORT: Port.default(1337),
  CMS_URL: HttpUrl.optional(),
  SITE_URL: HttpUrl.optional(),
  DEPLOYER_URL: HttpUrl.default('http://127.0.0.1:8081'),
  APP_KEYS: z
    .string()
    .transform((keys) => keys.split(','))
    .pipe(z.array(z.string().min(16, 'au moins 16 caractères par clé')).min(1))
    .optional(),
  API_TOKEN_SALT: Secret,
  ADMIN_JWT_SECRET: Secret,
  TRANSFER_TOKEN_SALT: Secret,
  JWT_SECRET: Secret,
  ENCRYPTION_KEY: Secret,
  TRAME_EXPORT_TOKEN: Secret,
  TRAME_WEBHOOK_SECRET: Secret,
  /** Signs the links that associations receive: changing it closes every link that is out. */
  TRAME_LINK_SECRET: Secret,
  TRAME_ADMIN_EMAIL: z.email('une adresse électronique').optional(),
  TRAME_ADMIN_PASSWORD: z.string().min(8, 'au moins 8 caractères').optional(),
  /** Without it letters wait, and the admin says so; `start` sets that of its own mail catcher. */
  SMTP_URL: SmtpUrl.optional(),
  MAIL_FROM: From.optional(),
  /** Where servers return what they cannot deliver; `{lettre}` in it becomes different for each letter. */
  MAIL_RETURN_PATH: z.string().min(3).optional(),
  MAIL_PER_SECOND: z.coerce.number().positive().max(1000).default(10),
  /** How long the text and the address of a letter that has left are kept. */
  MAIL_KEEP_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Web page of the mail catcher, when letters go there and nowhere else. */
  MAILBOX_URL: HttpUrl.optional(),
  /** Who knows it may report a returned letter. */
  TRAME_BOUNCE_TOKEN: Secret,
  /** Servers that agendas may be fetched from, beside those of `domain/import/events/agenda-hosts.ts`: names with commas between. */
  TRAME_AGENDA_HOSTS: z
    .string()
    .transform((names) =>
      names
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'des noms de serveurs, comme agenda.example.org')))
    .default([]),
  /** Who looks after the server, beside the office: told when something is wrong. Addresses with commas between. */
  TRAME_OPERATOR_EMAIL: z
    .string()
    .transform((addresses) => addresses.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.email('des adresses électroniques')))
    .default([]),
  TRAME_LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug']).default('http'),
});

export type Environment = z.infer<typeof Environment>;

const REQUIRED = [
  'DATABASE_URL',
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'TRAME_EXPORT_TOKEN',
  'TRAME_WEBHOOK_SECRET',
  'TRAME_LINK_SECRET',
] as const satisfies readonly (keyof Environment)[];

type Runnable = Environment & { [Key in (typeof REQUIRED)[number]]: NonNullable<Environment[Key]> };

/** An empty variable counts as an absent one, as in a `.env` file that was copied and not filled. */
const present = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));

/**
 * Reads what is set.
 * @throws {Error} in French, naming every variable that is set but malformed (its value is never shown: it may be a secret)
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const result = Environment.safeParse(present(variables));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path[0] as string} (${issue.message})`);
  throw new Error(`Variables d’environnement mal écrites : ${faults.join(', ')}.`);
}

/**
 * Reads what a running server needs.
 * @throws {Error} in French, naming every variable that is missing or malformed
 */
export function requireEnvironment(variables: NodeJS.ProcessEnv = process.env): Runnable {
  const environment = readEnvironment(variables);
  const missing = REQUIRED.filter((name) => environment[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`Variables d’environnement manquantes pour le CMS : ${missing.join(', ')}.`);
  }
  if (environment.SMTP_URL && !environment.MAIL_FROM) {
    throw new Error('SMTP_URL est indiquée sans MAIL_FROM : ajoutez l’adresse qui envoie les lettres.');
  }
  return environment as Runnable;
}

/** The address under which browsers reach the CMS. */
export function publicUrl(environment: Environment): string {
  return environment.CMS_URL ?? `http://${environment.CMS_HOST}:${environment.CMS_PORT}`;
}

/** The address of the admin; links in letters to editors begin with it. */
export function adminUrl(environment: Environment): string {
  return `${publicUrl(environment)}/admin`;
}

/** The address under which the public reaches the site; links in letters begin with it. */
export function siteUrl(environment: Environment): string {
  return environment.SITE_URL ?? 'http://127.0.0.1:8080';
}

/** Behind a TLS proxy, cookies are secure and the client's address is in X-Forwarded-For. */
export function behindTls(environment: Environment): boolean {
  return publicUrl(environment).startsWith('https:');
}

/** DATA_DIR as an absolute path; a relative one is taken from the folder of the CMS, where Strapi runs. */
export function dataDirectory(environment: Environment): string {
  return resolve(environment.DATA_DIR);
}
