import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportRefused } from './export-refused.ts';
import { readExport } from './read-export.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-read-export-'));
  server = createServer((request, response) => {
    if (request.url === '/broken') response.end('{"format":');
    else if (request.headers.authorization !== 'Bearer good') response.writeHead(401).end();
    else response.end('{"format":"trame-site/2"}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

describe('readExport', () => {
  it('reads a file', async () => {
    const path = join(folder, 'export.json');
    await writeFile(path, '{"format":"x"}');
    expect(await readExport(path)).toEqual({ format: 'x' });
  });

  it('reads an address with its token', async () => {
    expect(await readExport(url, 'good')).toEqual({ format: 'trame-site/2' });
  });

  it.each([
    ['nothing to read', () => readExport(undefined), /TRAME_EXPORT/],
    ['a file that is not there', () => readExport(join(folder, 'absent.json')), /introuvable/],
    ['a wrong token', () => readExport(url, 'bad'), /jeton d’export est refusé/],
    ['half a document', () => readExport(`${url}/broken`), /incomplet ou illisible/],
    ['nobody there', () => readExport('http://127.0.0.1:1/'), /ne répond pas/],
  ])('refuses %s, in French', async (_, read, message) => {
    await expect(read()).rejects.toThrow(message);
    await expect(read()).rejects.toBeInstanceOf(ExportRefused);
  });
});
