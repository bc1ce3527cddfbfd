/** A release from the compiled program: every page rendered, and what browsers fetch beside them. */
import { constants } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger, PathWithRoute } from 'astro';
import type { BuildEnv } from '../build-env.ts';
import { atOnce } from '../release/at-once.ts';
import { releaseFiles } from '../release/integration.ts';
import type { CompiledApp, Program } from './compile.ts';
import { addressOf, fileOf } from './paths.ts';

/** Pages wait for pictures that another processor draws: the next ones are made meanwhile. */
const AT_ONCE = 8;

/**
 * @param source the export of the release
 * @param work folder of this release alone: the program is evaluated there, so that nothing of the last content is met again
 */
export async function renderSite(
  program: Program,
  env: BuildEnv,
  source: () => Promise<unknown>,
  work: string,
): Promise<void> {
  await takeOver(program.client, env.TRAME_OUT);
  const modules = join(work, 'pages');
  await cp(program.server, modules, { recursive: true });
  try {
    const { app } = (await import(pathToFileURL(join(modules, program.entry)).href)) as { app: CompiledApp };
    program.prepare(app);
    program.prerenderer.app = app;
    const paths = await program.prerenderer.getStaticPaths();
    const pages = await writePages(program, paths, env);
    await program.preloads(env.TRAME_OUT);
    await writeRest(program, pages, env, source);
  } finally {
    await rm(modules, { recursive: true, force: true });
  }
}

/** @returns addresses of the pages, without those of files */
async function writePages(program: Program, paths: readonly PathWithRoute[], env: BuildEnv): Promise<string[]> {
  const written = new Map<string, PathWithRoute>();
  for (const path of paths) if (!written.has(path.pathname)) written.set(path.pathname, path);
  await atOnce(AT_ONCE, written.values(), (path) => writePage(program, path, env));
  return [...written.values()].filter(({ route }) => route.type === 'page').map(addressOf);
}

/** @throws {Error} what the page threw, or that it has no body */
async function writePage(program: Program, path: PathWithRoute, env: BuildEnv): Promise<void> {
  const request = new Request(new URL(addressOf(path), env.SITE_URL));
  const rendered = await program.prerenderer.render(request, { routeData: path.route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.body === null || (response.status >= 300 && response.status < 400))
    throw new Error(`The page ${path.pathname} answers ${response.status} without a body`);
  const file = join(env.TRAME_OUT, fileOf(path));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
}

/** The sitemap and the files that are no pages, by the integrations that a build by hand has. */
async function writeRest(
  { config, routes }: Program,
  addresses: readonly string[],
  env: BuildEnv,
  source: () => Promise<unknown>,
): Promise<void> {
  const dir = pathToFileURL(`${env.TRAME_OUT}/`);
  // As Astro says them: without the first slash.
  const pages = addresses.map((address) => ({ pathname: address.slice(1) }));
  const said = {
    logger: { warn: console.warn, error: console.error, info: () => undefined } as unknown as AstroIntegrationLogger,
    config,
    routes: [...routes],
    pages,
    dir,
    assets: new Map<string, URL[]>(),
  };
  for (const { hooks } of releaseFiles(env, source)) {
    // Each reads of it what its hook is told.
    await hooks['astro:config:done']?.(said as never);
    await hooks['astro:routes:resolved']?.(said);
    await hooks['astro:build:done']?.(said);
  }
}

/** Copies, and no second names of the same files: what happens to a release on the disk must not come back with the next one. */
const takeOver = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
