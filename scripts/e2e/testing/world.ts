/** The whole of Trame for a test: real PostgreSQL, Strapi, deployer and site server, on free ports, in a folder that goes away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as ask, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { type Deployer, type DeployerOptions, startDeployer } from '../../deployer/deployer.ts';
import type { Steps } from '../../deployer/steps.ts';
import { launch, nodeArguments } from '../../lib/child.ts';
import { systemClock } from '../../lib/clock.ts';
import { type Environment, readEnvironment, ROOT } from '../../lib/environment.ts';
import { close, freePort, listen } from '../../lib/http.ts';
import { createLog } from '../../lib/log.ts';
import { startMailCatcher } from '../../mail-catcher/mail-catcher.ts';
import { createSiteServer } from '../../site-server/site-server.ts';
import { buildCms, CMS, compileServer } from '../../start/cms-build.ts';
import { cmsReady, processEnvironment } from '../../start/programs.ts';
import { createProgress } from '../../start/progress.ts';
import { ensureAdmin, ensureSecrets } from '../../start/secrets.ts';
import { createSupervisor } from '../../start/supervisor.ts';
import { Editor } from './editor.ts';
import { createTestDatabase, sharedServer, type TestDatabase } from './test-server.ts';
import { copySeeded, leaveCache, seedByCommand } from './world-template.ts';

export interface World {
  readonly dataDir: string;
  readonly environment: Environment;
  readonly editor: Editor;
  /** The first administrator, for a test that logs in as a person does. */
  readonly account: { readonly email: string; readonly password: string };
  readonly databaseUrl: string;
  /** Process of the CMS, for a bench that asks what it costs. */
  readonly cmsPid: number | undefined;
  /** Ends the CMS in the middle of whatever it does, as a power cut would. */
  killCms(): Promise<void>;
  /** After that. */
  startCms(): Promise<void>;
  /** Web page of the mail catcher: `<mailbox>messages.json` gives the letters. */
  readonly mailbox: string;
  /** False: webhooks get lost on their way. */
  hooksArrive: boolean;
  startDeployer(options?: Partial<DeployerOptions>): Promise<Deployer>;
  stopDeployer(): Promise<void>;
  state(): Promise<PublicationState>;
  /** Answer of the site. */
  get(address: string): Promise<Response>;
  /** Knocks at the deployer's door. @returns the status */
  hook(secret: string): Promise<number>;
  /** Waits until the condition holds. @returns milliseconds. @throws after `patienceMs`, with the deployer's state. */
  until(condition: () => Promise<boolean>, patienceMs?: number): Promise<number>;
  end(): Promise<void>;
}

export interface WorldOptions {
  /** Instead of the real ones, to break one. */
  readonly steps?: Steps;
  readonly associations?: number;
  /** Builds and serves the admin's pages too, which takes a minute. */
  readonly adminPages?: boolean;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const step of ends.splice(0).reverse()) await step().catch(() => undefined);
  };
  try {
    return await build(options, ends, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function build(
  options: WorldOptions,
  ends: (() => Promise<unknown>)[],
  end: () => Promise<void>,
): Promise<World> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-world-'));
  const shared = sharedServer();
  ends.push(async () => {
    if (shared) await leaveCache(shared, dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  const [sitePort, cmsPort, deployerPort, hookPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const catcher = await startMailCatcher({ folder: path.join(dataDir, 'mail-catcher'), mailPort: 0, mailboxPort: 0 });
  ends.push(() => catcher.stop());
  const environment = readEnvironment({
    DATA_DIR: dataDir,
    SITE_PORT: String(sitePort),
    CMS_PORT: String(cmsPort),
    DEPLOYER_PORT: String(deployerPort),
    // Strapi's webhook goes through a door of the test's own, which can lose it.
    DEPLOYER_URL: `http://127.0.0.1:${hookPort}`,
    MAIL_PORT: String(catcher.mailPort),
    MAILBOX_PORT: String(catcher.mailboxPort),
    PRESS_URL: `http://127.0.0.1:${deployerPort}`,
  });
  const log = (name: string) => path.join(dataDir, 'logs', `${name}.log`);

  const supervisor = createSupervisor();
  ends.push(() => supervisor.stopAll());
  const tools = { supervisor, progress: createProgress(systemClock, () => undefined), logFile: log('build') };
  await compileServer({ ...tools, env: process.env });

  const seed = seedByCommand({ environment, supervisor, logFile: log('seed'), associations: options.associations });
  let database: TestDatabase;
  if (shared && !options.associations) database = await copySeeded(shared, dataDir, seed);
  else {
    database = await createTestDatabase();
    await seed(database.url, dataDir);
  }
  ends.push(() => database.drop());
  const secrets = await ensureSecrets(dataDir, {});
  const { account: admin } = await ensureAdmin(dataDir, environment.cmsUrl, false, {});
  if (admin === null) throw new Error('A new world has an administrator of its own');
  const env = { ...processEnvironment(environment, secrets, admin), DATABASE_URL: database.url };
  if (options.adminPages) await buildCms({ ...tools, env }).admin;

  const launchCms = () =>
    launch(
      process.execPath,
      nodeArguments(path.join(ROOT, 'scripts/e2e/testing/serve-cms.ts'), ...(options.adminPages ? ['--admin'] : [])),
      { cwd: CMS, env, logFile: log('cms') },
    );
  let cms = launchCms();
  ends.push(() => cms.stop());
  await cmsReady(environment, supervisor.signal, log('cms'));

  const site = createSiteServer(dataDir, { cmsUrl: environment.cmsUrl });
  await listen(site, sitePort);
  ends.push(() => close(site, 100));

  let deployer: Deployer | null = null;
  const webhookSecret = secrets['TRAME_WEBHOOK_SECRET'] ?? '';
  const headers = { authorization: `Bearer ${webhookSecret}` };
  const deployerUrl = `http://127.0.0.1:${deployerPort}`;

  const world: World = {
    dataDir,
    environment,
    databaseUrl: database.url,
    get cmsPid() {
      return cms.pid;
    },
    async killCms() {
      if (cms.pid === undefined) throw new Error('The CMS does not run');
      process.kill(cms.pid, 'SIGKILL');
      await cms.exited;
    },
    async startCms() {
      cms = launchCms();
      await cmsReady(environment, supervisor.signal, log('cms'));
    },
    mailbox: `http://127.0.0.1:${catcher.mailboxPort}/`,
    editor: await Editor.signIn(environment.cmsUrl, admin),
    account: admin,
    hooksArrive: true,
    async startDeployer(more = {}) {
      deployer = await startDeployer({
        environment,
        secrets: {
          exportToken: secrets['TRAME_EXPORT_TOKEN'] ?? '',
          webhookSecret,
          pressSecret: secrets['TRAME_PRESS_SECRET'] ?? '',
        },
        log: createLog('deployer', () => undefined),
        ...(options.steps ? { steps: options.steps } : {}),
        ...more,
      });
      return deployer;
    },
    async stopDeployer() {
      await deployer?.stop();
      deployer = null;
    },
    async state() {
      return (await (await fetch(`${deployerUrl}/state`, { headers })).json()) as PublicationState;
    },
    get: (address) => fetch(`http://127.0.0.1:${sitePort}${address}`),
    hook: async (secret) =>
      (await fetch(`${deployerUrl}/hooks/strapi`, { method: 'POST', headers: { authorization: `Bearer ${secret}` } }))
        .status,
    async until(condition, patienceMs = 60_000) {
      const begun = performance.now();
      while (!(await condition())) {
        if (performance.now() - begun > patienceMs)
          throw new Error(
            `Not after ${patienceMs} ms: ${condition.toString()}; ${JSON.stringify(deployer && (await deployer.state()))}`,
          );
        await sleep(50);
      }
      return Math.round(performance.now() - begun);
    },
    end,
  };
  ends.push(() => world.stopDeployer());

  const hooks: Server = createServer((request, response) => {
    if (!world.hooksArrive) {
      request.resume();
      response.writeHead(500).end();
      return;
    }
    const { method, headers: sent, url } = request;
    const onward = ask(`${deployerUrl}${url ?? ''}`, { method, headers: sent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  await listen(hooks, hookPort);
  ends.push(() => close(hooks, 100));
  return world;
}
