/** The CMS of a release, compiled, on a database that it is given, answering on a free port without sending a letter. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { DUMP_ADMIN, DUMP_SECRETS, DUMP_SITE } from './secrets.ts';

interface StrapiModule {
  createStrapi: (options: { appDir: string; distDir: string; serveAdminPanel: boolean }) => {
    load: () => Promise<Core.Strapi>;
  };
}

export interface BootOptions {
  /** Folder of the CMS, with its `dist`. */
  readonly cms: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** What more of the environment it needs. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Loads it, once per process. Everything that a start does with a database is done then; nothing is sent or erased yet. */
export async function bootRelease({ cms, databaseUrl, dataDir, env = {} }: BootOptions): Promise<Core.Strapi> {
  mkdirSync(path.join(dataDir, 'public/uploads'), { recursive: true }); // Strapi refuses to load without it
  Object.assign(process.env, DUMP_SECRETS, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    TRAME_LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    CMS_URL: 'http://cms.example.org',
    SITE_URL: DUMP_SITE,
    DEPLOYER_URL: 'http://127.0.0.1:9', // where nobody listens: not the deployer of a Trame that runs on this machine
    MAIL_FROM: 'Office de tourisme <annuaire@example.org>',
    TRAME_ADMIN_EMAIL: DUMP_ADMIN.email,
    TRAME_ADMIN_PASSWORD: DUMP_ADMIN.password,
    ...env,
  });
  const { createStrapi } = createRequire(path.join(cms, 'package.json'))('@strapi/strapi') as StrapiModule;
  return createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false }).load();
}

/**
 * Opens its routes on a server of our own: letters leave, and old data are erased, from when Strapi's own one listens.
 * @returns the address
 */
export async function openRoutes(strapi: Core.Strapi): Promise<string> {
  strapi.server.mount();
  const server = createServer(strapi.server.app.callback() as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves it as `start` does: letters leave, and jobs run. @returns the address */
export async function serve(strapi: Core.Strapi): Promise<string> {
  strapi.server.mount();
  const server = strapi.server.httpServer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
