/** The real CMS for a test: one Strapi for all files, on the PostgreSQL of global-setup.ts, answering on a free port. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as StrapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { inject } from 'vitest';
import { type MailCatcher, startMailCatcher } from '@trame/scripts/testing/mail-catcher';

export const EXPORT_TOKEN = 'an-export-token-for-the-tests';
export const BOUNCE_TOKEN = 'a-bounce-token-for-the-tests';
export const WEBHOOK_SECRET = 'a-webhook-secret-for-the-tests';
export const ADMIN = { email: 'admin@example.org', password: 'Un-mot-de-passe-1' };

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Cms {
  readonly strapi: Core.Strapi;
  readonly url: string;
  /** Where the letters go that the CMS sends. */
  readonly mail: MailCatcher;
  /** What a stand-in for the deployer has received so far. */
  readonly received: ReceivedRequest[];
  /** What that stand-in answers, as JSON but for a Buffer; when null, that all is well, and 202 to what it is asked to do. */
  answer: ((request: ReceivedRequest) => { status: number; body: unknown }) | null;
  /** The connections on which that stand-in tells events, by path. They stay open, and stand in no list of what it received. */
  readonly listeners: { readonly url: string; readonly authorization: string; readonly response: ServerResponse }[];
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** A deployer that is well: otherwise the office would be told, ten minutes into the tests, that the site is behind. */
const usual = ({ method, url }: ReceivedRequest): { status: number; body: unknown } =>
  method === 'GET' && url === '/state'
    ? {
        status: 200,
        body: {
          live: { release: 'r1', contentVersion: 'v1', since: '2026-12-01T03:00:00.000Z' },
          ...{ building: null, failure: null, pending: false },
        },
      }
    : { status: 202, body: null };

async function startDeployerStandIn(cms: Pick<Cms, 'received' | 'answer' | 'listeners'>): Promise<string> {
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url?.endsWith('/events')) {
      const listener = { url: request.url, authorization: request.headers.authorization ?? '', response };
      cms.listeners.push(listener);
      response.once('close', () => cms.listeners.splice(cms.listeners.indexOf(listener), 1));
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      cms.received.push(received);
      const { status, body } = cms.answer?.(received) ?? usual(received);
      const isFile = Buffer.isBuffer(body);
      response.writeHead(status, { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' });
      response.end(isFile ? body : JSON.stringify(body));
    });
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

async function start(): Promise<Cms> {
  const cms = { received: [] as ReceivedRequest[], answer: null as Cms['answer'], listeners: [] as Cms['listeners'] };
  const dataDir = mkdtempSync(join(tmpdir(), 'trame-cms-'));
  mkdirSync(join(dataDir, 'public', 'uploads'), { recursive: true });
  const mail = await startMailCatcher({ folder: join(dataDir, 'mail-catcher'), mailPort: 0, mailboxPort: 0 });
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${mail.mailPort}`,
    MAIL_FROM: 'Office de tourisme <annuaire@example.org>',
    MAIL_PER_SECOND: '500',
    TRAME_BOUNCE_TOKEN: BOUNCE_TOKEN,
    NODE_ENV: 'production',
    DATABASE_URL: inject('databaseUrl'),
    DATA_DIR: dataDir,
    CMS_URL: 'http://cms.example.org',
    DEPLOYER_URL: await startDeployerStandIn(cms),
    TRAME_EXPORT_TOKEN: EXPORT_TOKEN,
    TRAME_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TRAME_LINK_SECRET: 'a-link-secret-for-the-tests',
    TRAME_ADMIN_EMAIL: ADMIN.email,
    TRAME_ADMIN_PASSWORD: ADMIN.password,
    TRAME_LOG_LEVEL: 'error',
    APP_KEYS: 'a-key-for-the-tests-1,a-key-for-the-tests-2',
    API_TOKEN_SALT: 'a-salt-for-the-tests-1',
    ADMIN_JWT_SECRET: 'a-secret-for-the-tests-1',
    TRANSFER_TOKEN_SALT: 'a-salt-for-the-tests-2',
    JWT_SECRET: 'a-secret-for-the-tests-2',
    ENCRYPTION_KEY: 'a-key-for-the-tests-3',
  });
  const appDir = fileURLToPath(new URL('../..', import.meta.url));
  // Not `import`: the compiled CMS requires the CommonJS build of Strapi, and there may be only one of each class.
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as Pick<
    typeof StrapiModule,
    'createStrapi'
  >;
  const strapi = await createStrapi({ appDir, distDir: join(appDir, 'dist'), serveAdminPanel: false }).load();
  strapi.server.mount();
  const port = await listen(strapi.server.httpServer);
  return Object.assign(cms, { strapi, mail, url: `http://127.0.0.1:${port}` });
}

let running: Promise<Cms> | undefined;

/** Starts the CMS the first time, and gives the same one afterwards. */
export const startCms = (): Promise<Cms> => (running ??= start());
