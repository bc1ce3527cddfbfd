/** Previews over the real builders: the page is the one that the site has, and nothing of it stays. */
import { readdir, rm, mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { systemClock } from '../../lib/clock.ts';
import { close, listen } from '../../lib/http.ts';
import { previewStep, pressStep, SITE_PACKAGES } from '../steps.ts';
import { createWorkshop, type Workshop } from '../workshop.ts';
import { oneDocument } from './one-document.ts';
import { openPreviews, type Previews } from './previews.ts';
import { createPreviewRoutes } from './routes.ts';

const SECRET = 'the-secret-of-the-webhook';
const content = toSiteExport(demoContent({ today: '2026-06-20' }));
const [association] = content.associations;
const silent = { info: () => undefined, error: () => undefined, warn: () => undefined };

let dataDir: string;
let workshop: Workshop;
let previews: Previews;
let server: Server;
let url: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-previews-'));
  workshop = createWorkshop();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SITE_URL: 'http://annuaire.example.org',
    CMS_URL: 'http://127.0.0.1:9',
    TRAME_CACHE_DIR: path.join(dataDir, 'cache'),
  };
  previews = await openPreviews({
    dataDir,
    packages: SITE_PACKAGES,
    build: (cwd, more, signal) => workshop.run(previewStep(cwd), { ...env, ...more }, signal),
    press: (step, more, signal) => workshop.run(pressStep(step), { ...env, ...more }, signal),
    clock: systemClock,
    log: silent,
  });
  const routes = createPreviewRoutes({ previews, secret: SECRET });
  server = createServer((request, response) => {
    void routes(request, response).then((mine) => {
      if (!mine) response.writeHead(404).end();
    });
  });
  url = `http://127.0.0.1:${await listen(server, 0)}`;
}, 60_000);
afterAll(async () => {
  await close(server, 50);
  await previews.close();
  await workshop.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (door: string, body: unknown, secret = SECRET) =>
  fetch(`${url}/preview/${door}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the page of a record that is not published', () => {
  it('is the page of the site, whole in one document, with its pictures and without a script', async () => {
    const logo = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#1d5c4d' } })
      .png()
      .toBuffer();
    const picture = {
      url: '/uploads/brouillon_1a2b.png',
      hash: 'brouillon_1a2b',
      mime: 'image/png',
      width: 120,
      height: 90,
      alt: 'Un carré vert',
      caption: null,
    };
    const typed = {
      ...association!,
      summary: 'Ce que l’on tape à l’instant.',
      logo: { ...association!.logo, ...picture },
    };
    const body = {
      page: 'associations',
      slug: typed.slug,
      content: { ...content, associations: [typed, ...content.associations.slice(1)] },
      files: [{ hash: picture.hash, mime: picture.mime, base64: logo.toString('base64') }],
    };
    const response = await ask('page', body);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain(`<h1`);
    expect(html).toContain('Ce que l’on tape à l’instant.');
    expect(html).toContain('alt="Un carré vert"');
    // The styles of the site stand in it, and nothing is fetched from anywhere.
    expect(html).toMatch(/<style[^>]*>[^<]*--/);
    expect(html).not.toMatch(/<script|<link|\ssrcset=|\shref=|src="(?!data:)/);
    expect(html).toContain('src="data:image/webp;base64,');
    expect(await readdir(path.join(dataDir, 'cache', 'previews'))).toEqual([]);
  }, 120_000);

  it('is not made of what the contract refuses, and says so', async () => {
    const broken = { ...content, associations: [{ ...association!, summary: '' }] };
    const response = await ask('page', { page: 'associations', slug: association!.slug, content: broken, files: [] });
    expect(response.status).toBe(503);
    expect(((await response.json()) as { error: string }).error).toContain('aperçu');
    expect(await readdir(path.join(dataDir, 'cache', 'previews'))).toEqual([]);
  }, 60_000);

  it('is for whoever knows the secret, and of a question that it understands', async () => {
    expect((await ask('page', {}, 'guess')).status).toBe(401);
    expect((await ask('page', 'nonsense')).status).toBe(400);
    const climbing = { page: 'associations', slug: '../../etc', content, files: [] };
    expect((await ask('page', climbing)).status).toBe(400);
    const escaping = {
      page: 'associations',
      slug: 'a',
      content: {},
      files: [{ hash: '../x', mime: 'image/png', base64: '' }],
    };
    expect((await ask('page', escaping)).status).toBe(400);
    expect((await fetch(`${url}/preview/page`, { headers: { authorization: `Bearer ${SECRET}` } })).status).toBe(405);
  });
});

it('takes no file from outside the page’s own folder', async () => {
  const html =
    '<html><head></head><body><img src="/../../etc/hostname.png"><img src="https://example.org/a.png"><a href="/x">y</a></body></html>';
  const document = await oneDocument(html, '/tmp/nowhere');
  expect(document).not.toMatch(/src=|href=/);
});
