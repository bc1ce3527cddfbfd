import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENDA_HOSTS } from '../../domain/import/events/agenda-hosts.ts';
import { checkAddress, fetchForeign, isPublicAddress, type ForeignPolicy } from './fetch-foreign.ts';

const policy: ForeignPolicy = {
  hosts: ['agenda.example.org'],
  mostBytes: 1_000,
  mostHops: 2,
  milliseconds: 2_000,
  lookup: () => Promise.resolve(['93.184.215.14']),
};
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('an address', () => {
  it.each([
    'https://agenda.example.org/agenda.ics',
    'https://AGENDA.example.org/a?key=b',
    'https://nord.agenda.example.org/',
  ])('is followed: %s', (address) => {
    expect(refusal(() => checkAddress(address, policy))).toBe('');
  });

  it.each([
    ['http://agenda.example.org/', /https/],
    ['file:///etc/passwd', /https/],
    ['https://user:secret@agenda.example.org/', /ne se lit pas/],
    ['https://example.org/', /n’est pas de ceux/],
    ['https://notagenda.example.org.evil.example/', /n’est pas de ceux/],
    ['https://xagenda.example.org/', /n’est pas de ceux/],
    ['https://agenda.example.org:8443/', /n’est pas de ceux/],
    ['https://127.0.0.1/', /n’est pas de ceux/],
    ['https://[::1]/', /n’est pas de ceux/],
    ['https://2130706433/', /n’est pas de ceux/],
    ['https://0x7f000001/', /n’est pas de ceux/],
    ['https://0177.0.0.1/', /n’est pas de ceux/],
    ['https://127.1/', /n’est pas de ceux/],
    ['https://[::ffff:127.0.0.1]/', /n’est pas de ceux/],
    ['https://[::ffff:7f00:1]/', /n’est pas de ceux/],
    ['https://[fe80::1]/', /n’est pas de ceux/],
    ['https://localhost/', /n’est pas de ceux/],
    ['agenda', /ne se lit pas/],
  ])('is not: %s', (address, wanted) => {
    expect(refusal(() => checkAddress(address, policy))).toMatch(wanted);
  });

  it('a number is refused even where its name would be allowed', () => {
    for (const host of ['10.0.0.1', '93.184.215.14', '2130706433', '[::ffff:127.0.0.1]', '[2606:2800:21f::1]'])
      expect(refusal(() => checkAddress(`https://${host}/`, { hosts: [host, '127.0.0.1', '::ffff:7f00:1'] }))).not.toBe(
        '',
      );
    expect(AGENDA_HOSTS.every((host) => /^[a-z0-9.-]+\.[a-z]+$/.test(host))).toBe(true);
  });
});

it.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:10.0.0.1', false],
  ['::127.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['agenda', false],
])('%s is public: %s', (address, wanted) => {
  expect(isPublicAddress(address)).toBe(wanted);
});

it.each([
  [['127.0.0.1']],
  [['::1']],
  [['::ffff:127.0.0.1']],
  [['169.254.169.254']],
  [['93.184.215.14', '10.0.0.1']],
  [['93.184.215.14', 'fd00::1']],
  [[]],
])('a name that leads to %j is not connected to', async (found) => {
  await expect(
    fetchForeign('https://agenda.example.org/', { ...policy, lookup: () => Promise.resolve(found) }),
  ).rejects.toThrow(/machine privée|introuvable/);
});

describe('what a server answers', () => {
  let server: Server;
  let base: string;
  const local: ForeignPolicy = {
    ...policy,
    testServer: 'agenda.example.org',
    lookup: () => Promise.resolve(['127.0.0.1']),
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      if (path === '/whole') response.end('BEGIN:VCALENDAR');
      else if (path === '/packed') response.setHeader('Content-Encoding', 'gzip').end(gzipSync('BEGIN:VCALENDAR'));
      else if (path === '/bomb') response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(500_000)));
      else if (path === '/large') response.end(Buffer.alloc(2_000));
      else if (path === '/round') response.writeHead(302, { Location: '/round' }).end();
      else if (path === '/moved') response.writeHead(301, { Location: '/whole' }).end();
      else if (path === '/inside') response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
      else if (path.startsWith('/to/'))
        response.writeHead(302, { Location: decodeURIComponent(path.slice('/to/'.length)) }).end();
      else if (path === '/cut') {
        response.writeHead(200, { 'Content-Length': '100' }).write('BEGIN');
        setTimeout(() => response.destroy(), 20);
      } else if (path === '/late') response.write('BEGIN');
      else response.writeHead(Number(path.slice(1))).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://agenda.example.org:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is read, packed or not, where it leads to', async () => {
    for (const path of ['/whole', '/packed', '/moved'])
      expect(String(await fetchForeign(base + path, local))).toBe('BEGIN:VCALENDAR');
  });

  it.each([
    ['/large', /pèse plus de/],
    ['/bomb', /pèse plus de/],
    ['/round', /trop de fois/],
    ['/inside', /https/],
    ['/cut', /interrompue/],
    ['/404', /n’existe plus/],
    ['/403', /refuse/],
    ['/500', /pour le moment/],
  ])('is refused in a sentence: %s', async (path, wanted) => {
    await expect(fetchForeign(base + path, local)).rejects.toThrow(wanted);
  });

  it.each([
    ['https://127.0.0.1/', /n’est pas de ceux/],
    ['http://127.0.0.1/', /https/],
    ['//127.0.0.1/', /https/],
    ['https://[::1]/', /n’est pas de ceux/],
    ['https://[::ffff:127.0.0.1]/', /n’est pas de ceux/],
    ['https://[::ffff:a9fe:a9fe]/latest/meta-data/', /n’est pas de ceux/],
    ['https://2130706433/', /n’est pas de ceux/],
    ['https://0x7f.1/', /n’est pas de ceux/],
    ['https://elsewhere.example/', /n’est pas de ceux/],
    ['https://user@agenda.example.org/', /ne se lit pas/],
    // A name that is allowed, and leads inside.
    ['https://inside.agenda.example.org/', /machine privée/],
  ])('that leads on to %s is not followed there', async (to, wanted) => {
    await expect(fetchForeign(`${base}/to/${encodeURIComponent(to)}`, local)).rejects.toThrow(wanted);
  });

  it('is not awaited for ever', async () => {
    await expect(fetchForeign(`${base}/late`, { ...local, milliseconds: 150 })).rejects.toThrow(/trop de temps/);
  });
});
