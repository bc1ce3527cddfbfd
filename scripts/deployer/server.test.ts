import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createLog } from '../lib/log.ts';
import { createDeployerServer, type ServerParts } from './server.ts';

const SECRET = 'a-secret-for-the-tests';
let end: () => void = () => undefined;
afterEach(() => end());

async function serve(parts: Partial<ServerParts>): Promise<{ url: string; lines: string[] }> {
  const lines: string[] = [];
  const server = createDeployerServer({
    secret: SECRET,
    wake: () => undefined,
    rebuild: () => undefined,
    state: () =>
      Promise.reject(new Error('The folder of releases cannot be read', { cause: new TypeError('x is null') })),
    editions: () => Promise.resolve(false),
    letters: () => Promise.resolve(false),
    previews: () => Promise.resolve(false),
    searches: () => Promise.resolve(false),
    metrics: () => Promise.resolve(false),
    log: createLog('test', (line) => lines.push(line)),
    ...parts,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  end = () => void server.close();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines };
}

it('logs what went wrong below a request, with its causes', async () => {
  const { url, lines } = await serve({});
  const response = await fetch(`${url}/state`, { headers: { authorization: `Bearer ${SECRET}` } });
  expect(response.status).toBe(500);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /error test: request failed .*"door":"\/state".*cannot be read.*caused by TypeError: x is null/,
  );
});

it('logs no token of a print shop', async () => {
  const { url, lines } = await serve({ editions: () => Promise.reject(new Error('broken')) });
  expect((await fetch(`${url}/imprimeur/a-token-that-opens/couverture.pdf?x=secret`)).status).toBe(500);
  expect(lines[0]).toContain('"door":"/imprimeur/…/couverture.pdf"');
});

it('says with every answer what a browser may do with it, refused or not', async () => {
  const { url } = await serve({ pressUrl: 'https://imprimeur.example.org' });
  for (const [path, headers] of [
    ['/state', {}],
    ['/rien', {}],
    ['/state', { authorization: `Bearer ${SECRET}` }],
  ] as const) {
    const { headers: said } = await fetch(`${url}${path}`, { headers });
    expect(said.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    for (const name of ['cross-origin-opener-policy', 'cross-origin-resource-policy'])
      expect([path, said.get(name)]).toEqual([path, 'same-origin']);
    expect(said.get('referrer-policy')).toBe('no-referrer');
    expect(said.get('x-content-type-options')).toBe('nosniff');
    expect(said.get('permissions-policy')).toContain('camera=()');
    expect(said.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  }
  end();
  const plain = await serve({});
  expect((await fetch(`${plain.url}/state`)).headers.get('strict-transport-security')).toBeNull();
});
