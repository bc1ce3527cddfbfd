/**
 * The pages of a release. Astro compiles them for the first one, and the compiled program renders the next: until the address of the
 * site or its languages change, or this process ends.
 */
import { join } from 'node:path';
import { readBuildEnv } from '../build-env.ts';
import { compileSite, type Program } from '../program/compile.ts';
import { ownFolder } from '../program/folder.ts';
import { fingerprint } from '../program/fingerprint.ts';
import { renderSite } from '../program/render.ts';
import { createKeptFiles } from '../program/kept-files.ts';
import { createKeptPages, type KeptPages } from '../program/kept-pages.ts';
import { readOnce } from '../site-config.ts';
import { serveJobs } from './serve-jobs.ts';

let known: { readonly key: string; readonly program: Program; readonly kept: KeptPages } | null = null;

serveJobs(async () => {
  const env = readBuildEnv();
  const source = readOnce(env);
  const key = fingerprint(env, await source());
  if (known?.key !== key) {
    known = null;
    const folder = await ownFolder(env.TRAME_CACHE_DIR);
    const program = await compileSite(env, source, folder);
    known = { key, program, kept: createKeptPages(createKeptFiles(join(folder, 'kept'))) };
  }
  const { rendered, takenOver } = await renderSite(known.program, known.kept, env, source);
  console.info(`Pages : ${rendered} faites, ${takenOver} reprises`);
});
