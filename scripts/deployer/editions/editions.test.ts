/** Editions over a stand-in press: real processes, files and HTTP, but nothing is set. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { EditionState, MadePrintShopLink } from '@trame/cms/domain/contract/press/edition-state';
import { PRINT_REPORT_FORMAT } from '@trame/cms/domain/contract/press/print-report';
import { demoContent } from '@trame/cms/demo/territory';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { close, listen } from '../../lib/http.ts';
import { silentLog } from '../../lib/log.ts';
import { type Deployer, startDeployer } from '../deployer.ts';
import type { PressName, Step } from '../steps.ts';

const SECRET = 'the-secret-of-the-webhook';
const base = toPrintExport(demoContent({ today: '2026-11-22' }));
const id = base.edition.id;

let dataDir: string;
let cms: Server;
let cmsUrl: string;
let content: PrintExport;
let version: number;
let cmsUp: boolean;
let now: Date;
let deployer: Deployer | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-editions-'));
  [content, version, cmsUp, now] = [base, 1, true, new Date('2026-11-22T10:00:00.000Z')];
  cms = createServer((request, response) => {
    const etag = `"${version}"`;
    if (!cmsUp) response.writeHead(503).end();
    else if (request.headers.authorization !== 'Bearer the-token-of-the-export') response.writeHead(401).end();
    else if (request.url !== `/api/export/print/${id}`) response.writeHead(404).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(JSON.stringify(content));
  });
  cmsUrl = `http://127.0.0.1:${await listen(cms, 0)}`;
});
afterEach(async () => {
  await stop();
  await close(cms, 50);
  await rm(dataDir, { recursive: true, force: true });
});

/** A press that writes the words of the export as its PDF; files in the DATA_DIR make it fail, die, wait or find a fault. */
const PRESS = `const fs = require('node:fs'), path = require('node:path'), crypto = require('node:crypto');
process.on('message', ({ env }) => {
  const job = JSON.parse(env.TRAME_PRESS_JOB), dataDir = path.dirname(env.TRAME_CACHE_DIR);
  const told = (name) => fs.existsSync(path.join(dataDir, name));
  fs.appendFileSync(path.join(dataDir, 'jobs'), job.kind + ' ' + process.pid + '\\n');
  if (told('secrets-of-the-press')) fs.writeFileSync(path.join(dataDir, 'seen'), JSON.stringify(process.env));
  if (job.kind === 'entry') {
    const { content } = JSON.parse(fs.readFileSync(job.exportFile, 'utf8'));
    const found = content.associations.find(({ slug }) => slug === job.slug);
    if (found) fs.writeFileSync(job.out, 'PNG of ' + found.name);
    return process.send({ done: true, memory: 1 });
  }
  fs.writeFileSync(path.join(dataDir, 'asked'), JSON.stringify(job));
  const text = fs.readFileSync(path.join(job.folder, 'export.json'));
  const sha = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
  fs.writeFileSync(path.join(job.folder, 'livret.pdf'), text);
  if (told('die')) process.kill(process.pid, 'SIGKILL');
  if (told('hang')) return;
  if (told('fail')) { console.error('La photo de couverture de l’édition est illisible.'); return process.send({ done: false }); }
  fs.writeFileSync(path.join(job.folder, 'rapport.json'), JSON.stringify({
    format: ${JSON.stringify(PRINT_REPORT_FORMAT)}, edition: { id: ${JSON.stringify(id)}, year: 2026, title: 'Guide' },
    printedAt: job.printedAt, content: sha(text), software: { typst: '0', trame: '0' }, standard: 'PDF/X-4', profile: 'FOGRA39',
    files: [{ name: 'livret.pdf', label: 'Livret, couverture comprise', bytes: text.length, sha256: sha(text), pages: 48 }],
    pages: 48, entries: 1, notesPages: 0, spineMm: null, entryPages: {}, notices: [], changes: null,
    checks: [{ id: 'rgb-objects', title: 'Aucun objet en RVB', measure: '0 objet', places: [], outcome: told('fault') ? 'failed' : 'passed' }],
  }));
  fs.writeFileSync(path.join(job.folder, 'rapport.html'), '<p>Rapport</p>');
  process.send({ done: true, memory: 1 });
});
process.once('disconnect', () => process.exit());`;

const press = (name: PressName): Step => ({
  name,
  command: process.execPath,
  args: ['-e', PRESS],
  cwd: os.tmpdir(),
  kept: true,
});

async function start(clock: Partial<Clock> = {}): Promise<void> {
  deployer = await startDeployer({
    environment: {
      dataDir,
      deployerPort: 0,
      siteUrl: 'http://site.example',
      cmsUrl,
      cmsDirectUrl: cmsUrl,
      pressUrl: 'https://presse.example',
    },
    secrets: { exportToken: 'the-token-of-the-export', webhookSecret: SECRET, pressSecret: 'the-secret-of-the-press' },
    log: silentLog,
    reconcileMs: 60_000,
    retryMs: 60_000,
    steps: {
      ...{ content: () => [], booklet: () => press('edition') },
      ...{ precompress: () => press('edition'), checks: () => press('edition') },
    },
    press,
    clock: { ...systemClock, now: () => now, ...clock },
  });
}
async function stop(): Promise<void> {
  await deployer?.stop();
  deployer = null;
}

const url = (door: string) => `http://127.0.0.1:${deployer?.port}${door}`;
const call = (method: string, door: string, body?: unknown, secret = SECRET) =>
  fetch(url(door), {
    method,
    headers: { authorization: `Bearer ${secret}` },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const state = async () => EditionState.parse(await (await call('GET', `/editions/${id}`)).json());
const until = async (condition: () => Promise<boolean>) => {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 500) throw new Error(`Waited in vain: ${JSON.stringify(await state())}`);
    await systemClock.sleep(10);
  }
};
const proof = async () => {
  expect((await call('POST', `/editions/${id}/proof`)).status).toBe(202);
  await until(async () => (await state()).printing === null);
};
const freeze = () => call('POST', `/editions/${id}/freeze`);
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;
const tell = (name: string) => writeFile(path.join(dataDir, name), '');
const jobs = async () => (await readFile(path.join(dataDir, 'jobs'), 'utf8').catch(() => '')).split('\n').slice(0, -1);
const change = (title: string) => {
  content = { ...content, edition: { ...content.edition, title } };
  version++;
};
const link = async (days = 30) => {
  const response = await call('POST', `/editions/${id}/links`, { recipient: 'Imprimerie du Moron', days });
  expect(response.status).toBe(201);
  const made = MadePrintShopLink.parse(await response.json());
  return { ...made, at: new URL(made.url).pathname };
};
const folder = (...names: string[]) => path.join(dataDir, 'editions', id, ...names);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a proof', () => {
  it('is printed by a program that stays, and says when the content is another since', async () => {
    await start();
    expect(await state()).toEqual({
      edition: id,
      printing: null,
      failure: null,
      proof: null,
      proofIsStale: false,
      frozen: null,
      links: [],
      unreadable: [],
    });
    await proof();
    expect(await state()).toMatchObject({ proof: { pages: 48 }, proofIsStale: false, failure: null });
    change('Un autre titre');
    expect((await state()).proofIsStale).toBe(true);
    await proof();
    expect((await state()).proofIsStale).toBe(false);
    const [first, second] = await jobs();
    expect(first).toBe(second);
    expect((await readdir(folder())).sort()).toEqual(['proof', 'state.json']);
  });

  it('is printed once for any number of requests at the same time', async () => {
    await start();
    await Promise.all(Array.from({ length: 5 }, () => call('POST', `/editions/${id}/proof`)));
    await until(async () => (await state()).printing === null);
    expect(await jobs()).toHaveLength(1);
  });

  it('that fails leaves the one before, and says why', async () => {
    await start();
    await proof();
    change('Un autre titre');
    await tell('fail');
    await proof();
    expect(await state()).toMatchObject({
      failure: { at: now.toISOString(), message: 'La photo de couverture de l’édition est illisible.' },
      proof: { pages: 48 },
      proofIsStale: true,
    });
    await rm(path.join(dataDir, 'fail'));
    await proof();
    expect((await state()).failure).toBeNull();
  });

  it('outlives a press that dies: the next one gets a new press', async () => {
    await start();
    await tell('die');
    await proof();
    expect((await state()).failure?.message).toMatch(/L’épreuve n’a pas pu être tirée/);
    expect((await state()).proof).toBeNull();
    expect((await call('GET', `/editions/${id}/proof/livret.pdf`)).status).toBe(404);
    await rm(path.join(dataDir, 'die'));
    await proof();
    expect((await state()).proof).not.toBeNull();
    const [first, second] = await jobs();
    expect(first).not.toBe(second);
  });

  it('that a stop breaks off is said to be interrupted, and nothing half-written is offered', async () => {
    await start();
    await proof();
    const before = await state();
    await tell('hang');
    change('Un autre titre');
    await call('POST', `/editions/${id}/proof`);
    await until(() => Promise.resolve(existsSync(folder('printing', 'livret.pdf'))));
    expect((await state()).printing).toEqual({ startedAt: now.toISOString() });
    await stop();
    await start();
    const after = await state();
    expect(after).toMatchObject({ printing: null, proof: before.proof });
    expect(after.failure?.message).toMatch(/interrompue par un arrêt/);
    expect(existsSync(folder('printing'))).toBe(false);
  });

  it('that a power cut breaks off, at any moment, leaves a whole proof', async () => {
    await start();
    await proof();
    await stop();
    // What a process that is killed cannot put away: a half-printed folder, and the old proof already moved.
    await mkdir(folder('printing'), { recursive: true });
    await writeFile(folder('printing', 'livret.pdf'), 'half');
    await rename(folder('proof'), folder('proof.old'));
    await writeFile(
      folder('state.json'),
      JSON.stringify({ printing: { startedAt: now.toISOString() }, failure: null }),
    );
    await start();
    expect(await state()).toMatchObject({ printing: null, proof: { pages: 48 } });
    expect((await state()).failure?.message).toMatch(/interrompue/);
    expect((await readdir(folder())).sort()).toEqual(['proof', 'state.json']);
  });

  it('says in French that the CMS is silent, or knows no such edition', async () => {
    await start();
    await call('POST', '/editions/unknown/proof');
    const unknown = async () => EditionState.parse(await (await call('GET', '/editions/unknown')).json());
    await until(async () => (await unknown()).printing === null);
    expect((await unknown()).failure?.message).toMatch(/n’existe pas/);
    cmsUp = false;
    await proof();
    expect((await state()).failure?.message).toMatch(/ne répond pas/);
  });

  it('is not told the secrets of the deployer', async () => {
    for (const name of ['TRAME_PRESS_SECRET', 'TRAME_WEBHOOK_SECRET', 'TRAME_EXPORT_TOKEN'])
      vi.stubEnv(name, 'a-secret-of-this-machine');
    await tell('secrets-of-the-press');
    try {
      await start();
      await proof();
    } finally {
      vi.unstubAllEnvs();
    }
    const seen = await readFile(path.join(dataDir, 'seen'), 'utf8');
    expect(seen).toContain('NODE_ENV');
    expect(seen).not.toContain('a-secret-of-this-machine');
  });
});

describe('freezing', () => {
  it('keeps the very files that were checked, whatever the content becomes', async () => {
    await start();
    await proof();
    const printed = new Uint8Array(await (await call('GET', `/editions/${id}/proof/livret.pdf`)).arrayBuffer());
    const response = await freeze();
    expect(response.status).toBe(200);
    const frozen = EditionState.parse(await response.json());
    expect(frozen).toMatchObject({ proof: null, frozen: { at: now.toISOString() } });
    expect(sha256(printed)).toBe(frozen.frozen?.report.files[0]?.sha256);

    change('Un autre titre');
    const again = new Uint8Array(await (await call('GET', `/editions/${id}/frozen/livret.pdf`)).arrayBuffer());
    expect(Buffer.from(again).equals(Buffer.from(printed))).toBe(true);
    for (const name of ['livret.pdf', 'rapport.json', 'rapport.html', 'export.json', 'seal.json'])
      expect((await stat(folder('frozen', name))).mode & 0o222, name).toBe(0);
  });

  it('is refused without a proof, with a failed check, after a change, and when a file is no longer what was checked', async () => {
    await start();
    expect(await errorOf(await freeze())).toMatch(/pas d’épreuve/);
    await tell('fault');
    await proof();
    const failed = await freeze();
    expect(failed.status).toBe(409);
    expect(await errorOf(failed)).toMatch(/un point bloquant \(Aucun objet en RVB\)/);
    await rm(path.join(dataDir, 'fault'));
    await proof();
    change('Un autre titre');
    expect(await errorOf(await freeze())).toMatch(/Le contenu a changé/);
    cmsUp = false;
    expect(await errorOf(await freeze())).toMatch(/ne répond pas/);
    cmsUp = true;
    await proof();
    await writeFile(folder('proof', 'livret.pdf'), 'other');
    expect(await errorOf(await freeze())).toMatch(/livret\.pdf de l’épreuve a été altéré/);
    expect((await state()).frozen).toBeNull();
  });

  it('happens once, and no proof is printed afterwards', async () => {
    await start();
    await proof();
    const answers = await Promise.all([freeze(), freeze(), freeze()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = await call('POST', `/editions/${id}/proof`);
    expect(refused.status).toBe(409);
    expect(await errorOf(refused)).toMatch(/figée/);
    expect((await state()).printing).toBeNull();
  });

  it('never hands out a file that the disk or somebody altered', async () => {
    await start();
    await proof();
    await freeze();
    const { at } = await link();
    await chmod(folder('frozen', 'livret.pdf'), 0o644);
    await writeFile(folder('frozen', 'livret.pdf'), 'other');
    const own = await call('GET', `/editions/${id}/frozen/livret.pdf`);
    expect([own.status, await errorOf(own)]).toEqual([
      500,
      expect.stringMatching(/ne correspond plus à son empreinte/),
    ]);
    const shop = await fetch(url(`${at}livret.pdf`));
    expect(shop.status).toBe(500);
    expect(await shop.text()).toContain('Ce fichier ne peut pas être remis');
    expect((await state()).links[0]?.downloads).toBe(0);
  });
});

describe('the link of a print shop', () => {
  it('is made for a frozen edition only, for 1 to 90 days', async () => {
    await start();
    await proof();
    expect((await call('POST', `/editions/${id}/links`, { recipient: 'A', days: 30 })).status).toBe(409);
    await freeze();
    for (const bad of [
      { recipient: '', days: 3 },
      { recipient: 'A', days: 0 },
      { recipient: 'A', days: 91 },
      'no JSON',
      'x'.repeat(9000),
    ])
      expect((await call('POST', `/editions/${id}/links`, bad)).status).toBe(400);
    const { url: address } = await link();
    expect(address).toMatch(/^https:\/\/presse\.example\/imprimeur\/[\w.-]+\/$/);
  });

  it('gives the page and every file, and is counted; a look at the headers is not', async () => {
    await start();
    await proof();
    await freeze();
    const { at } = await link();
    expect((await fetch(url(at), { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(url(`${at}livret.pdf`), { method: 'HEAD' })).headers.get('content-length')).toMatch(/^\d+$/);
    expect((await state()).links).toMatchObject([{ visits: 0, downloads: 0, lastUsedAt: null }]);

    const page = await fetch(url(at.slice(0, -1))); // without its slash
    expect(page.url.endsWith('/')).toBe(true);
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await page.text();
    const report = (await state()).frozen?.report;
    expect(text).toContain(report?.files[0]?.sha256);
    for (const words of [
      '148 × 210',
      'couché mat, 115',
      'Agrafé',
      'PDF/X-4',
      'FOGRA39',
      '48, couverture comprise',
      '3\u202f500\u00a0exemplaires',
    ])
      expect(text).toContain(words);

    const file = await fetch(url(`${at}livret.pdf`));
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(sha256(bytes)).toBe(report?.files[0]?.sha256);
    expect(file.headers.get('content-length')).toBe(String(bytes.length));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+-livret\.pdf"$/);
    expect((await fetch(url(`${at}rapport.html`))).status).toBe(200);
    await until(async () => (await state()).links[0]?.downloads === 1);
    expect((await state()).links).toMatchObject([{ visits: 1, downloads: 1, lastUsedAt: now.toISOString() }]);
  });

  it('opens nothing once it is over, withdrawn or forged, and says whom to ask', async () => {
    await start();
    await proof();
    await freeze();
    const [one, two] = [await link(30), await link(1)];
    const revoked = await call('DELETE', `/editions/${id}/links/${one.link.id}`);
    expect(
      EditionState.parse(await revoked.json()).links.find((it) => it.id === one.link.id)?.revokedAt,
    ).not.toBeNull();
    expect((await call('DELETE', `/editions/${id}/links/none`)).status).toBe(404);
    const gone = await fetch(url(`${one.at}livret.pdf`));
    expect(gone.status).toBe(410);
    expect(await gone.text()).toMatch(/a été retiré[\s\S]*Demandez un nouveau lien/);

    expect((await fetch(url(two.at))).status).toBe(200);
    now = new Date('2026-11-23T10:00:01.000Z');
    const late = await fetch(url(`${two.at}livret.pdf`));
    expect(late.status).toBe(410);
    expect(await late.text()).toMatch(/a expiré[\s\S]*Demandez un nouveau lien/);

    const forged = await fetch(url(two.at.replace(/.\/$/, (end) => (end === 'A/' ? 'E/' : 'A/'))));
    expect(forged.status).toBe(404);
    expect(await forged.text()).toMatch(/n’est pas valable[\s\S]*Demandez un nouveau lien/);
  });

  it('leads nowhere else', async () => {
    await start();
    await proof();
    await freeze();
    const { at } = await link();
    for (const file of [
      'export.json',
      'seal.json',
      '..%2Fstate.json',
      '%2e%2e%2f%2e%2e%2fsecrets.json',
      'originals',
      'livret.pdf/x',
      '%00',
      '%',
    ])
      expect((await fetch(url(at + file))).status, file).toBe(404);
    for (const method of ['POST', 'DELETE']) expect((await fetch(url(at), { method })).status).toBe(405);
    expect((await call('GET', `/editions/..%2F..%2Fsecrets/frozen/livret.pdf`)).status).toBe(404);
  });

  it('still opens behind an address that others guess from; the guesses are refused', async () => {
    await start();
    await proof();
    await freeze();
    const { at } = await link();
    const statuses = await Promise.all(
      Array.from({ length: 25 }, async () => (await fetch(url('/imprimeur/guess/'))).status),
    );
    expect(statuses.filter((status) => status === 404)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await fetch(url(at))).status).toBe(200);
  });
});

describe('a file that cannot be read', () => {
  /** Writes a frozen file anew, against its mode. */
  const rewrite = async (text: string, ...names: string[]) => {
    await chmod(folder(...names), 0o644);
    await writeFile(folder(...names), text);
  };
  const withoutMarks = (text: string) => {
    const printed = JSON.parse(text) as PrintExport;
    const { marks: _, ...edition } = printed.edition;
    return JSON.stringify({ ...printed, edition });
  };
  async function frozenWithLink() {
    await start();
    await proof();
    await freeze();
    return (await link()).at;
  }
  const unreadable = async () => (await state()).unreadable.map(({ file }) => file);

  it('of a frozen edition is told to the editor and, at a genuine link, to the print shop', async () => {
    const at = await frozenWithLink();
    expect(await unreadable()).toEqual([]);
    const [content, report, seal] = await Promise.all(
      ['export.json', 'rapport.json', 'seal.json'].map((name) => readFile(folder('frozen', name), 'utf8')),
    );
    for (const [name, text, whole] of [
      ['export.json', withoutMarks(content ?? ''), content],
      ['rapport.json', (report ?? '').replace('trame-print-report/1', 'trame-print-report/9'), report],
      ['seal.json', '{}', seal],
    ] as const) {
      await rewrite(text, 'frozen', name);
      const { unreadable: told } = await state();
      expect(told.map(({ file }) => file)).toEqual([`editions/${id}/frozen/${name}`]);
      expect(told[0]?.message).toMatch(/ne peut pas être relu .*sauvegarde/);
      const shop = await fetch(url(at));
      expect(shop.status).toBe(503);
      expect(await shop.text()).toMatch(/ne peut pas être relu[\s\S]*Appelez l’office/);
      expect((await fetch(url(`${at}livret.pdf`))).status).toBe(503);
      // It is frozen all the same: nothing is printed over it, and no link is made to what would not open.
      for (const door of ['proof', 'freeze']) {
        const refused = await call('POST', `/editions/${id}/${door}`);
        expect([refused.status, await errorOf(refused)]).toEqual([409, expect.stringMatching(/figée/)]);
      }
      const made = await call('POST', `/editions/${id}/links`, { recipient: 'Imprimerie', days: 3 });
      expect([made.status, await errorOf(made)]).toEqual([500, expect.stringContaining(`frozen/${name}`)]);
      expect(await readFile(folder('frozen', name), 'utf8')).toBe(text);
      await rewrite(whole ?? '', 'frozen', name);
    }
    expect((await fetch(url(at))).status).toBe(200);
  });

  it('that is gone from a frozen folder, or the folder with a link to it, is no edition that was never frozen', async () => {
    const at = await frozenWithLink();
    await rm(folder('frozen', 'export.json'));
    expect(await unreadable()).toEqual([`editions/${id}/frozen/export.json`]);
    expect((await fetch(url(at))).status).toBe(503);
    await rename(folder('frozen'), folder('elsewhere'));
    expect((await fetch(url(at))).status).toBe(503);
  });

  it('with the links is no empty list: it is told, and never written over', async () => {
    const at = await frozenWithLink();
    const other = JSON.stringify({ format: 'trame-press-links/9', links: [] });
    await writeFile(folder('links.json'), other);
    const { unreadable: told, links } = await state();
    expect([told.map(({ file }) => file), links]).toEqual([[`editions/${id}/links.json`], []]);
    expect((await fetch(url(at))).status).toBe(503);
    for (const [method, door, body] of [
      ['POST', 'links', { recipient: 'Imprimerie', days: 3 }],
      ['DELETE', 'links/abc', undefined],
    ] as const) {
      const refused = await call(method, `/editions/${id}/${door}`, body);
      expect([refused.status, await errorOf(refused)]).toEqual([500, expect.stringContaining('links.json')]);
    }
    expect(await readFile(folder('links.json'), 'utf8')).toBe(other);
  });

  it('with the links of before there were versions still opens them, and is written with its version', async () => {
    const at = await frozenWithLink();
    const { links } = JSON.parse(await readFile(folder('links.json'), 'utf8')) as { links: unknown[] };
    await writeFile(folder('links.json'), JSON.stringify(links));
    expect((await fetch(url(at))).status).toBe(200);
    expect(JSON.parse(await readFile(folder('links.json'), 'utf8'))).toMatchObject({
      format: 'trame-press-links/2',
      links: [{ visits: 1 }],
    });
  });

  it('with the progress of a printing keeps the deployer from nothing else, and a proof is refused until it is mended', async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(folder('state.json'), 'torn');
    await start();
    expect(await unreadable()).toEqual([`editions/${id}/state.json`]);
    const refused = await call('POST', `/editions/${id}/proof`);
    expect([refused.status, await errorOf(refused)]).toEqual([500, expect.stringMatching(/state\.json.*supprimer/)]);
    expect(await readFile(folder('state.json'), 'utf8')).toBe('torn');
    await rm(folder('state.json'));
    await proof();
    expect(await state()).toMatchObject({ proof: { pages: 48 }, unreadable: [] });
  });

  it('of the edition before is told in the report of the next one, which is printed all the same', async () => {
    content = { ...content, edition: { ...content.edition, previous: 'before' } };
    const before = path.join(dataDir, 'editions', 'before', 'frozen');
    const asked = async () => {
      await rm(path.join(dataDir, 'asked'), { force: true });
      await proof();
      return JSON.parse(await readFile(path.join(dataDir, 'asked'), 'utf8')) as unknown;
    };
    await start();
    expect(await asked()).toMatchObject({ previous: null, previousUnreadable: true });
    await mkdir(before, { recursive: true });
    await writeFile(path.join(before, 'export.json'), withoutMarks(JSON.stringify(base)));
    expect(await asked()).toMatchObject({ previous: null, previousUnreadable: true });
    await writeFile(path.join(before, 'export.json'), JSON.stringify(base));
    expect(await asked()).toMatchObject({ previous: path.join(before, 'export.json'), previousUnreadable: false });
  });
});

describe('the doors of the editions', () => {
  it('are closed to whoever does not know the secret', async () => {
    await start();
    for (const [method, door] of [
      ['GET', ''],
      ['GET', '/events'],
      ['POST', '/proof'],
      ['POST', '/freeze'],
      ['POST', '/links'],
      ['DELETE', '/links/x'],
      ['GET', '/proof/livret.pdf'],
      ['GET', '/entries/judo.png'],
    ] as const)
      expect((await call(method, `/editions/${id}${door}`, undefined, 'wrong')).status).toBe(401);
    expect(await jobs()).toEqual([]);
  });

  it('show one printed entry, made once for each state of the content', async () => {
    await start();
    const slug = base.content.associations[0]?.slug ?? '';
    const picture = () => call('GET', `/editions/${id}/entries/${slug}.png`);
    const first = await picture();
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await first.text()).toBe(`PNG of ${base.content.associations[0]?.name}`);
    await Promise.all([picture(), picture()]);
    expect(await jobs()).toHaveLength(1);
    const known = await fetch(url(`/editions/${id}/entries/${slug}.png`), {
      headers: { authorization: `Bearer ${SECRET}`, 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(known.status).toBe(304);
    change('Un autre titre');
    await picture();
    expect(await jobs()).toHaveLength(2);
    for (const none of ['no-such-entry', '..%2Fx', 'A b']) {
      const response = await call('GET', `/editions/${id}/entries/${none}.png`);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toMatch(/ne figure pas dans l’édition/);
    }
  });
});

/** The events of a stream, one after the other. */
async function hearAt(door: string) {
  const response = await call('GET', door);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return async (): Promise<unknown> => {
    for (;;) {
      const [event, ...rest] = text.split('\n\n');
      if (rest.length > 0) {
        text = rest.join('\n\n');
        if (event?.startsWith('data: ')) return JSON.parse(event.slice(6));
        continue;
      }
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return 'end';
      text += value;
    }
  };
}

describe('the events of the editions', () => {
  it('tell the state of one as it changes, and nothing twice', async () => {
    await start();
    const next = await hearAt(`/editions/${id}/events`);
    const seen = async () => EditionState.parse(await next());
    expect(await seen()).toMatchObject({ edition: id, printing: null, proof: null, frozen: null });
    await call('POST', `/editions/${id}/proof`);
    expect((await seen()).printing).not.toBeNull();
    expect(await seen()).toMatchObject({ printing: null, proof: { pages: 48 }, proofIsStale: false });

    // Woken for nothing, then for something: the next event is about that.
    await call('POST', '/hooks/strapi');
    change('Un autre titre');
    await call('POST', '/hooks/strapi');
    expect(await seen()).toMatchObject({ proofIsStale: true });
    change(base.edition.title);
    await call('POST', '/hooks/strapi');
    expect(await seen()).toMatchObject({ proofIsStale: false });

    await freeze();
    expect((await seen()).frozen).not.toBeNull();
    const { at } = await link();
    expect((await seen()).links).toHaveLength(1);
    await fetch(url(at));
    expect((await seen()).links[0]?.visits).toBe(1);
    await stop();
    expect(await next()).toBe('end');
  });

  it('see by themselves what nobody told, with each heartbeat', async () => {
    let beat = () => undefined as void;
    const sleep: Clock['sleep'] = (milliseconds, signal) =>
      milliseconds === 15_000
        ? new Promise((resolve, reject) => {
            beat = () => resolve();
            signal?.addEventListener('abort', () => reject(new Error('over')));
          })
        : systemClock.sleep(milliseconds, signal);
    await start({ sleep });
    await proof();
    const next = await hearAt(`/editions/${id}/events`);
    expect(await next()).toMatchObject({ proofIsStale: false });
    change('Un autre titre');
    beat();
    expect(await next()).toMatchObject({ proofIsStale: true });
  });

  it('tell the CMS how far each edition is, beginning with those that are there', async () => {
    await start();
    await proof();
    const next = await hearAt('/editions/events');
    expect(await next()).toEqual({ edition: id, begun: true, frozen: null });
    await freeze();
    expect(await next()).toEqual({
      edition: id,
      begun: true,
      frozen: { at: now.toISOString(), content: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    expect((await call('GET', '/editions/events', undefined, 'wrong')).status).toBe(401);
  });
});
