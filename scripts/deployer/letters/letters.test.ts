/** Letters on paper over the real press: the deployer's door, the program behind it, and what is left of them. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { LettersExport } from '@trame/cms/domain/contract/press/letters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoLetters } from '@trame/site/testing/demo-letters';
import { readPdf } from '@trame/site/testing/read-pdf';
import { systemClock } from '../../lib/clock.ts';
import { close, listen } from '../../lib/http.ts';
import type { RunPress } from '../editions/print-jobs.ts';
import { pressStep } from '../steps.ts';
import { createWorkshop, type Workshop } from '../workshop.ts';
import { openLetterPress, type LetterPress } from './letter-press.ts';
import { createLetterRoutes } from './routes.ts';

const SECRET = 'the-secret-of-the-webhook';
const DOOR = '/campaigns/campagne/letters.pdf';
const source: LettersExport = demoLetters(toSiteExport(demoContent({ today: '2026-06-20' })), 3);
const said: string[] = [];
const log = {
  info: (event: string, facts?: object) => void said.push(`${event} ${JSON.stringify(facts)}`),
  error: (event: string, facts?: object) => void said.push(`${event} ${JSON.stringify(facts)}`),
};

let dataDir: string;
let workshop: Workshop;
let letters: LetterPress;
let server: Server;
let url: string;

const realPress: RunPress = (step, env, signal) =>
  workshop.run(pressStep(step), { ...process.env, NODE_ENV: 'production', ...env }, signal);

async function open(press: RunPress): Promise<void> {
  letters = await openLetterPress({ dataDir, press, clock: systemClock, log });
  const routes = createLetterRoutes({ letters, secret: SECRET });
  server = createServer((request, response) => {
    void routes(request, response).then((mine) => {
      if (!mine) response.writeHead(404).end();
    });
  });
  url = `http://127.0.0.1:${await listen(server, 0)}`;
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-letters-'));
  workshop = createWorkshop();
  said.length = 0;
});
afterEach(async () => {
  await close(server, 50);
  await letters.close();
  await workshop.close();
  await rm(dataDir, { recursive: true, force: true });
});

const post = (body: unknown, door = DOOR, secret = SECRET) =>
  fetch(url + door, { method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: JSON.stringify(body) });
const left = () => readdir(path.join(dataDir, 'cache', 'letters')).catch(() => []);

describe('the door of letters on paper', () => {
  it('answers the PDF, and keeps neither it nor a link', async () => {
    await open(realPress);
    const response = await post(source);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const file = path.join(dataDir, 'got.pdf');
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    const pdf = await readPdf(file);
    expect(pdf.pages).toHaveLength(3);
    expect(pdf.pages.join()).toContain(source.letters[0]?.code);
    await rm(file);

    expect(await left()).toEqual([]);
    for (const name of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(await readFile(path.join(name.parentPath, name.name), 'utf8')).not.toContain('O0lI1');
    }
    expect(said.join()).not.toContain('O0lI1');
    expect(said.join()).not.toContain(source.letters[0]?.association);
  }, 60_000);

  it('opens for the secret alone, to a document of the contract, of the campaign that the address names', async () => {
    let asked = 0;
    await open(() => Promise.resolve({ exit: { code: 0, signal: null }, output: String(asked++) }));
    expect((await post(source, DOOR, 'guessed')).status).toBe(401);
    expect((await fetch(url + DOOR)).status).toBe(401);
    expect((await fetch(url + DOOR, { headers: { authorization: `Bearer ${SECRET}` } })).status).toBe(405);
    expect((await post(source, '/campaigns/autre/letters.pdf')).status).toBe(400);
    expect((await post(source, '/campaigns/..%2F..%2Fetc/letters.pdf')).status).toBe(404);
    expect((await post({ ...source, letters: [] })).status).toBe(400);
    expect((await post({ ...source, internalNote: 'x' })).status).toBe(400);
    expect((await post('nonsense')).status).toBe(400);
    expect(asked).toBe(0);
    expect(await left()).toEqual([]);
  });

  it('says in French that it failed, without a word of the letters in the log, and leaves nothing', async () => {
    await open(() => Promise.resolve({ exit: { code: 1, signal: null }, output: JSON.stringify(source) }));
    const response = await post(source);
    expect(response.status).toBe(500);
    expect(((await response.json()) as { error: string }).error).toMatch(/^Les lettres n’ont pas pu/);
    expect(said.join()).not.toContain('ma-fiche');
    expect(await left()).toEqual([]);
  });

  it('sets one file at a time and turns away a crowd', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await open(async () => {
      await held;
      return { exit: { code: 1, signal: null }, output: '' };
    });
    const first = [post(source), post(source)];
    await expect.poll(async () => (await left()).length).toBe(1);
    await systemClock.sleep(50);
    const third = await post(source);
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('60');
    release();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([500, 500]);
    expect(await left()).toEqual([]);
  });

  it('puts away what a crash left', async () => {
    const abandoned = path.join(dataDir, 'cache', 'letters', 'of-a-crash');
    await mkdir(abandoned, { recursive: true });
    await writeFile(path.join(abandoned, 'letters.json'), JSON.stringify(source));
    await open(realPress);
    expect(existsSync(abandoned)).toBe(false);
  });

  it('sets labels and sheets of a list as well, and holds each to its contract', async () => {
    await open(realPress);
    const labels = { format: 'trame-labels/1', sheet: 'L7160', first: 3, labels: [['JUDO CLUB', '33920 SAINT SAVIN']] };
    const mailing = {
      format: 'trame-mailing/1',
      office: { name: 'Office de tourisme', address: [], phone: null, email: null },
      writtenOn: '2026-11-30',
      letters: [{ envelope: ['JUDO CLUB', '33920 SAINT SAVIN'], subject: 'Bonne rentrée', paragraphs: [['Bonjour.']] }],
    };
    const sheets = {
      format: 'trame-sheets/1',
      office: 'Office de tourisme',
      madeOn: '2026-11-30',
      audience: 'Pour l’office.',
      sheets: [{ title: 'Judo club', subtitle: null, state: null, sections: [] }],
    };
    for (const [door, document, said_] of [
      ['/lists/labels.pdf', labels, 'JUDO CLUB'],
      ['/lists/sheets.pdf', sheets, 'Judo club'],
      ['/lists/mailing.pdf', mailing, 'Bonne rentrée'],
    ] as const) {
      const response = await post(document, door);
      expect(response.status).toBe(200);
      const file = path.join(dataDir, 'got.pdf');
      await writeFile(file, Buffer.from(await response.arrayBuffer()));
      expect((await readPdf(file)).pages.join()).toContain(said_);
      await rm(file);
      expect((await post(document, door, 'guessed')).status).toBe(401);
    }
    expect((await post(sheets, '/lists/labels.pdf')).status).toBe(400);
    expect((await post({ ...labels, first: 22 }, '/lists/labels.pdf')).status).toBe(400);
    expect((await post(labels, '/lists/__proto__')).status).toBe(404);
    expect(await left()).toEqual([]);
    expect(said.join()).not.toContain('JUDO');
  }, 60_000);
});
