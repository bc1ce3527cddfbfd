/** Strapi without its web server, for what writes content from the command line. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { readEnvironment, readSecrets, ROOT, SecretsFile, secretsFile } from '../lib/environment.ts';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

const CMS = path.join(ROOT, 'cms');

/** The CMS's own copy of Strapi is loaded: a second one would be another global. */
interface StrapiModule {
  createStrapi(options: { appDir: string; distDir: string; serveAdminPanel: boolean }): {
    load(): Promise<Core.Strapi>;
  };
}

export interface BootedCms {
  strapi: Core.Strapi;
  /** Closes Strapi, and the embedded PostgreSQL when this process started it. */
  close(): Promise<void>;
}

/**
 * Loads the compiled CMS on the database that `start` uses, beside a running server or alone.
 * @throws {PlainError} in French: not built, never started, database out of reach.
 */
export async function bootCms(): Promise<BootedCms> {
  const dist = path.join(CMS, 'dist');
  if (!existsSync(path.join(dist, 'src/index.js'))) throw new PlainError(messages.noBuild);
  const { databaseUrl, dataDir } = readEnvironment();
  readSecrets(dataDir);
  const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
  const file = secretsFile(dataDir);
  const secrets = existsSync(file) ? SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  Object.assign(process.env, {
    TRAME_LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...secrets,
    ...process.env,
    DATABASE_URL: databaseUrl ?? postgres?.url,
    DATA_DIR: dataDir,
  });
  mkdirSync(path.join(dataDir, 'public/uploads'), { recursive: true }); // Strapi refuses to load without it
  try {
    const cmsModule = createRequire(path.join(CMS, 'package.json'))('@strapi/strapi') as StrapiModule;
    const strapi = await cmsModule.createStrapi({ appDir: CMS, distDir: dist, serveAdminPanel: false }).load();
    return {
      strapi,
      close: async () => {
        await untilIdle(strapi);
        await strapi.destroy();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

/** Waits for what Strapi still reads after a commit (the records that its webhooks carry); closing under it would be an error. */
async function untilIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as {
    pool: { numUsed(): number; numPendingAcquires(): number; numPendingCreates(): number };
  };
  let quiet = 0;
  while (quiet < 5) {
    await setTimeout(50);
    quiet = pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() === 0 ? quiet + 1 : 0;
  }
}
