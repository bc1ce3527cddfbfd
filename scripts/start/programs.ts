/** The programs that run until the end: how each is started, and when it is ready. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { nodeArguments } from '../lib/child.ts';
import { type Environment, ROOT } from '../lib/environment.ts';
import { LOOPBACK } from '../lib/http.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { PlainError } from '../lib/plain-error.ts';
import { CMS, cmsProgram } from './cms-build.ts';
import { messages } from './messages.ts';
import type { AdminAccount } from './secrets.ts';
import { Interrupted, type Supervisor } from './supervisor.ts';

const LEASH = ['die-with-parent.mjs', 'outlive-the-log.mjs'].flatMap((name) => [
  '--import',
  path.join(ROOT, 'scripts/start', name),
]);
const CMS_PATIENCE_S = 120;
const SITE_PATIENCE_S = 300;

/** The programs that serve people. */
export type ServingProgram = 'cms' | 'deployer' | 'siteServer';

/** What Node is given to run one, and from which folder. */
export function commandOf(program: ServingProgram): { readonly args: readonly string[]; readonly cwd: string } {
  switch (program) {
    case 'cms':
      return { args: [cmsProgram('@strapi/strapi', 'bin/strapi.js'), 'start'], cwd: CMS };
    case 'deployer':
      return { args: nodeArguments(path.join(ROOT, 'scripts/deployer/main.ts')), cwd: ROOT };
    case 'siteServer':
      return { args: nodeArguments(path.join(ROOT, 'scripts/site-server/main.ts')), cwd: ROOT };
  }
}

/** One environment to take each one's from; only DATABASE_URL is missing, which exists later. Letters go nowhere by themselves. */
export function programEnvironment(
  environment: Environment,
  secrets: Record<string, string>,
  admin: AdminAccount | null,
  variables: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const inherited = { ...variables };
  // What a package manager tells its scripts is none of their business, and some of it changes how tools behave.
  for (const name of Object.keys(inherited)) if (name.startsWith('npm_') || name === 'INIT_CWD') delete inherited[name];
  return {
    ...inherited,
    ...secrets,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: path.join(environment.dataDir, 'cache', 'node'),
    DATA_DIR: environment.dataDir,
    SITE_PORT: String(environment.sitePort),
    CMS_PORT: String(environment.cmsPort),
    DEPLOYER_PORT: String(environment.deployerPort),
    SITE_URL: environment.siteUrl,
    CMS_URL: environment.cmsUrl,
    CMS_DIRECT_URL: onThisMachine(environment),
    DEPLOYER_URL: environment.deployerUrl,
    PRESS_URL: environment.pressUrl,
    MAIL_PORT: String(environment.mailPort),
    MAILBOX_PORT: String(environment.mailboxPort),
    ...(admin === null ? {} : { TRAME_ADMIN_EMAIL: admin.email, TRAME_ADMIN_PASSWORD: admin.password }),
  };
}

/** The same for `start`, which brings a mailbox of its own when there is no mail server. */
export const processEnvironment = (
  environment: Environment,
  secrets: Record<string, string>,
  admin: AdminAccount | null,
): NodeJS.ProcessEnv => ({
  ...programEnvironment(environment, secrets, admin),
  ...(environment.hasMailServer ? {} : catcherVariables(environment)),
});

/** The CMS that runs here, whatever public address CMS_URL gives it. */
const onThisMachine = ({ cmsPort }: Environment): string => `http://${LOOPBACK}:${cmsPort}`;

/** Without a mail server of one's own, the CMS sends to the mail catcher, and says so. */
const catcherVariables = ({ mailPort, mailboxPort }: Environment): NodeJS.ProcessEnv => ({
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  MAIL_FROM: process.env['MAIL_FROM'] || 'Annuaire des associations <annuaire@example.org>',
  MAILBOX_URL: `http://127.0.0.1:${mailboxPort}`,
});

/** Where a newcomer reads the letters; null when they go to people. */
export const mailboxUrl = (environment: Environment): string | null =>
  environment.hasMailServer ? null : `http://127.0.0.1:${environment.mailboxPort}/`;

/** Starts the mail catcher, unless letters go to a real server. */
export function runMailCatcher(
  supervisor: Supervisor,
  environment: Environment,
  env: NodeJS.ProcessEnv,
  logFile: string,
): void {
  if (environment.hasMailServer) return;
  supervisor.run(
    messages.names.mailCatcher,
    process.execPath,
    [...LEASH, ...nodeArguments(path.join(ROOT, 'scripts/mail-catcher/main.ts'))],
    { cwd: ROOT, env: environmentFor('mailCatcher', env), logFile },
  );
}

function runServing(
  supervisor: Supervisor,
  name: string,
  program: ServingProgram,
  env: NodeJS.ProcessEnv,
  logFile: string,
): void {
  const { args, cwd } = commandOf(program);
  supervisor.run(name, process.execPath, [...LEASH, ...args], { cwd, env: environmentFor(program, env), logFile });
}

export const runCms = (supervisor: Supervisor, env: NodeJS.ProcessEnv, logFile: string): void =>
  runServing(supervisor, messages.names.cms, 'cms', env, logFile);

export function runCmsDevelopment(supervisor: Supervisor, env: NodeJS.ProcessEnv, logFile: string): void {
  const args = [...LEASH, cmsProgram('@strapi/strapi', 'bin/strapi.js'), 'develop', '--no-watch-admin'];
  supervisor.run(messages.names.cms, process.execPath, args, {
    cwd: CMS,
    env: { ...environmentFor('cms', env), NODE_ENV: 'development' },
    logFile,
  });
}

export const runDeployer = (supervisor: Supervisor, env: NodeJS.ProcessEnv, logFile: string): void =>
  runServing(supervisor, messages.names.deployer, 'deployer', env, logFile);

export const runSiteServer = (supervisor: Supervisor, env: NodeJS.ProcessEnv, logFile: string): void =>
  runServing(supervisor, messages.names.site, 'siteServer', env, logFile);

/** The site as Astro shows it while it is being worked on, from the CMS's own export. */
export function runSiteDevelopment(
  supervisor: Supervisor,
  environment: Environment,
  env: NodeJS.ProcessEnv,
  logFile: string,
): void {
  const site = path.join(ROOT, 'site');
  const astro = path.join(
    path.dirname(createRequire(path.join(site, 'package.json')).resolve('astro/package.json')),
    'bin/astro.mjs',
  );
  supervisor.run(
    messages.names.siteDev,
    process.execPath,
    [...LEASH, astro, 'dev', '--port', String(environment.sitePort)],
    {
      cwd: site,
      env: {
        ...environmentFor('siteDevelopment', env),
        NODE_ENV: 'development',
        TRAME_EXPORT: `${onThisMachine(environment)}/api/export/site`,
        TRAME_OUT: path.join(environment.dataDir, 'cache/dev-site'),
        TRAME_CACHE_DIR: path.join(environment.dataDir, 'cache'),
      },
      logFile,
    },
  );
}

/** Asks until `isReady` says so. @throws {PlainError} when it takes too long, {Interrupted} when a stop was asked for. */
async function until(
  name: string,
  patienceS: number,
  signal: AbortSignal,
  logFile: string,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + patienceS * 1000;
  while (performance.now() < deadline) {
    if (signal.aborted) throw new Interrupted();
    if (await isReady()) return;
    await sleep(100);
  }
  throw new PlainError(messages.tooSlow(name, patienceS, logFile));
}

/** Null as long as the program does not answer, which is what the caller waits for. */
const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(5000) }).catch(() => null);

export async function cmsReady(environment: Environment, signal: AbortSignal, logFile: string): Promise<void> {
  const health = `${onThisMachine(environment)}/_health`;
  await until(messages.names.cms, CMS_PATIENCE_S, signal, logFile, async () => (await ask(health))?.ok ?? false);
}

export async function siteDevelopmentReady(
  environment: Environment,
  signal: AbortSignal,
  logFile: string,
): Promise<void> {
  const home = `http://127.0.0.1:${environment.sitePort}/`;
  await until(messages.names.siteDev, CMS_PATIENCE_S, signal, logFile, async () => (await ask(home))?.ok ?? false);
}

/**
 * Ready: the site answers with its status, and its deployer listens, so that what is published from now on goes online.
 * @returns why nothing is put online before an editor says so; null when the site is there
 * @throws {PlainError} with the deployer's own reason when the first release fails; an older one that is still up is ready.
 */
export async function siteReady(
  environment: Environment,
  secrets: Record<string, string>,
  signal: AbortSignal,
  logFile: string,
): Promise<string | null> {
  let waitsFor: string | null = null;
  const status = `http://127.0.0.1:${environment.sitePort}/status.json`;
  const state = `http://127.0.0.1:${environment.deployerPort}/state`;
  const begun = new Date().toISOString();
  const authorization = `Bearer ${secrets['TRAME_WEBHOOK_SECRET'] ?? ''}`;
  await until(messages.names.deployer, SITE_PATIENCE_S, signal, logFile, async () => {
    const answer = await ask(state, { headers: { authorization } });
    if (!answer?.ok) return false;
    const { live, failure } = PublicationState.parse(await answer.json());
    waitsFor = failure?.held ? failure.message : null;
    if (waitsFor !== null) return true;
    // A failure of the last time is being tried again just now.
    if (!live && failure && failure.at > begun)
      throw new PlainError(messages.firstReleaseFailed(failure.message, logFile));
    return live !== null && ((await ask(status))?.ok ?? false);
  });
  return waitsFor;
}
