import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECRET_PAGES } from '@trame/cms/domain/secret-address';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { precompress } from '../deployer/precompress.ts';
import { close, listen } from '../lib/http.ts';
import { createLog } from '../lib/log.ts';
import { createSiteServer } from './site-server.ts';

let dataDir: string;
let server: Server;
let port: number;
let logged: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-site-'));
  logged = [];
  server = createSiteServer(
    dataDir,
    {},
    createLog('site', (line) => logged.push(line)),
  );
  port = await listen(server, 0);
});
afterEach(async () => {
  await close(server, 50);
  await rm(dataDir, { recursive: true, force: true });
});

const long = (word: string) => `<!doctype html><title>${word}</title>${`<p>${word}</p>`.repeat(200)}`;

async function release(id: string, files: Record<string, string>) {
  const folder = path.join(dataDir, 'site/releases', id);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await precompress(folder, null);
  await symlink(path.join('releases', id), path.join(dataDir, `site/next-${id}`));
  await rename(path.join(dataDir, `site/next-${id}`), path.join(dataDir, 'site/current'));
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}
/** Not fetch: it decompresses, follows redirects and tidies the path. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: url, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the site server', () => {
  it('asks for patience before the first release', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(body.toString()).toContain('se prépare');
  });

  it.each([
    ['/x', '/x/'],
    ['/x?q=1', '/x/?q=1'],
    ['//x', '/x/'],
    ['//x/%2e%2e', '/'],
    ['//x/%2e%2e/%2e%2e', '/'],
    ['//evil.example/%2e%2e', '/'],
    ['///evil.example/..', '/'],
    ['/%2f%2fevil.example/%2e%2e', '/'],
    ['/%2fx', '/x/'],
    ['//x/%2e', '/x/'],
    ['/x/../..', '/'],
    ['/x/..?//evil.example', '/?//evil.example'],
    ['/%5c%5cevil.example', '/%5C%5Cevil.example/'],
    ['/%5cevil.example/%2e', '/%5Cevil.example/'],
    ['/%09//evil.example/../..', null],
    ['/x/%0d%0aLocation:%20//evil.example/..', null],
    ['/.%2e/%2e%2e', '/'],
  ])('leads %s nowhere but to a path of its own', async (asked, expected) => {
    await release('r1', {
      'index.html': 'un',
      'x/index.html': 'deux',
      '\\\\evil.example/index.html': 'trois',
      '\\evil.example/index.html': 'quatre',
    });
    const { headers, status } = await get(asked);
    const location = headers['location'];
    if (location !== undefined) {
      expect(location).toMatch(/^\/(?![/\\])/);
      expect(new URL(String(location), 'https://annuaire.example').origin).toBe('https://annuaire.example');
    }
    if (expected !== null) expect([status, location]).toEqual([308, expected]);
  });

  it('asks to come back for a page that cannot be read, and logs which one and why', async () => {
    await release('r1', { 'index.html': 'un' });
    await symlink('boucle', path.join(dataDir, 'site/current/boucle'));
    const { status, body } = await get('/boucle/page');
    expect(status).toBe(500);
    expect(body.toString()).toContain('n’a pas pu être lue');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/error site: page not read .*"path":"\/boucle\/page".*ELOOP/);
  });

  it('serves pages and the switch to another release without a restart', async () => {
    await release('r1', { 'index.html': long('un'), 'agenda/index.html': long('agenda') });
    expect((await get('/')).body.toString()).toBe(long('un'));
    expect((await get('/agenda/')).body.toString()).toBe(long('agenda'));
    await release('r2', { 'index.html': long('deux') });
    expect((await get('/')).body.toString()).toBe(long('deux'));
    expect((await get('/agenda/')).status).toBe(404);
  });

  it('sends what was compressed beforehand, best first, and never twice the same for nothing', async () => {
    await release('r1', { 'index.html': long('un') });
    const best = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(best.headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
      'content-type': 'text/html;charset=utf-8',
    });
    expect(brotliDecompressSync(best.body).toString()).toBe(long('un'));
    const older = await get('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(older.body).toString()).toBe(long('un'));
    const again = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': String(older.headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect((await get('/index.html.br')).status).toBe(404);
  });

  it('lets browsers keep what is named by its content, and asks again for the rest', async () => {
    await release('r1', {
      'index.html': long('un'),
      '_trame/a.D4.css': 'a{}',
      'pagefind/fragment/fr_1.pf_fragment': 'x',
      'pagefind/moteur-1.6.0/pagefind.js': 'x',
      'pagefind/faits.json': '{}',
      'annuaire.pdf': '%PDF',
    });
    for (const kept of [
      '/_trame/a.D4.css',
      '/pagefind/fragment/fr_1.pf_fragment',
      '/pagefind/moteur-1.6.0/pagefind.js',
    ]) {
      expect((await get(kept)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    for (const asked of ['/', '/pagefind/faits.json', '/annuaire.pdf'])
      expect((await get(asked)).headers['cache-control']).toBe('public, no-cache');
  });

  it.each([
    ['agenda.ics', 'text/calendar; charset=utf-8'],
    ['annuaire.pdf', 'application/pdf'],
    ['status.json', 'application/json'],
    ['donnees/associations.csv', 'text/csv; charset=utf-8'],
    ['favicon.svg', 'image/svg+xml'],
  ])('gives %s its type', async (file, type) => {
    await release('r1', { [file]: 'contenu' });
    expect((await get(`/${file}`)).headers['content-type']).toBe(type);
  });

  it.each([
    ['{"server":"https://cartes.example.org"}', "'self' https://cartes.example.org"],
    ['{"server":null}', "'self'"],
    ['{"server":"https://cartes.example.org; script-src *"}', "'self'"],
    ['{"server":"http://cartes.example.org"}', "'self'"],
    ['{"server":["https://cartes.example.org"]}', "'self'"],
    ['{', "'self'"],
    ['null', "'self'"],
  ])('lets the page of the search ask the server of a map that %s names', async (file, expected) => {
    await release('r1', { 'recherche/index.html': 'x', 'carte.json': file });
    const policy = String((await get('/recherche/')).headers['content-security-policy']);
    expect(/connect-src ([^;]+)/.exec(policy)?.[1]).toBe(expected);
    expect(/script-src ([^;]+)/.exec(policy)?.[1]).toBe("'self' 'wasm-unsafe-eval'");
  });

  it('lets it ask the server of the release that is live, and no longer that of the one before', async () => {
    await release('r1', { 'recherche/index.html': 'x', 'carte.json': '{"server":"https://cartes.example.org"}' });
    await get('/recherche/');
    await release('r2', { 'recherche/index.html': 'x', 'carte.json': '{"server":null}' });
    expect((await get('/recherche/')).headers['content-security-policy']).not.toContain('example');
  });

  it('shows the page for what does not exist, as 404', async () => {
    await release('r1', { 'index.html': 'x', '404.html': '<h1>Perdu</h1>' });
    for (const missing of ['/perdu/', '/perdu', '/%E0%A4%A', '/a%00b', '/index.html/']) {
      const { status, body } = await get(missing);
      expect([missing, status, body.toString()]).toEqual([missing, 404, '<h1>Perdu</h1>']);
    }
  });

  it('shows the same page for an address that is longer than any name of a file', async () => {
    await release('r1', { 'index.html': long('un'), '404.html': long('rien') });
    for (const url of [
      `/${'a'.repeat(6000)}`,
      `/${'a'.repeat(300)}/`,
      `/${'a/'.repeat(3000)}`,
      `/${'%C3%A9'.repeat(900)}.html`,
    ]) {
      const answer = await get(url);
      expect([answer.status, answer.body.toString()]).toEqual([404, long('rien')]);
    }
    expect(logged).toEqual([]);
  });

  it('sends an address without its slash on, query included, and nowhere outside', async () => {
    await release('r1', { 'index.html': 'x', 'recherche/index.html': 'x' });
    expect(await get('/recherche?theme=sport')).toMatchObject({
      status: 308,
      headers: { location: '/recherche/?theme=sport' },
    });
    expect((await get('//recherche')).headers['location'] ?? '/').not.toMatch(/^\/\//);
    await writeFile(path.join(dataDir, 'secrets.json'), '{}');
    for (const outside of [
      '/../secrets.json',
      '/..%2f..%2f..%2fsecrets.json',
      '/%2e%2e/%2e%2e/%2e%2e/secrets.json',
      '/..',
      '/../..',
    ]) {
      expect((await get(outside)).body.toString()).not.toContain('{}');
    }
  });

  it('shows the page of a secret that a mail program moved into the address, and neither keeps, tells nor logs it', async () => {
    const token = `${'Ab1-_'.repeat(8)}xyz`;
    await release('r1', {
      'index.html': 'x',
      '404.html': 'perdu',
      ...Object.fromEntries(SECRET_PAGES.map((page) => [`${page}/index.html`, long(page)])),
    });
    for (const page of SECRET_PAGES) {
      for (const moved of [
        `/${page}/%23${token}`,
        `/${page}%23${token}`,
        `/${page}/${token}`,
        `/${page}?${token}`,
        `/${page}/?f=${token}`,
        `/${page}/%2523${token}&data=05%7C01&sdata=x%3D`,
        `/${page}/%23${token.slice(0, 20)}%E2%80%8B%0D%0A${token.slice(20)}`,
        `/${page}/=23_${token}_`,
        `/fr/${page}/%23${token}`,
        `/?u=https%3A%2F%2Fasso.example.org%2F${page}%2F%23${token}`,
        `/${page}/?s=${'Z'.repeat(43)}&t=${token}`,
        `/${page}/%23${token}&data=${'05%7C01%7C'.repeat(300)}`,
        `/${page}/%23cut`,
        `/${page}/%E0%A4%A`,
        `/${page}/../secrets.json`,
      ]) {
        const { status, headers, body } = await get(moved);
        expect([moved, status, body.toString()]).toEqual([moved, 200, long(page)]);
        expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
        expect(JSON.stringify(headers)).not.toContain(token);
      }
      expect((await get(`/${page}/`)).headers['cache-control']).toBe('public, no-cache');
      expect((await get(`/${page}/index.html.br`)).status).toBe(404);
    }
    // The page cannot be read: what is said of it does not say more than the page.
    await rm(path.join(dataDir, 'site/releases/r1/ma-fiche'), { recursive: true });
    await symlink('ma-fiche', path.join(dataDir, 'site/releases/r1/ma-fiche'));
    expect((await get(`/ma-fiche/%23${token}`)).status).toBe(500);
    expect(logged.join()).toContain('"path":"/ma-fiche/"');
    expect(logged.join()).not.toContain(token);
  });

  it('answers only for addresses that begin with a slash', async () => {
    await release('r1', { 'index.html': 'x', 'plan/index.html': 'x' });
    for (const weird of [
      'http://127.0.0.1/',
      'http://other.example/plan',
      'http://other.example/plan/',
      'http://o/../../plan',
      'http://o/../../..',
      '*',
    ]) {
      expect([weird, (await get(weird)).status]).toEqual([weird, 404]);
    }
  });

  it.runIf(process.platform === 'linux')('closes the file of a download that the visitor breaks off', async () => {
    await release('r1', { 'annuaire.pdf': '' });
    await writeFile(path.join(dataDir, 'site/releases/r1/annuaire.pdf'), Buffer.alloc(64 * 1024 * 1024));
    const open = async () => {
      const files = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''));
      return (await Promise.all(files)).filter((file) => file.startsWith(dataDir)).length;
    };
    const breakOff = () =>
      new Promise<number>((resolve, reject) => {
        const download = request({ port, host: '127.0.0.1', path: '/annuaire.pdf' }, (response) => {
          response
            .on('error', () => undefined)
            .once('data', () => {
              void open().then((count) => {
                download.destroy();
                resolve(count);
              }, reject);
            });
        }).on('error', reject);
        download.end();
      });
    // The file is open while it is read, so that finding none open afterwards means something.
    for (let times = 0; times < 5; times++) expect(await breakOff()).toBeGreaterThan(0);
    for (let tries = 0; (await open()) > 0 && tries < 100; tries++) await sleep(20);
    expect(await open()).toBe(0);
  });

  it('asks for patience where the booklet of a release is still being made, and shows it when it stands', async () => {
    const style = `sha256-${'A'.repeat(43)}=`;
    await release('r1', {
      'index.html': 'x',
      'perdu.pdf/index.html': 'x',
      'styles.json': JSON.stringify({ version: 1, styles: [style] }),
    });
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await get('/annuaire.pdf?page=1', {}, method);
      expect([method, status]).toEqual([method, 503]);
      expect(headers).toMatchObject({
        'retry-after': '10',
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['content-security-policy']).toContain(style);
      if (method === 'GET') expect(body.toString()).toContain('L’annuaire PDF se prépare');
    }
    for (const missing of ['/annuaire.pdf.gz', '/annuaire.pdf/', '/autre.pdf', '/donnees/annuaire.pdf'])
      expect([missing, (await get(missing)).status]).toEqual([missing, 404]);
    await release('r2', { 'index.html': 'x', 'annuaire.pdf': '%PDF' });
    expect((await get('/annuaire.pdf')).status).toBe(200);
  });

  it('only shows: any other method is refused', async () => {
    await release('r1', { 'index.html': 'x' });
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await get('/', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  it.each([
    ['/', 200, "frame-ancestors 'none'", 'same-origin'],
    ['/agenda', 308, "frame-ancestors 'none'", 'same-origin'],
    ['/perdu/', 404, "frame-ancestors 'none'", 'same-origin'],
    ['/%E0%A4%A', 404, "frame-ancestors 'none'", 'same-origin'],
    ['/annuaire.pdf', 200, "frame-ancestors 'none'", 'same-origin'],
    ['/status.json', 200, "frame-ancestors 'none'", 'cross-origin'],
    ['/donnees/a.csv', 200, "frame-ancestors 'none'", 'cross-origin'],
    ['/flux.xml', 200, "frame-ancestors 'none'", 'cross-origin'],
    ['/agenda.ics', 200, "frame-ancestors 'none'", 'cross-origin'],
    ['/_trame/a.js', 200, "frame-ancestors 'none'", 'same-origin'],
    ['/_trame/a.webp', 200, "frame-ancestors 'none'", 'cross-origin'],
    ['/boucle/page', 500, "frame-ancestors 'none'", 'same-origin'],
    ['/ma-fiche/', 200, "frame-ancestors 'none'", 'same-origin'],
    ['/integrer/cadre/', 200, 'frame-ancestors *', 'same-origin'],
  ])('says of %s (%i) what a browser may do with it', async (address, status, ancestors, resource) => {
    const style = `sha256-${'A'.repeat(43)}=`;
    const pages = ['', 'agenda/', 'ma-fiche/', 'integrer/cadre/'].map((page) => [`${page}index.html`, 'x']);
    const files = ['annuaire.pdf', 'status.json', 'donnees/a.csv', 'flux.xml', 'agenda.ics', '_trame/a.js'];
    await release('r1', {
      ...(Object.fromEntries([...pages, ...[...files, '_trame/a.webp'].map((file) => [file, 'x'])]) as Record<
        string,
        string
      >),
      'styles.json': JSON.stringify({ version: 1, styles: [style] }),
    });
    await symlink('boucle', path.join(dataDir, 'site/current/boucle'));
    const answered = await get(address);
    const said = (name: string) => String(answered.headers[name]);
    expect(answered.status).toBe(status);
    const policy = said('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    expect(policy).toContain(`style-src 'self' '${style}'; style-src-attr`);
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
    expect(policy).toContain(ancestors);
    expect(said('cross-origin-opener-policy')).toBe('same-origin');
    expect(said('cross-origin-resource-policy')).toBe(resource);
    expect(said('referrer-policy')).toMatch(/^(?:no-referrer|strict-origin)$/);
    expect(said('permissions-policy')).toContain('camera=()');
    expect(said('x-content-type-options')).toBe('nosniff');
    expect(answered.headers['strict-transport-security']).toBeUndefined();
  });

  it.each(['{', 'null', '{"styles":["sha256-x; script-src *"]}', '{"styles":"sha256-"}'])(
    'believes no styles.json that says %s',
    async (file) => {
      await release('r1', { 'index.html': 'x', 'styles.json': file });
      const policy = String((await get('/')).headers['content-security-policy']);
      expect(policy).toContain("style-src 'self' 'unsafe-inline';");
      expect(/script-src ([^;]+)/.exec(policy)?.[1]).toBe("'self' 'wasm-unsafe-eval'");
      expect(logged[0]).toMatch(/styles of the pages/);
    },
  );

  it('sends the rules for browsers with every answer', async () => {
    await release('r1', { 'index.html': 'x', 'agenda.ics': 'x' });
    for (const address of ['/', '/perdu/', '/agenda.ics']) {
      const { headers } = await get(address);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': address === '/perdu/' ? 'no-referrer' : 'strict-origin',
      });
      expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    }
    expect((await get('/agenda.ics')).headers['access-control-allow-origin']).toBe('*');
    expect((await get('/')).headers['access-control-allow-origin']).toBeUndefined();
    for (const [missing, shared] of [
      ['/integrer/donnees/1.json', true],
      ['/integrer/cadre/perdu/', false],
    ] as const) {
      const { status, headers } = await get(missing);
      expect(status).toBe(404);
      expect(headers['access-control-allow-origin'], missing).toBe(shared ? '*' : undefined);
      expect(headers['cross-origin-resource-policy'], missing).toBe(shared ? 'cross-origin' : 'same-origin');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });
});
