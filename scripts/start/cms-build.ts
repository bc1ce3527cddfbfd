/** Compiles the CMS server and builds its French admin, each only when what it is made of has changed. */
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../lib/environment.ts';
import { readJson, writeJson } from '../lib/files.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import { messages } from './messages.ts';
import type { Progress } from './progress.ts';
import type { Supervisor } from './supervisor.ts';

export const CMS = path.join(ROOT, 'cms');
const DIST = path.join(CMS, 'dist');
const STAMPS = path.join(DIST, 'build-stamps.json');

const SERVER_SOURCES = [
  'cms/src',
  'cms/config',
  'cms/database',
  'cms/tsconfig.json',
  'cms/package.json',
  'pnpm-lock.yaml',
];
// Strapi's admin build reads the configuration too: which plugins are on, under which path.
const ADMIN_SOURCES = [
  'cms/src/admin',
  'cms/src/components',
  'cms/src/domain',
  'cms/src/publication',
  'cms/config',
  'cms/package.json',
  'pnpm-lock.yaml',
];

const Stamps = z.object({ server: z.string().optional(), admin: z.string().optional() });

/** Path of a program that a package of the CMS brings. */
export function cmsProgram(name: string, bin: string): string {
  return path.join(path.dirname(createRequire(path.join(CMS, 'package.json')).resolve(`${name}/package.json`)), bin);
}

export interface CmsBuild {
  /** Resolves once the server can be loaded from `cms/dist`. */
  readonly server: Promise<void>;
  /** Resolves once the admin can be served. */
  readonly admin: Promise<void>;
}

/**
 * Starts what needs building and returns at once: the demo content is written by the compiled server while the admin, which
 * takes much longer, is still being built.
 */
export async function buildCms(
  supervisor: Supervisor,
  progress: Progress,
  env: NodeJS.ProcessEnv,
  logFile: string,
): Promise<CmsBuild> {
  const [server, admin] = await Promise.all([fingerprint(ROOT, SERVER_SOURCES), fingerprint(ROOT, ADMIN_SOURCES)]);
  const stamps = (await readJson(STAMPS, Stamps)) ?? {};

  const compiled = (async () => {
    if (stamps.server === server) {
      progress.unchanged(messages.steps.server);
      return;
    }
    await progress.step(messages.steps.server, async () => {
      // What a removed source file was compiled to would still be loaded by Strapi.
      for (const part of ['src', 'config', 'database', 'tsconfig.tsbuildinfo', 'build-stamps.json'])
        await rm(path.join(DIST, part), { recursive: true, force: true });
      const compiler = cmsProgram('typescript', 'bin/tsc');
      await supervisor.complete(
        messages.steps.server,
        process.execPath,
        [compiler, '--project', CMS, '--incremental', 'false'],
        { cwd: CMS, env, logFile },
      );
      await writeJson(STAMPS, { server } satisfies z.infer<typeof Stamps>);
    });
  })();

  const built = (async () => {
    if (stamps.server === server && stamps.admin === admin) {
      progress.unchanged(messages.steps.admin);
      return;
    }
    await compiled;
    if (stamps.admin === admin) {
      await writeJson(STAMPS, { server, admin } satisfies z.infer<typeof Stamps>);
      progress.unchanged(messages.steps.admin);
      return;
    }
    await progress.step(messages.steps.admin, async () => {
      await supervisor.complete(
        messages.steps.admin,
        process.execPath,
        [path.join(ROOT, 'scripts/start/build-admin.mjs')],
        { cwd: CMS, env, logFile },
      );
      await writeJson(STAMPS, { server, admin } satisfies z.infer<typeof Stamps>);
    });
  })();

  built.catch(() => undefined); // awaited later; a failure of the server's compilation is reported there first
  return { server: compiled, admin: built };
}
