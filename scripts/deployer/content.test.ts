import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { close, listen } from '../lib/http.ts';
import { fetchContent, sentenceForIssue, Unreachable } from './content.ts';

let dataDir: string;
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let cmsUrl: string;
const seen: IncomingMessage[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-content-'));
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  cmsUrl = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterEach(async () => {
  await close(server, 50);
  await rm(dataDir, { recursive: true, force: true });
});

const get = () => fetchContent({ dataDir, cmsUrl, exportToken: 'a-token-of-the-builder' });
const send = (status: number, body: string, headers: Record<string, string> = {}) => {
  answer = (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
};

const good = JSON.stringify(toSiteExport(demoContent({ today: '2026-09-05' })));

describe('the content', () => {
  it('is fetched with the token, kept, and asked for with its ETag the next time', async () => {
    send(200, good, { etag: '"v1"' });
    const first = await get();
    expect(first).toMatchObject({ etag: '"v1"', version: 'v1' });
    expect((await first.read()).associations.length).toBeGreaterThan(50);
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer a-token-of-the-builder' });
    expect(seen[0]?.headers['if-none-match']).toBeUndefined();

    send(304, '');
    const second = await get();
    expect(seen[1]?.headers['if-none-match']).toBe('"v1"');
    expect(second.etag).toBe('"v1"');
    expect((await second.read()).format).toBe('trame-site/2');
  });

  it('is downloaded again when the kept file is gone', async () => {
    send(200, good, { etag: '"v1"' });
    await rm((await get()).file);
    await get();
    expect(seen[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is downloaded again when the kept file is torn', async () => {
    send(200, good, { etag: '"v1"' });
    await writeFile((await get()).file, good.slice(0, 1000));
    send(304, '');
    await expect((await get()).read()).rejects.toThrow(/illisible/);
    send(200, good, { etag: '"v1"' });
    const again = await get();
    expect(seen[2]?.headers['if-none-match']).toBeUndefined();
    expect((await again.read()).format).toBe('trame-site/2');
  });

  it('tells a CMS that is down from one that refuses', async () => {
    send(503, 'starting');
    await expect(get()).rejects.toBeInstanceOf(Unreachable);
    send(401, '{}');
    await expect(get()).rejects.toThrow(/refuse le jeton/);
    send(500, '{}');
    await expect(get()).rejects.toThrow(/erreur 500/);
    await close(server, 50);
    await expect(get()).rejects.toBeInstanceOf(Unreachable);
  });

  it('passes on what the CMS says is missing', async () => {
    send(
      409,
      JSON.stringify({ error: { name: 'ExportNotPossible', message: 'Remplissez d’abord les mentions légales.' } }),
    );
    await expect(get()).rejects.toThrow('Remplissez d’abord les mentions légales.');
  });

  it('refuses what is no content, and names the record and field of a wrong value', async () => {
    send(200, '<html>', { etag: '"h"' });
    await expect((await get()).read()).rejects.toThrow(/illisible/);
    send(200, JSON.stringify({ format: 'trame-site/9' }), { etag: '"f"' });
    await expect((await get()).read()).rejects.toThrow(/trame-site\/9/);

    const poisoned = JSON.parse(good) as { associations: { name: string; website: unknown }[] };
    Object.assign(poisoned.associations[3] ?? {}, { name: 'Judo club', website: 'javascript:alert(1)' });
    send(200, JSON.stringify(poisoned), { etag: '"p"' });
    await expect((await get()).read()).rejects.toThrow(/l’association « Judo club » : le champ « website »/);
  });

  it('names single types and anything else', () => {
    expect(sentenceForIssue({}, ['legal', 'hostName'])).toMatch(/les mentions légales : le champ « hostName »/);
    expect(sentenceForIssue({}, ['format'])).toContain('« format »');
    expect(sentenceForIssue({}, [])).toContain('« ? »');
  });
});
