import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extensionOf, originalFile, safeName, type OriginalsSource } from './originals.ts';

let server: Server;
let source: OriginalsSource;
let asked: string[];

beforeAll(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.startsWith('/uploads/gone')) response.writeHead(404).end();
    else response.end('bytes');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  source = {
    cacheDir: await mkdtemp(join(tmpdir(), 'trame-originals-')),
    cmsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(source.cacheDir, { recursive: true });
});

describe('originalFile', () => {
  it('fetches a file once, however many pages want it', async () => {
    const image = { url: '/uploads/logo.png?v=1', hash: 'abc', mime: 'image/png' };
    const paths = await Promise.all([originalFile(image, source), originalFile(image, source)]);
    expect(paths[0]).toBe(join(source.cacheDir, 'originals', 'abc.png'));
    expect(paths[1]).toBe(paths[0]);
    expect(await readFile(paths[0] as string, 'utf8')).toBe('bytes');
    expect(asked).toEqual(['/uploads/logo.png?v=1']);
  });

  it('answers null for a file that is gone, says so once, and leaves no half file', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const image = { url: '/uploads/gone.png', hash: 'gone', mime: 'image/png' };
    expect(await originalFile(image, source)).toBeNull();
    expect(await originalFile(image, source)).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    expect(await readdir(join(source.cacheDir, 'originals'))).toEqual(['abc.png']);
    warn.mockRestore();
  });
});

describe('names in the cache', () => {
  it('keep a fingerprint inside the folder', () => {
    expect(safeName('../../etc/passwd')).toBe('______etc_passwd');
    expect(['image/jpeg', 'image/svg+xml', 'application/pdf', 'image/'].map(extensionOf)).toEqual([
      'jpg',
      'svg',
      'pdf',
      'bin',
    ]);
  });
});
