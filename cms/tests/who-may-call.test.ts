/**
 * Every route of the running CMS, and who gets through to it: what is found by asking is held against the table that somebody
 * decided (`fixtures/who-may-call.json`). A route that is new fails here until its line is in the table.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cms, EXPORT_TOKEN, startCms } from './helpers/cms.ts';
import { documents, publishAssociation } from './helpers/content.ts';
import { freshAddress, knock } from './helpers/door.ts';
import { signIn, signInAsReader } from './helpers/http.ts';
import { signedIn, SITE } from './helpers/visitor.ts';

const TABLE = fileURLToPath(new URL('fixtures/who-may-call.json', import.meta.url));
/** `pnpm routes:decide` writes what it finds: a person reads the difference before it is committed. */
const DECIDES = process.env['TRAME_DECIDE'] === '1';

/** In the order of the signs of a line. */
const CALLERS = ['nobody', 'association', 'export token', 'account without rights', 'editor'] as const;
type Caller = (typeof CALLERS)[number];
/** `-` is refused; `.` nothing stands there for them; `o` gets through, if only to be told what was wrong; ` ` is not called. */
type Sign = '-' | '.' | 'o' | ' ';

interface Table {
  readonly legend: string;
  readonly callers: readonly string[];
  readonly routes: Readonly<Record<string, string>>;
}

let cms: Cms;
let credentials: Readonly<Record<Caller, Readonly<Record<string, string>>>>;
let found: Readonly<Record<string, string>>;

/** Outside of `/api`: what answers who is nobody yet, each with its reason. */
const OPEN: Readonly<Record<string, string>> = {
  'GET /': 'leads to the admin',
  'GET /_health': 'says that the server runs, whatever the method',
  'GET /content-manager/preview/script': 'a program of Strapi’s, without any data',
  'GET /admin/init': 'the colours and the name of the sign-in page',
  'GET /admin/project-type': 'which edition of Strapi this is',
  'GET /admin/registration-info': 'who was invited, to who has the token of the invitation',
  'POST /admin/login': 'signs in',
  'POST /admin/register': 'takes an invitation',
  'POST /admin/register-admin': 'refused once there is an administrator',
  'POST /admin/forgot-password': 'sends a letter, if there is such an account',
  'POST /admin/reset-password': 'with the token of that letter',
  'POST /admin/access-token': 'goes on with a session, by its cookie',
};

/** Those that a handler may answer; `all` of Koa's router lists every method that there is. */
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Ends or changes who calls, so that later calls would be somebody else’s. */
const ENDS_THE_CALLER = /\/(?:logout|logout-all|access-token|fermer|close|renew-token|second-factor)/;

/** Parts of a path that vary: of something that is not there, but for the kinds of records. */
const filled = (path: string): string =>
  path
    .replace(/:(?:model|uid|contentType)\b/g, 'api::association.association')
    .replace(/:(?:targetField|field)\b/g, 'themes')
    .replace(/\{?\/?:\w+\*?\}?|\(\.[*+]\)|\*\w*/g, (part) =>
      part.startsWith('{') ? '' : `${part.startsWith('/') ? '/' : ''}zz0`,
    );

function routesOf(running: Cms): { method: string; path: string }[] {
  const layers = running.strapi.server.listRoutes() as { methods: string[]; path: string | RegExp }[];
  const all = layers.flatMap(({ methods, path }) =>
    typeof path === 'string' ? methods.filter((one) => METHODS.has(one)).map((method) => ({ method, path })) : [],
  );
  const seen = new Set<string>();
  return all
    .filter(({ method, path }) => !seen.has(`${method} ${path}`) && seen.add(`${method} ${path}`))
    .sort((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
}

async function ask(method: string, path: string, caller: Caller): Promise<Sign> {
  const isRead = method === 'GET';
  // An editor may write: what they may do to which record is the subject of other tests.
  if (caller === 'editor' && !isRead && !path.startsWith('/admin/')) return ' ';
  if (caller !== 'nobody' && ENDS_THE_CALLER.test(path)) return ' ';
  const response = await fetch(`${cms.url}${filled(path)}`, {
    method,
    redirect: 'manual',
    headers: { ...credentials[caller], ...(isRead ? {} : { 'Content-Type': 'application/json' }) },
    ...(isRead ? {} : { body: '{}' }),
    signal: AbortSignal.timeout(20_000),
  });
  await response.body?.cancel();
  if (response.status === 401 || response.status === 403) return '-';
  return response.status === 404 || response.status === 405 ? '.' : 'o';
}

async function editorToken(): Promise<string> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
  const account = { email: `routes-${randomUUID().slice(0, 8)}@example.org`, password: 'Un-mot-de-passe-6' };
  const person = { firstname: 'Rose', lastname: 'Exemple', isActive: true, registrationToken: null };
  await cms.strapi.service('admin::user').create({ ...account, ...person, roles: [role.id] });
  return signIn(cms, account);
}

beforeAll(async () => {
  cms = await startCms();
  process.env['SITE_URL'] = SITE;
  const email = `routes-${randomUUID().slice(0, 8)}@example.org`;
  await publishAssociation(cms.strapi, { contacts: [{ role: 'Bureau', email }] });
  const { session } = await signedIn(cms, email);
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  credentials = {
    nobody: {},
    association: bearer(session?.accessToken ?? ''),
    'export token': bearer(EXPORT_TOKEN),
    'account without rights': bearer(await signInAsReader(cms)),
    editor: bearer(await editorToken()),
  };
  const lines: Record<string, string> = {};
  for (const { method, path } of routesOf(cms)) {
    let line = '';
    for (const caller of CALLERS) line += await ask(method, path, caller);
    lines[`${method} ${path}`] = line;
  }
  found = lines;
  if (DECIDES) {
    const legend = '- refused, . nothing there, o gets through, space: not called. Written by pnpm routes:decide.';
    writeFileSync(TABLE, `${JSON.stringify({ legend, callers: CALLERS, routes: lines } satisfies Table, null, 2)}\n`);
  }
}, 240_000);

describe('the routes of the running CMS', () => {
  const table = () => JSON.parse(readFileSync(TABLE, 'utf8')) as Table;

  it('are all in the table: who may call a new one is decided by somebody (pnpm routes:decide, then read the difference)', () => {
    const { routes } = table();
    expect(Object.keys(found).filter((route) => routes[route] === undefined)).toEqual([]);
    expect(Object.keys(routes).filter((route) => found[route] === undefined)).toEqual([]);
    expect(Object.keys(routes).length).toBeGreaterThan(250);
  });

  it('let through whom the table says, and nobody else', () => {
    const { routes, callers } = table();
    expect(callers).toEqual(CALLERS);
    const differences = Object.entries(found).flatMap(([route, line]) =>
      routes[route] === undefined || routes[route] === line
        ? []
        : [`${route}: « ${line} », decided « ${routes[route]} »`],
    );
    expect(differences).toEqual([]);
  });

  it('outside of our public addresses let nobody in, nor an association, nor the builder’s token', () => {
    const open = Object.entries(found).filter(
      ([route, line]) =>
        !/^\w+ \/api\//.test(route) &&
        OPEN[route.replace(/^\w+ \/_health$/, 'GET /_health')] === undefined &&
        /o/.test(line.slice(0, 3)),
    );
    expect(open.map(([route, line]) => `${route} ${line}`)).toEqual([]);
  });
});

describe('what is not published', () => {
  it('is given to nobody by any parameter', async () => {
    const secret = `brouillon-${randomUUID()}`;
    const { documentId } = await publishAssociation(cms.strapi, { internalNote: secret });
    await documents(cms.strapi, 'api::association.association').update({ documentId, data: { summary: secret } });
    const parameters = [
      'status=draft',
      'publicationState=preview',
      'populate=*',
      'populate[0]=contacts&status=draft',
      'populate[createdBy][fields][0]=password',
      'locale=all&status=draft',
      'fields[0]=internalNote',
      `filters[internalNote][$contains]=${secret}`,
      'filters[contacts][phone][$startsWith]=%2B33',
      'sort=internalNote',
      'sort=contacts.phone',
      '_q=brouillon',
      'pagination[limit]=-1&status=draft',
      'hasPublishedVersion=false',
    ];
    const places = [
      '/api/associations',
      `/api/associations/${documentId}`,
      '/api/association',
      '/api/export/site',
      '/content-manager/collection-types/api::association.association',
      `/content-manager/collection-types/api::association.association/${documentId}`,
    ];
    for (const place of places)
      for (const parameter of parameters)
        for (const caller of ['nobody', 'association', 'export token'] as const) {
          if (place === '/api/export/site' && caller === 'export token') continue;
          const response = await fetch(`${cms.url}${place}?${parameter}`, { headers: { ...credentials[caller] } });
          const said = await response.text();
          expect([place, parameter, caller, response.ok, said.includes(secret)]).toEqual([
            place,
            parameter,
            caller,
            false,
            false,
          ]);
        }
  });

  it('is not in the export either, whatever the builder asks for', async () => {
    const secret = `brouillon-${randomUUID()}`;
    const { documentId } = await publishAssociation(cms.strapi, { internalNote: secret });
    await documents(cms.strapi, 'api::association.association').update({ documentId, data: { summary: secret } });
    for (const parameter of [
      '',
      'status=draft',
      'publicationState=preview',
      'populate=*',
      'fields[0]=internalNote',
      'locale=all',
    ]) {
      const response = await fetch(`${cms.url}/api/export/site?${parameter}`, {
        headers: { ...credentials['export token'] },
      });
      expect([parameter, (await response.text()).includes(secret)]).toEqual([parameter, false]);
    }
  });
});

it('believes no address that a caller writes by itself, when guesses are counted', async () => {
  const statuses: number[] = [];
  const from = freshAddress();
  for (let at = 0; at < 40 && !statuses.includes(429); at++) {
    const { status } = await knock(cms, '/admin/login', {
      from,
      origin: null,
      // No proxy stands before this CMS (its address is no https one): whoever sends these headers made them up.
      headers: { 'X-Forwarded-For': freshAddress(), 'X-Real-IP': freshAddress(), Forwarded: `for=${freshAddress()}` },
      json: { email: 'personne-de-connu@example.org', password: 'Essai-1-faux' },
    });
    statuses.push(status);
  }
  expect(statuses).toContain(429);
}, 120_000);
