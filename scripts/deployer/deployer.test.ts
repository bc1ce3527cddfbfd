/** The whole deployer over stand-in steps: real processes, files and HTTP, but no Astro. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { leakMark } from '@trame/cms/leak-mark';
import { ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import { REGISTER_HEADER, type SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { suppressionLines, type Suppression } from '@trame/cms/domain/stored/suppression';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pdf } from '../checks/testing.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { filesIn } from '../lib/file-digests.ts';
import { close, listen } from '../lib/http.ts';
import { silentLog } from '../lib/log.ts';
import { type Deployer, startDeployer } from './deployer.ts';
import { rollback } from './rollback.ts';
import type { Step, StepName, Steps } from './steps.ts';

const SECRET = 'the-secret-of-the-webhook';
const secrets = {
  exportToken: 'the-token-of-the-export',
  webhookSecret: SECRET,
  pressSecret: 'the-secret-of-the-press',
};
const base = toSiteExport(demoContent({ today: '2026-09-05' }));

let dataDir: string;
let cms: Server;
let cmsPort: number;
let content: SiteExport;
let etag: string;
let cmsUp: boolean;
let fetched: number;
let deployer: Deployer | null = null;
/** What the CMS has noted in the register of suppressions. */
let noted: Suppression[];
const said = () => ({ [REGISTER_HEADER]: noted.at(-1)?.id ?? '' });
async function note(act: Suppression['act']): Promise<void> {
  noted.push({ id: randomUUID(), at: new Date().toISOString(), secret: '0123456789abcdef', act, after: null });
  await writeFile(path.join(dataDir, 'suppressions.jsonl'), suppressionLines(noted));
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-deployer-'));
  [content, etag, cmsUp, fetched] = [base, '"1"', true, 0];
  noted = [];
  await note({ kind: 'register' });
  cms = createServer((request, response) => {
    fetched++;
    if (!cmsUp) response.writeHead(503).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304, said()).end();
    else response.writeHead(200, { etag, ...said() }).end(JSON.stringify(content));
  });
  cmsPort = await listen(cms, 0);
});
afterEach(async () => {
  await deployer?.stop();
  deployer = null;
  await close(cms, 50);
  await rm(dataDir, { recursive: true, force: true });
});

const step = (name: StepName, code: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: ['-e', code, ...args],
  cwd: os.tmpdir(),
});

/** What each release says of itself. */
const WRITE_STATUS = `require('node:fs').writeFileSync(process.env.TRAME_OUT + '/status.json', JSON.stringify({
    format: 'trame-status/1', release: process.env.TRAME_RELEASE_ID, contentVersion: process.env.TRAME_CONTENT_VERSION,
    builtAt: process.env.TRAME_BUILT_AT, booklet: JSON.parse(process.env.TRAME_BOOKLET || JSON.stringify({
    contentVersion: process.env.TRAME_CONTENT_VERSION, builtAt: process.env.TRAME_BUILT_AT })), counts: {} }));`;
/** Writes the content's first association name as the home page, and counts its runs. */
const WRITE_PAGE = `${WRITE_STATUS} const fs = require('node:fs');
  fs.appendFileSync(process.argv[1], 'x');
  const { associations } = JSON.parse(fs.readFileSync(process.env.TRAME_EXPORT, 'utf8'));
  fs.writeFileSync(process.env.TRAME_OUT + '/index.html', associations[0].name + ' ' + process.env.TRAME_CONTENT_VERSION);`;
/** A rollback reads what the booklet says. */
const READABLE = pdf('Annuaire').toString('latin1');
/** Writes all names as the booklet, and counts its runs; waits while it is held, fails while it is broken. */
const WRITE_BOOKLET = `const fs = require('node:fs');
  fs.appendFileSync(process.argv[1] + '.booklets', 'x');
  while (fs.existsSync(process.argv[1] + '.held')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  if (fs.existsSync(process.argv[1] + '.broken-booklet')) { console.error('La police de la fiche « Judo » est introuvable.'); process.exit(3); }
  const { associations } = JSON.parse(fs.readFileSync(process.env.TRAME_EXPORT, 'utf8'));
  fs.writeFileSync(process.env.TRAME_OUT + '/annuaire.pdf', ${JSON.stringify(READABLE)} + associations.map(({ name }) => name).join('|'));`;
const PASS = `require('node:fs').writeFileSync(JSON.parse(process.argv[1]).report, JSON.stringify({ findings: [], pages: { '': 1 } }))`;

const countFile = () => path.join(dataDir, 'builds');
const builds = () =>
  readFile(countFile(), 'utf8').then(
    (text) => text.length,
    () => 0,
  );

function steps(changes: { page?: string; checks?: string } = {}): Steps {
  return {
    content: () => [step('pages', changes.page ?? WRITE_PAGE, countFile())],
    booklet: () => step('annuaire', WRITE_BOOKLET, countFile()),
    precompress: () => step('precompress', '0'),
    checks: (job) => step('checks', changes.checks ?? PASS, JSON.stringify(job)),
  };
}

async function start(
  options: { steps?: Steps; clock?: Clock; reconcileMs?: number; cmsUrl?: string } = {},
): Promise<Deployer> {
  deployer = await startDeployer({
    environment: {
      dataDir,
      deployerPort: 0,
      siteUrl: 'http://site.example',
      cmsUrl: options.cmsUrl ?? 'http://cms.example',
      cmsDirectUrl: `http://127.0.0.1:${cmsPort}`,
      pressUrl: 'http://press.example',
    },
    secrets,
    log: silentLog,
    settleMs: 10,
    retryMs: 20,
    reconcileMs: options.reconcileMs ?? 60_000,
    steps: options.steps ?? steps(),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  return deployer;
}

const call = (door: string, init: RequestInit = {}, secret = SECRET) =>
  fetch(`http://127.0.0.1:${deployer?.port}${door}`, { ...init, headers: { authorization: `Bearer ${secret}` } });
const page = () => readFile(path.join(dataDir, 'site/current/index.html'), 'utf8').catch(() => null);
const until = async (condition: () => Promise<boolean>) => {
  for (let tries = 0; !(await condition()); tries++) {
    // Long for a machine that is busy, and within the patience of a test.
    if (tries > 2000) throw new Error('Waited in vain');
    await systemClock.sleep(10);
  }
};
const change = (name: string, version: string) => {
  content = {
    ...base,
    associations: base.associations.map((association, at) => (at === 0 ? { ...association, name } : association)),
  };
  etag = `"${version}"`;
};

describe('a release that somebody changes on the disk', () => {
  const file = (name: string) => path.join(dataDir, 'site/current', name);
  const sound = () => `${base.associations[0]?.name} 1`;
  const healed = () => until(async () => (await page()) === sound() && !existsSync(file('intrus.html')));

  it.each([
    ['a page that says something else', () => writeFile(file('index.html'), 'Piraté')],
    ['a page that is gone', () => rm(file('index.html'))],
    ['a page that nobody made', () => writeFile(file('intrus.html'), 'Piraté')],
  ])('is made again in the next round: %s', async (_what, damage) => {
    const running = await start({ reconcileMs: 30 });
    await running.settle();
    await damage();
    await healed();
    expect(await builds()).toBe(2);
    await running.settle();
    expect((await running.state()).failure).toBeNull();
  });

  it('is noticed at the start although size and time are as they were, and takes nothing over from what was changed', async () => {
    const first = await start();
    await first.settle();
    await first.stop();
    const { atime, mtime } = await stat(file('index.html'));
    await writeFile(file('index.html'), sound().replace(/^./, 'X'));
    await utimes(file('index.html'), atime, mtime);
    const taken: (string | null)[] = [];
    const own = steps();
    const running = await start({
      steps: {
        ...own,
        precompress: (release, previous) => {
          taken.push(previous);
          return own.precompress(release, previous);
        },
      },
    });
    await running.settle();
    await healed();
    expect(taken).toEqual([null]);
  });

  it('is not forgotten when the release that was to take its place fails', async () => {
    const MADE = 1e9;
    // To the second: no more can be given back to a file.
    const own = steps({
      page: `${WRITE_PAGE}\n;require('node:fs').utimesSync(process.env.TRAME_OUT + '/index.html', ${MADE}, ${MADE})`,
    });
    const first = await start({ steps: own });
    await first.settle();
    await first.stop();
    await writeFile(file('index.html'), sound().replace(/^./, 'X'));
    await utimes(file('index.html'), MADE, MADE);
    const taken: (string | null)[] = [];
    const running = await start({
      steps: {
        ...own,
        precompress: (release, previous) => {
          taken.push(previous);
          const step = own.precompress(release, previous);
          return taken.length > 1 ? step : { ...step, args: ['-e', 'process.exit(1)'] };
        },
      },
    });
    await running.settle();
    expect((await running.state()).failure).not.toBeNull();
    change('Second', '2');
    await call('/rebuild', { method: 'POST', body: '{}' });
    await running.settle();
    expect(taken).toEqual([null, null]);
    expect((await running.state()).failure).toBeNull();
  });

  it('that was put back is said to be damaged, and stays', async () => {
    const running = await start();
    await running.settle();
    change('Second', '2');
    await running.settle();
    await rollback({ dataDir, siteUrl: 'http://site.example' }, []);
    await writeFile(file('index.html'), 'Piraté');
    await running.settle();
    expect(await builds()).toBe(2);
    expect((await running.state()).failure?.message).toContain('index.html');
  });
});

describe('the deployer', () => {
  it('builds what it finds at its start, and says so', async () => {
    const running = await start();
    await running.settle();
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);
    const state = await running.state();
    expect(state).toMatchObject({ live: { contentVersion: '1' }, building: null, failure: null, pending: false });
  });

  it('builds nothing for a call without the secret', async () => {
    const running = await start();
    await running.settle();
    change('Nobody asked', '2');
    for (const secret of ['', 'wrong', `${SECRET}x`])
      expect((await call('/hooks/strapi', { method: 'POST' }, secret)).status).toBe(401);
    expect((await call('/state', {}, 'wrong')).status).toBe(401);
    expect((await call('/rebuild', { method: 'POST' }, 'wrong')).status).toBe(401);
    await systemClock.sleep(100);
    expect(await builds()).toBe(1);
    expect((await running.state()).live?.contentVersion).toBe('1');
  });

  it('answers 404 elsewhere and 400 to a request it does not understand', async () => {
    await start();
    expect((await call('/')).status).toBe(404);
    expect((await call('/hooks/strapi')).status).toBe(404);
    expect((await call('/rebuild', { method: 'POST', body: '{"acceptLoss":"yes"}' })).status).toBe(400);
    expect((await call('/rebuild', { method: 'POST', body: 'x'.repeat(10_000) })).status).toBe(400);
  });

  it('makes one build of many webhooks, whatever their body', async () => {
    const running = await start();
    await running.settle();
    change('Twenty events', '2');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => call('/hooks/strapi', { method: 'POST', body: 'x'.repeat(at * 1000) })),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    await until(async () => (await page())?.startsWith('Twenty events') ?? false);
    await running.settle();
    expect(await builds()).toBe(2);
  });

  it('builds exactly once more for what changes during a build', async () => {
    const slow = WRITE_PAGE.replace(
      "'x');",
      "'x'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);",
    );
    const running = await start({ steps: steps({ page: slow }) });
    await until(async () => (await running.state()).building !== null);
    change('Meanwhile', '2');
    for (let i = 0; i < 5; i++) await call('/hooks/strapi', { method: 'POST' });
    expect((await running.state()).pending).toBe(true);
    await until(async () => (await page())?.startsWith('Meanwhile') ?? false);
    await running.settle();
    expect(await builds()).toBe(2);
  });

  it('builds nothing when nothing changed, unless it is asked to', async () => {
    const running = await start();
    await running.settle();
    const asked = fetched;
    await call('/hooks/strapi', { method: 'POST' });
    await until(() => Promise.resolve(fetched > asked));
    await running.settle();
    expect(await builds()).toBe(1);
    await call('/rebuild', { method: 'POST' });
    await until(async () => (await builds()) === 2);
  });

  it('finds by itself what a lost webhook was about', async () => {
    await start({ reconcileMs: 30 });
    await until(async () => (await page()) !== null);
    change('Nobody told', '2');
    await until(async () => (await page())?.startsWith('Nobody told') ?? false);
  });

  it('leaves the old site up when a step fails, says which, and mends itself', async () => {
    const failing = `if (require('node:fs').existsSync(process.argv[1] + '.broken')) { console.error('La photo de la fiche « Judo » est illisible.'); process.exit(3); }`;
    const running = await start({ steps: steps({ page: `${failing}\n${WRITE_PAGE}` }) });
    await running.settle();
    await writeFile(`${countFile()}.broken`, '');
    change('Broken', '2');
    await running.settle();
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);
    const { failure, live, building } = await running.state();
    expect(failure?.message).toMatch(/« Mise en page du site » : La photo de la fiche « Judo » est illisible\./);
    expect(live?.contentVersion).toBe('1');
    expect(building).toBeNull();
    expect(await readdir(path.join(dataDir, 'site/releases'))).toHaveLength(1);

    await rm(`${countFile()}.broken`);
    change('Mended', '3');
    await running.settle();
    expect((await running.state()).failure).toBeNull();
    expect(await page()).toBe('Mended 3');
  });

  it('stops a step that hangs, says so, and publishes what comes next', async () => {
    const hanging = `if (require('node:fs').existsSync(process.argv[1] + '.hangs')) setInterval(() => {}, 1000); else {${WRITE_PAGE}}`;
    const running = await start({
      steps: {
        ...steps(),
        content: () => [{ ...step('pages', hanging, countFile()), limitMs: 2000 }],
      },
    });
    await running.settle();
    await writeFile(`${countFile()}.hangs`, '');
    change('Hangs', '2');
    await running.settle();
    expect((await running.state()).failure?.message).toMatch(
      /« Mise en page du site », qui n’avait toujours pas fini après 2,0 s\. Le site en ligne n’est pas touché/,
    );
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);

    await rm(`${countFile()}.hangs`);
    change('Mended', '3');
    await running.settle();
    expect((await running.state()).failure).toBeNull();
    expect(await page()).toBe('Mended 3');
  });

  it('names the record of a poisoned export', async () => {
    const running = await start();
    await running.settle();
    change('Poison', '2');
    Object.assign(content.associations[0] ?? {}, { website: 'javascript:alert(1)' });
    await running.settle();
    expect((await running.state()).failure?.message).toContain('l’association « Poison »');
    expect(await builds()).toBe(1);
  });

  it('tells its steps no secret', async () => {
    const names = [
      'TRAME_WEBHOOK_SECRET',
      'TRAME_EXPORT_TOKEN',
      'TRAME_PRESS_SECRET',
      'DATABASE_URL',
      'JWT_SECRET',
      'TRAME_ADMIN_PASSWORD',
    ];
    for (const name of names) vi.stubEnv(name, 'a-secret-of-this-machine');
    vi.stubEnv('OF_THE_MACHINE', 'yes');
    try {
      const tell = `require('node:fs').writeFileSync(process.env.TRAME_OUT + '/index.html', JSON.stringify(process.env))`;
      await (await start({ steps: steps({ page: tell }) })).settle();
    } finally {
      vi.unstubAllEnvs();
    }
    const seen = await page();
    expect(seen).toContain('"OF_THE_MACHINE":"yes"');
    expect(seen).not.toContain('a-secret-of-this-machine');
  });

  it('hands each release what the last one noted of changes, and keeps no notes of a release that is gone', async () => {
    const NOTE = `const fs = require('node:fs');
      const { TRAME_FORMER_CHANGES: former, TRAME_CHANGES: own, TRAME_OUT: out } = process.env;
      const noted = (former ? fs.readFileSync(former, 'utf8') : '') + 'x';
      fs.writeFileSync(own, noted);
      fs.writeFileSync(out + '/index.html', noted);`;
    etag = '"1"';
    const running = await start({ steps: steps({ page: NOTE }) });
    for (let release = 1; release <= 7; release++) {
      // The first one is made by itself.
      if (release > 1) {
        etag = `"${release}"`;
        await call('/rebuild', { method: 'POST', body: '{}' });
      }
      await running.settle();
      expect(await page()).toBe('x'.repeat(release));
    }
    const [notes, releases] = await Promise.all(
      ['deployer/changes', 'site/releases'].map((folder) => readdir(path.join(dataDir, folder))),
    );
    expect(notes?.map((name) => path.basename(name, '.json')).sort()).toEqual(releases?.sort());
  });

  it('keeps a refused release from going live, with the reason', async () => {
    const refuse = `require('node:fs').writeFileSync(JSON.parse(process.argv[1]).report, JSON.stringify({ findings: [{ gate: 'privacy', message: 'le numéro +33600000000 apparaîtrait', where: null }], pages: {} }))`;
    const running = await start({ steps: steps({ checks: refuse }) });
    await running.settle();
    expect((await running.state()).failure?.message).toContain('le numéro +33600000000 apparaîtrait');
    expect(await page()).toBeNull();
  });

  it.each([
    [['loss'], true],
    [['loss', 'privacy'], undefined],
  ])('tells the CMS of findings of %j whether somebody may say that they are meant: %s', async (gates, loss) => {
    const findings = gates.map((gate) => ({ gate, message: `le contrôle ${gate}`, where: null }));
    const refuse = `require('node:fs').writeFileSync(JSON.parse(process.argv[1]).report, ${JSON.stringify(JSON.stringify({ findings, pages: {} }))})`;
    const running = await start({ steps: steps({ checks: refuse }) });
    await running.settle();
    expect((await running.state()).failure?.loss).toBe(loss);
  });

  it('tells the CMS where a refused contact stood, by a mark that it knows and nobody can read', async () => {
    const phone = '+33639980001';
    const records = [{ uid: 'api::guide.guide', documentId: 'g1', title: 'Un guide', field: 'summary' }];
    const finding = {
      gate: 'privacy',
      message: 'un numéro',
      where: '/guides/g/',
      leak: { kind: 'phone', value: phone, records },
    };
    const refuse = `require('node:fs').writeFileSync(JSON.parse(process.argv[1]).report, ${JSON.stringify(JSON.stringify({ findings: [finding], pages: {} }))})`;
    const running = await start({ steps: steps({ checks: refuse }) });
    await running.settle();
    const mark = leakMark(secrets.exportToken, phone);
    expect((await running.state()).failure?.leaks).toEqual([
      { kind: 'phone', mark, masked: '+336••••••01', where: '/guides/g/', records },
    ]);
    // Nor does anything that is kept.
    const kept = await readdir(path.join(dataDir, 'deployer'), { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of kept.filter((one) => one.isFile()))
      expect(await readFile(path.join(parentPath, name), 'utf8'), name).not.toContain('639980001');
  });

  it('keeps online what went live, even when its state cannot be written', async () => {
    const failing = `if (require('node:fs').existsSync(process.argv[1] + '.broken')) process.exit(3);`;
    const running = await start({ steps: steps({ page: `${failing}\n${WRITE_PAGE}` }) });
    await running.settle();
    await writeFile(`${countFile()}.broken`, '');
    change('Broken', '2');
    await running.settle();
    expect((await running.state()).failure).not.toBeNull();

    const stateFile = path.join(dataDir, 'deployer/state.json');
    await rm(stateFile);
    await mkdir(path.join(stateFile, 'in-the-way'), { recursive: true }); // no file can take its place
    await rm(`${countFile()}.broken`);
    change('Mended', '3');
    await running.settle();
    expect(await page()).toBe('Mended 3');
    expect(await running.state()).toMatchObject({ live: { contentVersion: '3' }, failure: null });

    await writeFile(`${countFile()}.broken`, '');
    change('Broken again', '4');
    await running.settle();
    expect((await running.state()).failure?.message).toContain('Mise en page du site');
    expect(await page()).toBe('Mended 3');
  });

  it('remembers over a restart why the site is not up to date', async () => {
    const running = await start({ steps: steps({ page: 'process.exit(1)' }) });
    await running.settle();
    await running.stop();
    deployer = null;
    cmsUp = false;
    expect((await (await start()).state()).failure?.message).toContain('Mise en page du site');
  });

  it('waits for a CMS that is down, and publishes as soon as it is back', async () => {
    cmsUp = false;
    const running = await start();
    await systemClock.sleep(100);
    expect((await running.state()).live).toBeNull();
    cmsUp = true;
    await until(async () => (await page()) !== null);
  });

  it('says that the CMS is silent once it has been for a while', async () => {
    let now = new Date('2026-09-05T08:00:00Z');
    const running = await start({ clock: { ...systemClock, now: () => now } });
    await running.settle();
    cmsUp = false;
    await running.settle();
    expect((await running.state()).failure).toBeNull();
    now = new Date('2026-09-05T08:00:20Z');
    await running.settle();
    expect((await running.state()).failure?.message).toMatch(/ne répond pas depuis 20 s/);
    expect((await running.state()).live?.contentVersion).toBe('1');
    cmsUp = true;
    await running.settle();
    expect((await running.state()).failure).toBeNull();
  });

  it('builds again when the CMS has another public address: pages send forms there', async () => {
    await (await start()).settle();
    await deployer?.stop();
    await (await start({ cmsUrl: 'https://gestion.example' })).settle();
    expect(await builds()).toBe(2);
    await deployer?.stop();
    await (await start({ cmsUrl: 'https://gestion.example' })).settle();
    expect(await builds()).toBe(2);
  });

  it('builds again when the day changes in France, not in Greenwich', async () => {
    let now = new Date('2026-09-05T21:30:00Z');
    const running = await start({ clock: { ...systemClock, now: () => now } });
    await running.settle();
    now = new Date('2026-09-05T21:59:00Z');
    await running.settle();
    expect(await builds()).toBe(1);
    now = new Date('2026-09-05T22:01:00Z');
    await running.settle();
    expect(await builds()).toBe(2);
  });

  it('lets a rollback hold until the content changes', async () => {
    const running = await start();
    await running.settle();
    change('Second', '2');
    await running.settle();
    await rollback({ dataDir, siteUrl: 'http://site.example' }, []);
    await running.settle();
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);
    expect((await running.state()).live?.contentVersion).toBe('1');
    change('Third', '3');
    await running.settle();
    expect(await page()).toBe('Third 3');
  });

  it('keeps no release that shows what was taken off since, once another is online', async () => {
    const running = await start();
    await running.settle();
    const kept = async () => (await rollback({ dataDir, siteUrl: 'http://site.example' }, ['--list'])).split('\n');
    change('Second', '2');
    await running.settle();
    expect(await kept()).toHaveLength(2);
    // What changes nothing of the content is honoured by what is online already.
    await note({ kind: 'contact', association: 'a', mark: 'a'.repeat(64), channels: ['web'] });
    await running.settle();
    expect(await builds()).toBe(2);
    change('Third', '3');
    await running.settle();
    expect(await kept()).toHaveLength(2);
    await rollback({ dataDir, siteUrl: 'http://site.example' }, []);
    expect(await page()).toBe('Second 2');

    await note({ kind: 'record', type: 'api::guide.guide', record: 'g', act: 'deleted' });
    change('Fourth', '4');
    await running.settle();
    expect(await page()).toBe('Fourth 4');
    expect(await kept()).toHaveLength(1);
    await expect(rollback({ dataDir, siteUrl: 'http://site.example' }, [])).rejects.toThrow(/rien avant elle/);
  });

  describe('when a new version does not go online', () => {
    /** The page is what the release is made of; the checks refuse a guide called « Faux », and fewer than half of the associations. */
    const WRITE_CONTENT = `${WRITE_STATUS} const fs = require('node:fs');
      fs.appendFileSync(process.argv[1], 'x');
      const text = fs.readFileSync(process.env.TRAME_EXPORT, 'utf8');
      if (JSON.parse(text).guides.some(({ title }) => title === 'Cassé')) { console.error('La photo de la fiche « Cassé » est illisible.'); process.exit(3); }
      fs.writeFileSync(process.env.TRAME_OUT + '/index.html', text);`;
    const CHECK = `const fs = require('node:fs');
      const job = JSON.parse(process.argv[1]);
      const { guides, associations } = JSON.parse(fs.readFileSync(job.exportFile, 'utf8'));
      const findings = [
        ...(guides.some(({ title }) => title === 'Faux') ? [{ gate: 'privacy', message: 'le guide « Faux » est faux', where: null }] : []),
        ...(associations.length < ${Math.floor(base.associations.length / 2)} ? [{ gate: 'loss', message: 'trop de pages manquent', where: null }] : []),
      ];
      fs.writeFileSync(job.report, JSON.stringify({ findings, pages: { '': 1 } }));`;
    const shown = async () => JSON.parse((await page()) ?? '') as SiteExport;
    const at = base.associations.findIndex(({ contacts }) => contacts.some(({ phone }) => phone !== null));
    const [club] = base.associations.slice(at);
    const phone = club?.contacts.find((contact) => contact.phone !== null)?.phone ?? '';
    const occurs = async () => ((await page()) ?? '').includes(phone);
    const [, ...guides] = base.guides;
    const [guide] = base.guides;
    if (!club || !guide) throw new Error('The demo has no contact to test with');
    /** Withdrawn: from its fields, and from a guide that named it. */
    const clubWithout = { ...club, contacts: club.contacts.filter((contact) => contact.phone !== phone) };
    const others = base.associations.filter((one) => one !== club);
    const withdraw = async (changes: Partial<SiteExport>) => {
      content = { ...base, associations: [...others, clubWithout], ...changes };
      etag = `"${randomUUID()}"`;
      await note({ kind: 'contact', association: club.id, mark: 'a'.repeat(64), channels: ['web'] });
    };
    const titled = (title: string) => [{ ...guide, title }, ...guides];
    beforeEach(() => {
      content = { ...base, guides: [{ ...guide, summary: `Appelez le ${phone}, le soir.` }, ...guides] };
    });

    it.each([
      ['is refused', 'Faux', 'le guide « Faux » est faux'],
      ['cannot be made', 'Cassé', 'La photo de la fiche « Cassé » est illisible.'],
    ])('because it %s, what was withdrawn leaves all the same', async (_, title, reason) => {
      const running = await start({ steps: steps({ page: WRITE_CONTENT, checks: CHECK }) });
      await running.settle();
      expect(await occurs()).toBe(true);

      await withdraw({ guides: titled(title), events: base.events.slice(1) });
      await running.settle();
      expect(await occurs()).toBe(false);
      const now = await shown();
      expect(now.guides.find(({ id }) => id === guide.id)).toMatchObject({
        title: guide.title,
        summary: 'Appelez le (coordonnées retirées), le soir.',
      });
      expect(now.events.map(({ id }) => id)).not.toContain(base.events[0]?.id);
      const state = await running.state();
      expect(state.failure?.message).toContain(reason);
      expect(state.failure?.message).toContain('sans ce qui a été retiré depuis');
      expect(state.failure?.message).not.toContain('n’est pas touché');
      expect(state.live?.contentVersion).toBe('1');
      // What showed it is not kept, and the next look makes nothing more of it.
      for (const place of ['site/releases', 'deployer/contents'])
        for (const file of await filesIn(path.join(dataDir, place)))
          expect(await readFile(path.join(dataDir, place, file), 'utf8'), file).not.toContain(phone);
      const made = await builds();
      await running.settle();
      expect(await builds()).toBe(made);

      await withdraw({ guides: titled('Juste') });
      await running.settle();
      expect((await shown()).guides.some(({ title: one }) => one === 'Juste')).toBe(true);
      expect((await running.state()).failure).toBeNull();
    });

    it('because too much would be gone, that stays without its contacts', async () => {
      const running = await start({ steps: steps({ page: WRITE_CONTENT, checks: CHECK }) });
      await running.settle();
      await withdraw({ associations: others.slice(0, 2) });
      await running.settle();
      expect(await occurs()).toBe(false);
      const now = await shown();
      expect(now.associations).toHaveLength(base.associations.length);
      expect(now.associations.filter(({ contacts }) => contacts.length > 0).length).toBeLessThanOrEqual(2);
      expect((await running.state()).failure?.message).toContain('trop de pages manquent');
    });

    it('and nothing was withdrawn, what is online stays as it is', async () => {
      const running = await start({ steps: steps({ page: WRITE_CONTENT, checks: CHECK }) });
      await running.settle();
      const before = await page();
      const made = await builds();
      content = { ...content, guides: [...content.guides, { ...guide, id: 'new', slug: 'faux', title: 'Faux' }] };
      etag = '"2"';
      await running.settle();
      expect(await page()).toBe(before);
      expect(await builds()).toBe(made + 1);
      expect((await running.state()).failure?.message).toContain('Le site en ligne n’est pas touché.');
    });

    it('nor what is left without what was withdrawn, an editor reads that it is still online', async () => {
      const always = CHECK.replace("title === 'Faux'", 'job.previousPages !== null');
      const running = await start({ steps: steps({ page: WRITE_CONTENT, checks: always }) });
      await running.settle();
      await withdraw({});
      await running.settle();
      expect(await occurs()).toBe(true);
      expect((await running.state()).failure?.message).toContain('est encore en ligne');
    });
  });

  describe('that publishes a change', () => {
    const here = (name: string) => path.join(dataDir, 'site/current', name);
    const booklet = () =>
      readFile(here('annuaire.pdf'), 'utf8').then(
        (text) => text.slice(READABLE.length),
        () => null,
      );
    const status = async () => ReleaseStatus.parse(JSON.parse(await readFile(here('status.json'), 'utf8')));
    const bookletVersion = async () => (await status()).booklet?.contentVersion ?? null;
    const bookletsMade = () =>
      readFile(`${countFile()}.booklets`, 'utf8').then(
        (text) => text.length,
        () => 0,
      );
    const hold = () => writeFile(`${countFile()}.held`, '');
    const letGo = () => rm(`${countFile()}.held`);
    const breakBooklet = () => writeFile(`${countFile()}.broken-booklet`, '');
    const mendBooklet = () => rm(`${countFile()}.broken-booklet`);
    const shows = (words: string) => until(async () => (await page())?.startsWith(words) ?? false);
    const knock = () => call('/hooks/strapi', { method: 'POST' });
    const [first, second] = base.associations;
    const list = () => rollback({ dataDir, siteUrl: 'http://site.example' }, ['--list']);
    /** Names of releases: one may be the beginning of another. */
    const listed = async () => (await list()).split(/\s+/);
    const back = () => rollback({ dataDir, siteUrl: 'http://site.example' }, []);
    /** Of a time of day that does not change the day. */
    const MORNING = '2026-09-05T08:00:00.000Z';
    const clockAt = () => {
      const clock = { now: new Date(MORNING) };
      return { pass: (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000)), clock };
    };
    const retitled = (version: string) => {
      content = { ...base, guides: base.guides.map((guide) => ({ ...guide, title: `${guide.title} ${version}` })) };
      etag = `"${version}"`;
    };
    const without = (version: string) => {
      content = { ...base, associations: base.associations.slice(1) };
      etag = `"${version}"`;
    };

    it('shows the pages first, beside the booklet of before, then a booklet of its own', async () => {
      const running = await start();
      await running.settle();
      const before = await status();
      expect([before.booklet?.contentVersion, await bookletsMade()]).toEqual(['1', 1]);
      expect((await running.state()).booklet).toBeUndefined();

      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      expect(await booklet()).toContain(first!.name);
      expect(await status()).toMatchObject({ contentVersion: '2', booklet: before.booklet });
      await until(async () => (await running.state()).booklet?.making === true);
      expect(await running.state()).toMatchObject({
        live: { contentVersion: '2' },
        building: null,
        failure: null,
        booklet: { builtAt: before.booklet?.builtAt, failure: null },
      });
      const pages = (await status()).release;

      await letGo();
      await running.settle();
      expect(await booklet()).toMatch(/^Second\|/);
      expect(await page()).toBe('Second 2');
      const { release, booklet: own, contentVersion } = await status();
      expect([release === pages, contentVersion, own?.contentVersion]).toEqual([false, '2', '2']);
      expect((await running.state()).live?.release).toBe(release);
      expect((await running.state()).booklet).toBeUndefined();
      expect([await builds(), await bookletsMade()]).toEqual([2, 2]);
      // The next look finds nothing to do, and nothing damaged.
      await running.settle();
      expect([await builds(), await bookletsMade()]).toEqual([2, 2]);
    });

    it.each<[string, () => Promise<void> | void]>([
      ['is unpublished', () => without('2')],
      [
        'takes its contacts back',
        () => {
          content = { ...base, associations: base.associations.map((one) => ({ ...one, contacts: [] })) };
          etag = '"2"';
        },
      ],
      [
        'is noted in the register alone',
        async () => {
          retitled('2');
          await note({ kind: 'record', type: 'api::guide.guide', record: 'g', act: 'deleted' });
        },
      ],
    ])('shows no booklet of before once an association %s', async (_, withdraw) => {
      const running = await start();
      await running.settle();
      await hold();
      await withdraw();
      await knock();
      await until(async () => (await status()).contentVersion === '2');
      expect([await booklet(), (await status()).booklet]).toEqual([null, null]);
      expect((await running.state()).booklet?.builtAt).toBeNull();
      await letGo();
      await running.settle();
      expect(await booklet()).toBe(content.associations.map(({ name }) => name).join('|'));
      expect(await bookletVersion()).toBe('2');
    });

    it('shows the pages without the booklet of before when the checks refuse that one', async () => {
      const refuse = `const fs = require('node:fs'); const job = JSON.parse(process.argv[1]);
        const isOld = fs.existsSync(job.release + '/annuaire.pdf') && fs.readFileSync(job.release + '/annuaire.pdf', 'utf8').includes(${JSON.stringify(first!.name)});
        const findings = isOld && job.previousPages ? [{ gate: 'privacy', message: 'un numéro', where: '/annuaire.pdf' }] : [];
        if (!fs.existsSync(job.release + '/annuaire.pdf') && !job.awaitsBooklet) findings.push({ gate: 'required-files', message: 'rien', where: '/annuaire.pdf' });
        fs.writeFileSync(job.report, JSON.stringify({ findings, pages: { '': 1 } }));`;
      const running = await start({ steps: steps({ checks: refuse }) });
      await running.settle();
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      expect([await booklet(), (await status()).booklet, (await running.state()).failure]).toEqual([null, null, null]);
      await letGo();
      await running.settle();
      expect(await booklet()).toMatch(/^Second/);
    });

    it('gives way to the next change, and keeps comparing with what the booklet shows', async () => {
      const running = await start();
      await running.settle();
      const oldest = (await status()).release;
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      await until(async () => (await bookletsMade()) === 2);
      // Nothing changed: it goes on, and the look that was asked for waits for its end.
      const asked = fetched;
      await knock();
      await until(() => Promise.resolve(fetched > asked));
      await systemClock.sleep(500);
      expect(await running.state()).toMatchObject({ pending: true, booklet: { making: true } });
      for (const [name, version] of Object.entries({ Third: '3', Fourth: '4', Fifth: '5', Sixth: '6', Seventh: '7' })) {
        change(name, version);
        await knock();
        await shows(name);
        expect([await bookletVersion(), await booklet()]).toEqual(['1', expect.stringContaining(first!.name)]);
        await until(async () => (await running.state()).booklet?.making === true);
      }
      // Of none of the releases that are kept: what the booklet shows is known all the same.
      expect(await listed()).not.toContain(oldest);
      content = { ...content, associations: content.associations.filter(({ id }) => id !== second?.id) };
      etag = '"8"';
      await knock();
      await until(async () => (await status()).contentVersion === '8');
      expect(await booklet()).toBeNull();
      await until(async () => (await running.state()).booklet?.making === true);
      // And what follows brings it back no more than that.
      change('Ninth', '9');
      await knock();
      await shows('Ninth');
      expect(await booklet()).toBeNull();
      await letGo();
      await running.settle();
      expect([await page(), await bookletVersion()]).toEqual(['Ninth 9', '9']);
      expect(await booklet()).toMatch(/^Ninth/);
      expect((await readdir(path.join(dataDir, 'site/releases'))).filter((one) => one.endsWith('.work'))).toEqual([]);
    });

    it('takes for withdrawn what it cannot compare', async () => {
      const running = await start();
      await running.settle();
      await rm(path.join(dataDir, 'deployer/contents', `${(await status()).release}.json`));
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      expect(await booklet()).toBeNull();
      await letGo();
      await running.settle();
    });

    it('finishes first what has been behind for too long, but for what must leave', async () => {
      const { clock, pass } = clockAt();
      const running = await start({ clock: { ...systemClock, now: () => clock.now } });
      await running.settle();
      await hold();
      retitled('2');
      await knock();
      await until(async () => (await status()).contentVersion === '2');
      pass(9);
      retitled('3');
      await knock();
      await until(async () => (await status()).contentVersion === '3');
      await until(async () => (await running.state()).booklet?.making === true);
      expect((await running.state()).booklet?.behindSince).toBe(MORNING);
      pass(2);
      retitled('4');
      await knock();
      await systemClock.sleep(200);
      expect([(await status()).contentVersion, (await running.state()).booklet?.making]).toEqual(['3', true]);
      without('5');
      await knock();
      await until(async () => (await status()).contentVersion === '5');
      expect(await booklet()).toBeNull();
      await until(async () => (await running.state()).booklet?.making === true);
      retitled('6');
      await knock();
      await systemClock.sleep(200);
      expect((await status()).contentVersion).toBe('5');
      await letGo();
      const seen = new Set<string | null>();
      await until(async () => {
        const { contentVersion, booklet: shown } = await status();
        seen.add(`${contentVersion} ${shown?.contentVersion}`);
        return contentVersion === '6' && shown?.contentVersion === '6';
      });
      expect([...seen]).toContain('5 5');
      await running.settle();
    });

    it('says why the booklet does not follow, keeps the pages, and tries again', async () => {
      const { clock, pass } = clockAt();
      const running = await start({ clock: { ...systemClock, now: () => clock.now } });
      await running.settle();
      await breakBooklet();
      change('Second', '2');
      await running.settle();
      expect([await page(), await bookletVersion()]).toEqual(['Second 2', '1']);
      const { failure, booklet: told, live } = await running.state();
      expect([failure, live?.contentVersion, told?.making]).toEqual([null, '2', false]);
      expect(told?.failure?.message).toMatch(
        /^Le site est à jour, mais l’annuaire PDF date du 5 septembre 2026 à 10.h : .*La police de la fiche « Judo » est introuvable\./,
      );
      expect(await readdir(path.join(dataDir, 'site/releases'))).toHaveLength(2);
      expect(await bookletsMade()).toBe(2);
      await running.settle();
      expect(await bookletsMade()).toBe(2);
      pass(1);
      await running.settle();
      expect(await bookletsMade()).toBe(3);
      await mendBooklet();
      await running.settle();
      expect(await bookletsMade()).toBe(3);
      pass(2);
      await running.settle();
      expect([await bookletVersion(), (await running.state()).booklet]).toEqual(['2', undefined]);
    });

    it('goes on after a restart, whatever kept it from it', async () => {
      const running = await start();
      await running.settle();
      await breakBooklet();
      change('Second', '2');
      await running.settle();
      await running.stop();
      await mendBooklet();
      await hold();
      const again = await start();
      await until(async () => (await again.state()).booklet?.making === true);
      expect((await again.state()).booklet?.failure?.message).toContain('La police');
      await again.stop();
      expect(await readdir(path.join(dataDir, 'site/releases'))).toHaveLength(2);
      await letGo();
      await (await start()).settle();
      expect([await bookletVersion(), await page(), await builds()]).toEqual(['2', 'Second 2', 2]);
    });

    it('reads a record of before that does not speak of a booklet', async () => {
      const running = await start();
      await running.settle();
      await running.stop();
      const file = path.join(dataDir, 'deployer/releases', `${(await status()).release}.json`);
      const {
        booklet: _,
        behindSince: __,
        completes: ___,
        ...record
      } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      await writeFile(file, JSON.stringify(record));
      const again = await start();
      await again.settle();
      expect([await builds(), await bookletsMade(), (await again.state()).booklet]).toEqual([1, 1, undefined]);
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      expect(await booklet()).toContain(first!.name);
      await letGo();
      await again.settle();
    });

    it('goes back to what was there before it, and to no release that lacked only its booklet', async () => {
      const running = await start();
      await running.settle();
      const oldest = (await status()).release;
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      const pages = (await status()).release;
      expect(await list()).toMatch(new RegExp(`→ ${pages}  construite .*, annuaire PDF du .*  \\(en ligne\\)`));
      await letGo();
      await running.settle();
      expect(await listed()).not.toContain(pages);
      expect((await list()).split('\n')).toHaveLength(2);
      // For whoever was reading it a moment ago; the next publication removes it.
      expect(await readdir(path.join(dataDir, 'site/releases'))).toContain(pages);
      expect(await back()).toContain(oldest);
      await running.settle();
      expect([await page(), await bookletVersion()]).toEqual([`${first!.name} 1`, '1']);
      change('Third', '3');
      await running.settle();
      expect(await page()).toBe('Third 3');
      expect(await readdir(path.join(dataDir, 'site/releases'))).not.toContain(pages);
    });

    it('makes the booklet of a release that somebody goes back to, which holds', async () => {
      const running = await start();
      await running.settle();
      await hold();
      without('2');
      await knock();
      await until(async () => (await status()).contentVersion === '2');
      change('Third', '3');
      await knock();
      await shows('Third');
      await letGo();
      await running.settle();
      const built = await builds();
      await back();
      expect([(await status()).contentVersion, await booklet()]).toEqual(['2', null]);
      await running.settle();
      expect((await status()).contentVersion).toBe('2');
      expect(await bookletVersion()).toBe('2');
      await running.settle();
      expect([(await status()).contentVersion, await builds()]).toEqual(['2', built]);
    });

    it('does not undo a rollback that somebody made while the booklet was made', async () => {
      const running = await start();
      await running.settle();
      await hold();
      change('Second', '2');
      await knock();
      await shows('Second');
      await until(async () => (await running.state()).booklet?.making === true);
      await back();
      await letGo();
      await running.settle();
      expect([await page(), await bookletVersion()]).toEqual([`${first!.name} 1`, '1']);
    });

    it('makes all at once what is asked for, and what another day needs', async () => {
      const { clock, pass } = clockAt();
      const running = await start({ clock: { ...systemClock, now: () => clock.now } });
      await running.settle();
      await breakBooklet();
      change('Second', '2');
      await call('/rebuild', { method: 'POST' });
      await until(async () => (await running.state()).failure !== null);
      expect(await page()).toBe(`${first!.name} 1`);
      await mendBooklet();
      await call('/rebuild', { method: 'POST' });
      await shows('Second');
      expect(await bookletVersion()).toBe('2');
      await breakBooklet();
      pass(24 * 60);
      change('Third', '3');
      await running.settle();
      expect([await page(), (await running.state()).failure === null]).toEqual(['Second 2', false]);
    });
  });

  it('clears away what a crash left, and what it was serving stays', async () => {
    const running = await start();
    await running.settle();
    await running.stop();
    deployer = null;
    const halfBuilt = path.join(dataDir, 'site/releases/20991231T2359-half');
    await mkdir(halfBuilt, { recursive: true });
    await symlink('releases/20991231T2359-half', path.join(dataDir, 'site/current.4242'));
    await (await start()).settle();
    expect(existsSync(halfBuilt)).toBe(false);
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);
    expect(await builds()).toBe(1);
  });

  it('publishes what it was about to switch to when it was killed', async () => {
    const running = await start();
    await running.settle();
    const before = (await running.state()).live!.release;
    change('Second', '2');
    await running.settle();
    await running.stop();
    deployer = null;
    // The release stands there with its record; the link still leads to the one before.
    const current = path.join(dataDir, 'site/current');
    await rm(current);
    await symlink(path.join('releases', before), current);
    await (await start()).settle();
    expect(await page()).toBe('Second 2');
    // A rollback is another thing: it holds over a restart.
    await rollback({ dataDir, siteUrl: 'http://site.example' }, [before]);
    await deployer!.stop();
    await (await start()).settle();
    expect(await page()).toBe(`${base.associations[0]?.name} 1`);
  });

  it('stops in the middle of a build without a trace: no process, no half release', async () => {
    const pidFile = path.join(dataDir, 'pid');
    const hang = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`;
    const running = await start({ steps: steps({ page: hang }) });
    // The file is there before the number is in it: on a busy machine it is read in between.
    const readPid = async () => Number(await readFile(pidFile, 'utf8').catch(() => ''));
    await until(async () => (await readPid()) > 0);
    const pid = await readPid();
    await running.stop();
    deployer = null;
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await readdir(path.join(dataDir, 'site/releases'))).toEqual([]);
    expect(existsSync(path.join(dataDir, 'deployer/lock'))).toBe(false);
  });

  it('refuses to work twice on one DATA_DIR', async () => {
    const other = await start();
    await writeFile(
      path.join(dataDir, 'deployer/lock'),
      `${process.ppid}\n${(await import('../lib/processes.ts')).startedAt(process.ppid)}\n`,
    );
    await expect(
      startDeployer({
        environment: {
          dataDir,
          deployerPort: 0,
          siteUrl: 'http://a.example',
          cmsUrl: 'http://127.0.0.1:1',
          cmsDirectUrl: 'http://127.0.0.1:1',
          pressUrl: 'http://a.example',
        },
        secrets,
        log: silentLog,
        steps: steps(),
      }),
    ).rejects.toThrow(/déjà/);
    await other.settle();
  });
});
