/** A whole Trame of its own, as `start` runs it, with the doors through which faults come in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { z } from 'zod';
import { Editor } from '../e2e/testing/editor.ts';
import { nodeArguments } from '../lib/child.ts';
import { readSecrets, ROOT } from '../lib/environment.ts';
import { readJson } from '../lib/files.ts';
import { close, freePort, listen, LOOPBACK } from '../lib/http.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { AdminAccount, adminFile } from '../start/secrets.ts';
import { createHooks, type HookMode } from './hooks.ts';
import type { RestartSaid } from './judge.ts';
import { type BuildChild, pidOf, pidOfBuildChild, type Supervised } from './programs.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/**
 * Of a step: whoever waits for a program that hangs cannot wait three minutes each time. Still long enough for a first build on a
 * machine that is busy with something else, which starts from nothing whenever one is stopped.
 */
const STEP_SECONDS = 90;
const START_PATIENCE_MS = 20 * 60_000;
const STOP_PATIENCE_MS = 60_000;

/** Variables of whoever runs this that would lead to another Trame, or change how it runs; no secret is inherited either. */
const NOT_INHERITED = ['SITE_URL', 'CMS_URL', 'CMS_DIRECT_URL', 'PRESS_URL', 'BACKUP_DIR', 'NODE_ENV'];

const Cluster = z.object({ data: z.string(), port: z.number().int() });

/** What an order makes a program do at once (`inside.ts`). */
export type Order = 'fail a write' | 'fill memory';

export interface Trame {
  readonly dataDir: string;
  readonly siteUrl: string;
  /** Null: the disk of the machine, which is not to be filled. */
  readonly disk: SmallDisk | null;
  readonly databasePort: number;
  /** How webhooks come from now on. */
  hooks(mode: HookMode): void;
  pidOf(program: Supervised): number | null;
  pidOfBuildChild(child: BuildChild): number | null;
  /** @param milliseconds that the deployer's clock is wrong by */
  bendClock(milliseconds: number): Promise<void>;
  order(pid: number, order: Order): Promise<void>;
  /** Whether the program has come to where the order does harm. */
  hasMet(pid: number): boolean;
  /** Webhooks that came from Strapi. */
  hooksSeen(): number;
  /** Work in the admin; signs in again when the account is no longer known. */
  edit<T>(work: (editor: Editor) => Promise<T>): Promise<T>;
  /** Null while the deployer does not answer. */
  state(): Promise<PublicationState | null>;
  /** As a webhook does. */
  wake(): Promise<void>;
  /** Status of the CMS's `/_health`; null while it does not answer. */
  health(): Promise<number | null>;
  /** Lines of `start` that say that a program is started again. */
  restartsSaid(): readonly RestartSaid[];
  /** Null as long as `start` runs. */
  ended(): string | null;
  stop(): Promise<void>;
}

const RESTART = /^(.+?) : arrêt inattendu.*Nouveau démarrage dans (\d+) s/;

export async function startTrame(say: (text: string) => void): Promise<Trame> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'trame-faults-'));
  await chmod(home, 0o711); // PostgreSQL's account must pass
  const dataDir = path.join(home, 'data');
  const orders = path.join(home, 'orders');
  await mkdir(dataDir);
  await mkdir(orders);
  const disk = mountSmallDisk(dataDir);
  const ends: (() => Promise<unknown> | void)[] = [
    () => rm(home, { recursive: true, force: true }),
    () => disk?.remove(),
  ];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return await run({ dataDir, orders, disk, say, ends, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function run(place: {
  dataDir: string;
  orders: string;
  disk: SmallDisk | null;
  say: (text: string) => void;
  ends: (() => Promise<unknown> | void)[];
  stop: () => Promise<void>;
}): Promise<Trame> {
  const { dataDir, orders, disk, say, ends, stop } = place;
  const [sitePort, cmsPort, deployerPort, mailPort, mailboxPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const hooks = createHooks(deployerPort);
  const hookPort = await listen(hooks.server, 0);
  ends.push(() => close(hooks.server, 100));

  const inherited = environmentFor('buildStep', process.env);
  for (const name of NOT_INHERITED) delete inherited[name];
  const child: ChildProcess = spawn(process.execPath, nodeArguments(path.join(ROOT, 'scripts/start/main.ts')), {
    cwd: ROOT,
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      SITE_PORT: String(sitePort),
      CMS_PORT: String(cmsPort),
      DEPLOYER_PORT: String(deployerPort),
      DEPLOYER_URL: `http://${LOOPBACK}:${hookPort}`, // Strapi's webhooks pass by us
      MAIL_PORT: String(mailPort),
      MAILBOX_PORT: String(mailboxPort),
      STEP_SECONDS: String(STEP_SECONDS),
      TRAME_FAULTS: orders,
      NODE_OPTIONS: `--disable-warning=MODULE_TYPELESS_PACKAGE_JSON --import=${pathToFileURL(path.join(import.meta.dirname, 'inside.ts')).href}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const start = child.pid;
  if (start === undefined) throw new Error('start could not be started');
  let output = '';
  const restarts: RestartSaid[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const line of text.split('\n')) {
        const found = RESTART.exec(line);
        if (found) restarts.push({ program: found[1]!, pauseS: Number(found[2]), at: performance.now() / 1000 });
      }
    });
  let exit: string | null = null;
  const closed = new Promise<void>((resolve) =>
    child.once('close', (code, signal) => {
      exit = `start ended by itself (${code ?? signal}): ${output.slice(-500)}`;
      resolve();
    }),
  );
  ends.push(async () => {
    child.kill('SIGINT');
    const patience = new AbortController();
    const late = sleep(STOP_PATIENCE_MS, 'late', { signal: patience.signal }).catch(() => null);
    if ((await Promise.race([closed, late])) === 'late') child.kill('SIGKILL');
    patience.abort();
    await closed;
  });

  const begun = performance.now();
  while (!/Trame est prêt/.test(output)) {
    if (exit !== null) throw new Error(exit);
    if (performance.now() - begun > START_PATIENCE_MS) throw new Error(`Trame did not start: ${output}`);
    await sleep(100);
  }
  say(`Trame is up after ${Math.round((performance.now() - begun) / 1000)} s in ${dataDir}`);

  const cluster = Cluster.parse(JSON.parse(await readFile(path.join(dataDir, 'postgres/cluster.json'), 'utf8')));
  // Where PostgreSQL's account cannot enter the DATA_DIR, its data lie elsewhere.
  ends.unshift(() => rm(path.dirname(cluster.data), { recursive: true, force: true }));
  const account = await readJson(adminFile(dataDir), AdminAccount);
  if (account === null) throw new Error('start made no account');
  const authorization = `Bearer ${readSecrets(dataDir, {}).webhookSecret}`;
  const deployerUrl = `http://${LOOPBACK}:${deployerPort}`;
  const cmsUrl = `http://${LOOPBACK}:${cmsPort}`;
  let editor: Editor | null = null;

  return {
    dataDir,
    siteUrl: `http://${LOOPBACK}:${sitePort}`,
    disk,
    databasePort: cluster.port,
    hooks(mode) {
      hooks.mode = mode;
    },
    pidOf: (program) => pidOf(start, program),
    pidOfBuildChild: (name) => pidOfBuildChild(start, name),
    bendClock: (milliseconds) => writeFile(path.join(orders, 'clock'), String(milliseconds)),
    async order(pid, order) {
      await writeFile(path.join(orders, String(pid)), order);
      process.kill(pid, 'SIGUSR2');
    },
    hasMet: (pid) => existsSync(path.join(orders, `${pid}.met`)),
    hooksSeen: () => hooks.seen,
    async edit(work) {
      editor ??= await Editor.signIn(cmsUrl, account);
      try {
        return await work(editor);
      } catch (error) {
        if (/: 401 /.test(String(error))) editor = null; // the next try signs in again
        throw error;
      }
    },
    async state() {
      try {
        const answer = await fetch(`${deployerUrl}/state`, {
          headers: { authorization },
          signal: AbortSignal.timeout(5000),
        });
        return PublicationState.parse(await answer.json());
      } catch {
        return null; // it is down, which is what is asked
      }
    },
    async wake() {
      await fetch(`${deployerUrl}/hooks/strapi`, { method: 'POST', headers: { authorization } });
    },
    health: () =>
      fetch(`${cmsUrl}/_health`, { signal: AbortSignal.timeout(5000) }).then(
        ({ status }) => status,
        () => null,
      ),
    restartsSaid: () => restarts,
    ended: () => exit,
    stop,
  };
}
