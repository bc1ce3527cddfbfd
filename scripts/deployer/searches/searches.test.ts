/** Saved searches over the real worker and a real index: what is online answers, and nothing of a question stays. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { MOST_SEARCHES, SEARCH_LENGTH, SearchesAnswer } from '@trame/cms/domain/contract/press/searches';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { buildSearchIndex } from '@trame/site/search-index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { close, listen } from '../../lib/http.ts';
import { openReleases, type Releases } from '../releases.ts';
import { searchesStep } from '../steps.ts';
import { createWorkshop, type Workshop } from '../workshop.ts';
import { createSearchRoutes } from './routes.ts';
import { openSearches, type Searches } from './searches.ts';

const SECRET = 'the-secret-of-the-webhook';
const silent = { info: () => undefined, error: () => undefined, warn: () => undefined };
const content = toSiteExport(demoContent({ today: '2026-06-20' }));

let dataDir: string;
let releases: Releases;
let workshop: Workshop;
let searches: Searches;
let server: Server;
let url: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-searches-'));
  releases = openReleases(dataDir);
  workshop = createWorkshop();
  searches = await openSearches({
    dataDir,
    releases,
    run: (env, signal) => workshop.run(searchesStep, { ...process.env, ...env }, signal),
    clock: { ...systemClock, now: () => new Date('2026-06-20T08:00:00Z') },
    log: silent,
  });
  const routes = createSearchRoutes({ searches, secret: SECRET });
  server = createServer((request, response) => {
    void routes(request, response).then((mine) => {
      if (!mine) response.writeHead(404).end();
    });
  });
  url = `http://127.0.0.1:${await listen(server, 0)}/searches`;
}, 60_000);
afterAll(async () => {
  await close(server, 50);
  await searches.close();
  await workshop.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (body: unknown, secret = SECRET, method = 'POST') =>
  fetch(url, {
    method,
    headers: { authorization: `Bearer ${secret}` },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });

/** A release with a search, online. */
async function goOnline(id: string, site: typeof content) {
  await buildSearchIndex({ siteExport: site, outDir: releases.folder(id), builtAt: '2026-06-20T08:00:00Z' });
  await mkdir(path.dirname(releases.contentFile(id)), { recursive: true });
  await writeFile(releases.contentFile(id), JSON.stringify(site));
  await releases.record({
    id,
    etag: 'etag',
    contentVersion: '1',
    builtAt: '2026-06-20T08:00:00.000Z',
    day: '2026-06-20',
    register: null,
    withdrawnOnly: false,
    builder: 'test',
    pages: {},
  });
  await releases.switchTo(id);
}

describe('saved searches', () => {
  it('wait for a site', async () => {
    const response = await ask({ searches: ['q=judo'] });
    expect(response.status).toBe(503);
    expect(((await response.json()) as { error: string }).error).toContain('pas encore en ligne');
  });

  it('are answered on what is online, and follow the next release', async () => {
    const [one] = content.associations.filter(({ activities }) => activities.length > 0);
    await goOnline('first', content);
    const answered = async (search: string) =>
      SearchesAnswer.parse(await (await ask({ searches: [search, 'jour=lundi'] })).json());
    const search = `q=${encodeURIComponent(one!.name)}`;
    const first = await answered(search);
    expect(first.answers[0]?.words).toBe(`« ${one!.name} »`);
    expect(first.records[first.answers[0]!.found[0]!.record]).toMatchObject({ type: 'association', id: one!.id });
    expect(first.answers[1]!.found.length).toBeGreaterThan(5);

    await goOnline('second', {
      ...content,
      associations: content.associations.map((other) =>
        other.id === one!.id ? { ...other, slug: 'une-nouvelle-adresse' } : other,
      ),
    });
    expect((await answered(search)).records[0]).toEqual(first.records[0]); // the same record, wherever it stands
    await goOnline('third', { ...content, associations: content.associations.filter(({ id }) => id !== one!.id) });
    expect((await answered(search)).records.map(({ id }) => id)).not.toContain(one!.id);
    expect(await readdir(path.join(dataDir, 'cache', 'searches'))).toEqual([]);
  }, 60_000);

  it('are for the CMS alone, and bounded', async () => {
    expect((await ask({ searches: ['q=judo'] }, 'another')).status).toBe(401);
    expect((await ask(null, SECRET, 'GET')).status).toBe(405);
    for (const wrong of ['no json', {}, { searches: [] }, { searches: ['q=a'], more: 1 }, { searches: [1] }])
      expect((await ask(wrong)).status).toBe(400);
    expect((await ask({ searches: Array(MOST_SEARCHES + 1).fill('q=a') })).status).toBe(400);
    expect((await ask({ searches: ['a'.repeat(SEARCH_LENGTH + 1)] })).status).toBe(400);
    expect((await ask('a'.repeat(1_000_000))).status).toBe(413);
  });
});
