/** Compiles the CMS server and builds its French admin, each only when what it is made of has changed. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../lib/environment.ts';
import { readCache, writeJson } from '../lib/files.ts';
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

/** What a build runs with. */
export interface BuildTools {
  readonly supervisor: Supervisor;
  readonly progress: Progress;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

const readStamps = async () => (await readCache(STAMPS, Stamps)) ?? {};

/** Whoever may run the programs may know what they were made of: in a production another account than the one that built them. */
export const writeStamps = (stamps: z.infer<typeof Stamps>, file = STAMPS): Promise<void> =>
  writeJson(file, stamps, 0o644);

const serverStamp = () => fingerprint(ROOT, SERVER_SOURCES);
const adminStamp = () => fingerprint(ROOT, ADMIN_SOURCES);

/** Whether what was built last in this clone, if anything, was made of what stands in it now. */
export async function isBuilt(): Promise<boolean> {
  const [stamps, server, admin] = await Promise.all([readStamps(), serverStamp(), adminStamp()]);
  return stamps.server === server && stamps.admin === admin;
}

/** Compiles the server into `cms/dist`, unless nothing changed since the last time. */
export async function compileServer({ supervisor, progress, env, logFile }: BuildTools): Promise<void> {
  const [stamps, server] = await Promise.all([readStamps(), serverStamp()]);
  if (stamps.server === server) {
    progress.unchanged(messages.steps.server);
    return;
  }
  await progress.step(messages.steps.server, async () => {
    // Aside first, then in the place of the old one: a CMS that runs from `dist` (a test beside `start`) must not find half
    // of it, and what a removed source file was compiled to must go, because Strapi loads all that it finds.
    const fresh = path.join(CMS, '.cache', `server-${process.pid}`);
    try {
      const args = [cmsProgram('typescript', 'bin/tsc'), '--project', CMS, '--incremental', 'false', '--outDir', fresh];
      await supervisor.complete(messages.steps.server, process.execPath, args, { cwd: CMS, env, logFile });
      await mkdir(DIST, { recursive: true });
      for (const part of await readdir(fresh)) {
        await rm(path.join(DIST, part), { recursive: true, force: true });
        await rename(path.join(fresh, part), path.join(DIST, part));
      }
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    await writeStamps({ admin: stamps.admin, server });
  });
}

/** Builds the admin into `cms/dist/build`, unless nothing changed since the last time. The server must be compiled. */
async function buildAdmin({ supervisor, progress, env, logFile }: BuildTools): Promise<void> {
  const [stamps, admin] = await Promise.all([readStamps(), adminStamp()]);
  if (stamps.admin === admin) {
    progress.unchanged(messages.steps.admin);
    return;
  }
  await progress.step(messages.steps.admin, async () => {
    const args = [path.join(ROOT, 'scripts/start/build-admin.mjs')];
    await supervisor.complete(messages.steps.admin, process.execPath, args, { cwd: CMS, env, logFile });
    await writeStamps({ ...(await readStamps()), admin });
  });
}

/**
 * Starts what needs building and returns at once: the demo content is written by the compiled server while the admin, which
 * takes much longer, is still being built.
 */
export function buildCms(tools: BuildTools): CmsBuild {
  const server = compileServer(tools);
  const admin = server.then(() => buildAdmin(tools));
  for (const part of [server, admin]) part.catch(() => undefined); // awaited later
  return { server, admin };
}
