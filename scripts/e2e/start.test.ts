/** `start` as a newcomer runs it: in a folder that others may not enter, stopped by Ctrl-C, with things in its way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '@trame/site/testing/browser';
import { nodeArguments } from '../lib/child.ts';
import { ROOT } from '../lib/environment.ts';
import { freePort, isPortFree } from '../lib/http.ts';
import { commandLine } from '../lib/processes.ts';
import { AdminPage } from './admin-page.ts';

let home: string;
let ports: Record<'SITE_PORT' | 'CMS_PORT' | 'DEPLOYER_PORT' | 'MAIL_PORT' | 'MAILBOX_PORT', string>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'trame-start-'));
  await chmod(home, 0o700);
  ports = {
    SITE_PORT: String(await freePort()),
    CMS_PORT: String(await freePort()),
    DEPLOYER_PORT: String(await freePort()),
    MAIL_PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
  };
});
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  const memory = await readFile(path.join(dataDir(), 'postgres/cluster.json'), 'utf8').catch(() => null);
  if (memory) await rm(path.dirname((JSON.parse(memory) as { data: string }).data), { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

const dataDir = () => path.join(home, 'clone', '.data');

interface Run {
  readonly child: ChildProcess;
  output(): string;
  /** Waits for the words. @returns milliseconds since the start. @throws when the program ends without them. */
  says(words: RegExp): Promise<number>;
  /** @returns exit code */
  ends(): Promise<number | null>;
}

function start(env: NodeJS.ProcessEnv = {}): Run {
  const begun = performance.now();
  const inherited = { ...process.env };
  for (const name of [
    'DATABASE_URL',
    'SITE_URL',
    'CMS_URL',
    'DEPLOYER_URL',
    'SMTP_URL',
    'npm_lifecycle_event',
    'NODE_ENV',
    'VITEST',
  ])
    delete inherited[name];
  const child = spawn(process.execPath, nodeArguments(path.join(ROOT, 'scripts/start/main.ts')), {
    cwd: os.tmpdir(),
    env: { ...inherited, DATA_DIR: dataDir(), ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output: () => output,
    async says(words) {
      while (!words.test(output)) {
        if (child.exitCode !== null) throw new Error(`Ended without ${words.source}: ${output}`);
        await sleep(50);
      }
      return performance.now() - begun;
    },
    ends: () => ended,
  };
}

/** Command lines of everything that works on this DATA_DIR or listens for it. */
async function leftOvers(): Promise<string[]> {
  const found: string[] = [];
  if (process.platform === 'linux') {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      const command = commandLine(Number(pid));
      if (Number(pid) !== process.pid && (environment.includes(`DATA_DIR=${dataDir()}\0`) || command.includes(home)))
        found.push(command);
    }
  }
  for (const port of Object.values(ports)) if (!(await isPortFree(Number(port)))) found.push(`port ${port}`);
  return found;
}

async function expectClearFailure(run: Run, sentence: RegExp): Promise<void> {
  expect(await run.ends()).toBe(1);
  expect(run.output()).toMatch(sentence);
  expect(run.output()).not.toMatch(/\n\s+at |Error:/); // no stack trace for somebody who is no programmer
  expect(await leftOvers()).toEqual([]);
}

/** In a real browser: log in, change an entry, publish, and see it on the site and on the admin's home page. */
async function editLikeANewcomer(account: { url: string; email: string; password: string }): Promise<void> {
  const browser = await launchBrowser();
  try {
    const admin = new AdminPage(await browser.newPage(), account.url.replace(/\/admin$/, ''));
    const headline = () => admin.publicationHeadline().textContent();
    await admin.logIn(account);
    await expect.poll(headline, { timeout: 60_000 }).toMatch(/^En ligne depuis/);
    await admin.openRecord('api::association.association', 'Canoë Estuaire');
    await admin.fill('Présentation courte', 'Une descente au fil des marées, pour le nouveau venu.');
    await admin.publish();
    const page = async () => (await fetch(`http://127.0.0.1:${ports.SITE_PORT}/associations/canoe-estuaire/`)).text();
    await expect.poll(page, { timeout: 60_000 }).toContain('pour le nouveau venu');
    await admin.openHome();
    await expect.poll(headline, { timeout: 60_000 }).toMatch(/^En ligne depuis/);
  } finally {
    await browser.close();
  }
}

describe('start', () => {
  it('brings everything up, says where it is, and Ctrl-C leaves nothing running', async () => {
    const run = start();
    await run.says(/Trame est prêt/);
    const admin = JSON.parse(await readFile(path.join(dataDir(), 'admin.json'), 'utf8')) as {
      url: string;
      email: string;
      password: string;
    };
    for (const words of [`http://127.0.0.1:${ports.SITE_PORT}/`, admin.url, admin.email, admin.password, dataDir()])
      expect(run.output()).toContain(words);
    for (const secret of ['admin.json', 'secrets.json'])
      expect((await stat(path.join(dataDir(), secret))).mode & 0o777).toBe(0o600);

    const status = await fetch(`http://127.0.0.1:${ports.SITE_PORT}/status.json`);
    expect(((await status.json()) as { counts: { associations: number } }).counts.associations).toBeGreaterThan(60);
    const mailbox = `http://127.0.0.1:${ports.MAILBOX_PORT}/`;
    expect(run.output()).toContain(mailbox);
    expect(await (await fetch(mailbox)).text()).toContain('Boîte aux lettres d’essai');
    const page = await fetch(admin.url);
    expect(await page.text()).toContain('<html');
    const login = await fetch(`http://127.0.0.1:${ports.CMS_PORT}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: admin.email, password: admin.password }),
    });
    expect(login.status).toBe(200);
    await editLikeANewcomer(admin);

    run.child.kill('SIGINT');
    expect(await run.ends()).toBe(0);
    expect(run.output()).toContain('Trame est arrêté.');
    expect(await leftOvers()).toEqual([]);
  }, 900_000);

  it('is ready in seconds the second time, with the same data and password, and stops at SIGTERM', async () => {
    const before = await readFile(path.join(dataDir(), 'admin.json'), 'utf8');
    const run = start();
    const milliseconds = await run.says(/Trame est prêt/);
    console.info(`second start: ${Math.round(milliseconds)} ms`);
    expect(run.output()).toMatch(/Construction de l’administration.*: déjà fait/);
    expect(run.output()).not.toContain('Contenu de démonstration');
    expect(await readFile(path.join(dataDir(), 'admin.json'), 'utf8')).toBe(before);
    // The password was shown once; from then on it is said where it is kept.
    expect(run.output()).not.toContain((JSON.parse(before) as { password: string }).password);
    expect(run.output()).toContain(path.join(dataDir(), 'admin.json'));

    const second = start();
    expect(await second.ends()).toBe(1);
    expect(second.output()).toMatch(/Trame est déjà démarré sur ces données \(processus \d+\)/);
    expect((await fetch(`http://127.0.0.1:${ports.SITE_PORT}/status.json`)).ok).toBe(true);

    run.child.kill('SIGTERM');
    expect(await run.ends()).toBe(0);
    expect(await leftOvers()).toEqual([]);
  }, 300_000);

  it('stops cleanly in the middle of any step', async () => {
    for (const words of [
      /… Base de données/,
      /✓ Base de données/,
      /… Démarrage du serveur d’édition/,
      /… Mise en ligne du site/,
    ]) {
      const run = start();
      await run.says(words);
      run.child.kill('SIGINT');
      expect(await run.ends()).toBe(0);
      expect(await leftOvers()).toEqual([]);
    }
  }, 300_000);

  it('stops when the package manager that it was started by has gone', async () => {
    const env = { ...process.env, DATA_DIR: dataDir(), ...ports, VITEST: '' };
    // A stand-in that is called pnpm and, like the real one, passes nothing on.
    const words = [process.execPath, ...nodeArguments(path.join(ROOT, 'scripts/start/main.ts'))].map(
      (word) => `'${word}'`,
    );
    const script = `exec -a pnpm bash -c "${words.join(' ')} > '${home}/orphan.log' 2>&1 & wait"`;
    const manager = spawn('bash', ['-c', script], { env, stdio: 'ignore' });
    running.push(manager);
    const output = () => readFile(path.join(home, 'orphan.log'), 'utf8').catch(() => '');
    while (!/✓ Base de données/.test(await output())) await sleep(50);
    manager.kill('SIGKILL');
    while (!/Trame est arrêté/.test(await output())) await sleep(50);
    await sleep(200);
    expect(await leftOvers()).toEqual([]);
  }, 300_000);

  it('starts again what dies, says so, and serves the site meanwhile', async () => {
    const run = start();
    await run.says(/Trame est prêt/);
    const pidIn = async (file: string) => Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
    const cluster = /PostgreSQL embarqué, (.+)/.exec(run.output())?.[1] ?? '';
    const again = async (file: string, before: number) => {
      const now = await pidIn(file);
      return now > 0 && now !== before;
    };
    for (const [name, file] of [
      ['Le déployeur', path.join(dataDir(), 'deployer/lock')],
      ['La base de données', path.join(cluster.trim(), 'postmaster.pid')],
    ] as const) {
      const pid = await pidIn(file);
      process.kill(pid, 'SIGKILL');
      await run.says(new RegExp(`${name} : arrêt inattendu.*Nouveau démarrage dans 1 s`));
      expect((await fetch(`http://127.0.0.1:${ports.SITE_PORT}/`)).status).toBe(200);
      await expect.poll(() => again(file, pid), { timeout: 60_000 }).toBe(true);
    }
    // The CMS has found its database again.
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${ports.CMS_PORT}/_health`)).status, { timeout: 60_000 })
      .toBe(204);
    run.child.kill('SIGINT');
    expect(await run.ends()).toBe(0);
    expect(await leftOvers()).toEqual([]);
  }, 300_000);

  it('leaves nothing behind when it is killed hard, and starts again after that', async () => {
    const run = start();
    await run.says(/Trame est prêt/);
    run.child.kill('SIGKILL');
    await run.ends();
    const again = start();
    // Its programs notice within a moment; PostgreSQL is taken over.
    await Promise.race([again.says(/Trame est prêt/), again.ends()]);
    if (!/Trame est prêt/.test(again.output())) {
      expect(again.output()).toMatch(/est déjà utilisé/);
      await sleep(3000);
      const third = start();
      await third.says(/Trame est prêt/);
      third.child.kill('SIGINT');
      await third.ends();
    } else {
      again.child.kill('SIGINT');
      await again.ends();
    }
    expect(await leftOvers()).toEqual([]);
  }, 300_000);
});

describe('start, with something in its way', () => {
  it('names the port, who has it, and the variable that changes it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(Number(ports.CMS_PORT), '127.0.0.1', resolve));
    const run = start();
    expect(await run.ends()).toBe(1);
    expect(run.output()).toMatch(
      new RegExp(
        `Le port ${ports.CMS_PORT}, prévu pour l’administration, est déjà utilisé par .*processus ${process.pid}.*CMS_PORT=\\d+`,
      ),
    );
    await new Promise((resolve) => other.close(resolve));
    expect(await leftOvers()).toEqual([]);
  });

  it('refuses one port for two things, and a port that is none', async () => {
    await expectClearFailure(start({ DEPLOYER_PORT: ports.SITE_PORT }), /demandé deux fois/);
    await expectClearFailure(start({ SITE_PORT: 'quatre-vingts' }), /mal écrites : SITE_PORT/);
  });

  it('says what is wrong with DATABASE_URL', async () => {
    const port = await freePort();
    await expectClearFailure(
      start({ DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/trame` }),
      /Aucune base de données ne répond/,
    );
    await expectClearFailure(
      start({ DATABASE_URL: 'postgresql://a:b@nulle-part.invalid/trame' }),
      /La machine nulle-part\.invalid.*introuvable/,
    );
    await expectClearFailure(start({ DATABASE_URL: 'mysql://a:b@127.0.0.1/trame' }), /mal écrites : DATABASE_URL/);
  });

  it('says where it may not write', async () => {
    const file = path.join(home, 'a-file');
    await writeFile(file, '');
    await expectClearFailure(start({ DATA_DIR: path.join(file, 'data') }), /ne peut pas écrire dans .*DATA_DIR/);
  });
});
