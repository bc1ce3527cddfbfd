/** Which secrets each program is given. What a program does not have, no dependency of it and no crash report of it can tell. */

/** Strapi's own, which sign sessions and encrypt what it stores. */
const STRAPI = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
] as const;

const SECRETS_OF = {
  /** The CMS, its build, and the demo content, which is written by a CMS. */
  cms: [
    ...STRAPI,
    'DATABASE_URL',
    'SMTP_URL', // holds the password of the mail server
    'TRAME_BOUNCE_TOKEN',
    'TRAME_ADMIN_EMAIL',
    'TRAME_ADMIN_PASSWORD',
    'TRAME_EXPORT_TOKEN',
    'TRAME_WEBHOOK_SECRET',
    'TRAME_LINK_SECRET',
  ],
  deployer: ['TRAME_EXPORT_TOKEN', 'TRAME_WEBHOOK_SECRET', 'TRAME_PRESS_SECRET'],
  /** The deployer has fetched the export: a step reads it from a file. */
  buildStep: [],
  /** The rest it takes from the DATA_DIR, which it copies. */
  backup: ['DATABASE_URL'],
  siteServer: [],
  mailCatcher: [],
  /** Astro's development server asks the CMS for the export by itself. */
  siteDevelopment: ['TRAME_EXPORT_TOKEN'],
} as const satisfies Record<string, readonly string[]>;

export type Program = keyof typeof SECRETS_OF;

const ALL: ReadonlySet<string> = new Set(Object.values(SECRETS_OF).flat());

/** `env` without the secrets that are none of the program's business; a new object, everything else unchanged. */
export function environmentFor(program: Program, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const known: readonly string[] = SECRETS_OF[program];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ALL.has(name) || known.includes(name)));
}
