/** `pnpm production:files`: units, proxy, containers and settings of a production, from the templates. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesIn } from '../lib/file-digests.ts';
import { runCommand } from '../lib/run.ts';
import { KEPT_DAYS, LONGEST_DAYS } from '../start/log-rotation.ts';
import { NIGHTLY } from '../start/nightly-backup.ts';
import { FIRST_MS, LONGEST_MS } from '../start/restart-pause.ts';
import { messages } from './messages.ts';
import { type Options, readOptions } from './options.ts';
import { fill } from './template.ts';

const TEMPLATES = path.join(import.meta.dirname, 'templates');

/** PostgreSQL by its socket: the account of the system is the account of the database, and there is no password to keep. */
const byPeer = (user: string): string => `postgres:///trame?host=/run/postgresql&user=${user}`;

/** The values of the templates, by their names. Pauses and nights are those of `start`. */
export function valuesOf(options: Options): Readonly<Record<string, string>> {
  const cmsDomain = options['cms-domain'] ?? `gestion.${options.domain}`;
  const run = `--disable-warning=MODULE_TYPELESS_PACKAGE_JSON --disable-warning=ExperimentalWarning ${options.app}/scripts`;
  return {
    DOMAIN: options.domain,
    CMS_DOMAIN: cmsDomain,
    APP: options.app,
    NODE: `${options.app}/node_modules/node/bin/node`,
    RUN: run,
    DATA: options.data,
    BACKUPS: options.backups,
    SETTINGS: options.settings,
    USER: options.user,
    DATABASE_URL: options.database ?? byPeer(options.user),
    OPERATOR: options.operator ?? '',
    // Caddy tells this address to the authority of certificates, which writes when one is about to end.
    CADDY_EMAIL: options.operator === undefined ? '' : `\n\temail ${options.operator}`,
    MAIL_FROM: options['mail-from'] ?? '',
    SITE_PORT: String(options['site-port']),
    CMS_PORT: String(options['cms-port']),
    DEPLOYER_PORT: String(options['deployer-port']),
    RESTART_S: String(FIRST_MS / 1000),
    RESTART_MOST_S: String(LONGEST_MS / 1000),
    // systemd multiplies by the same each time: twice, as `start` does.
    RESTART_STEPS: String(Math.ceil(Math.log2(LONGEST_MS / FIRST_MS))),
    BACKUP_CLOCK: NIGHTLY.clock,
    BACKUP_AGAIN_S: String(NIGHTLY.againMs / 1000),
    LOG_DAYS: String(KEPT_DAYS),
    LOG_FILE_DAYS: String(LONGEST_DAYS),
  };
}

/** Programs that somebody types. */
const EXECUTABLE = 0o755;
const READABLE = 0o644;

/** @returns text by path in the folder */
export async function makeFiles(options: Options): Promise<ReadonlyMap<string, string>> {
  const values = valuesOf(options);
  const made = new Map<string, string>();
  for (const name of await filesIn(TEMPLATES))
    made.set(name, fill(name, await readFile(path.join(TEMPLATES, name), 'utf8'), values));
  return made;
}

/** Writes them. @returns their paths in the folder */
export async function writeFiles(options: Options): Promise<readonly string[]> {
  const files = await makeFiles(options);
  const to = path.resolve(options.to);
  for (const [name, text] of files) {
    const file = path.join(to, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, text.startsWith('#!') ? EXECUTABLE : READABLE);
  }
  return [...files.keys()];
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2);
    if (args.includes('--help')) {
      process.stdout.write(`${messages.filesHelp}\n`);
      return;
    }
    const options = readOptions(args);
    process.stdout.write(`${messages.written(await writeFiles(options), path.resolve(options.to))}\n`);
  });
}
