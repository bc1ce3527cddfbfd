/** A release from the compiled program: every page rendered, and what browsers fetch beside them. */
import { constants } from 'node:fs';
import { cp } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger, PathWithRoute } from 'astro';
import { dayOf } from '@trame/cms/domain/dates';
import type { BuildEnv } from '../build-env.ts';
import { atOnce } from '../release/at-once.ts';
import { releaseFiles } from '../release/integration.ts';
import type { CompiledApp, Program } from './compile.ts';
import type { FileRound } from './kept-files.ts';
import type { Given, KeptPages, Round } from './kept-pages.ts';
import { addressOf, fileOf } from './paths.ts';

/** Paths, each page in each language. */
export interface Rendered {
  readonly rendered: number;
  readonly takenOver: number;
}

/** Pages wait for pictures that another processor draws: the next ones are made meanwhile. */
const AT_ONCE = 8;

/**
 * @param kept pages of the releases before, by the same program
 * @param source the export of the release
 */
export async function renderSite(
  program: Program,
  kept: KeptPages,
  env: BuildEnv,
  source: () => Promise<unknown>,
): Promise<Rendered> {
  await takeOver(program.client, env.TRAME_OUT);
  const { app, door, prerenderer } = program;
  door.openContent(env, await source());
  app.routeCache.clearAll();
  const paths = await prerenderer.getStaticPaths();
  const round = await kept.begin(env.TRAME_OUT, conditionsOf(env), door.answerNow);
  const { addresses, ...counts } = await writePages({ program, round: round.pages, env }, paths);
  await writeRest(program, addresses, env, source, round.files);
  await round.files.end();
  return counts;
}

/** What every page may depend on, and the compiled program does not: the day, and where the CMS is. */
const conditionsOf = (env: BuildEnv): string => JSON.stringify([dayOf(env.TRAME_BUILT_AT), env.SITE_URL, env.CMS_URL]);

interface Making {
  readonly program: Program;
  readonly round: Round;
  readonly env: BuildEnv;
}

/** @returns addresses of the pages, without those of files; and what became of each path */
async function writePages(
  making: Making,
  paths: readonly PathWithRoute[],
): Promise<Rendered & { addresses: string[] }> {
  const written = new Map<string, PathWithRoute>();
  for (const path of paths) if (!written.has(path.pathname)) written.set(path.pathname, path);
  let rendered = 0;
  await atOnce(AT_ONCE, written.values(), async (path) => {
    const file = fileOf(path);
    const given = givenTo(making.program.app, path);
    if (await making.round.take(file, given)) return;
    rendered += 1;
    const { result, notes } = await making.program.door.noting(() => renderPage(making, path));
    await making.round.put(file, given, notes, making.program.preloaded(file, result));
  });
  const addresses = [...written.values()].filter(({ route }) => route.type === 'page').map(addressOf);
  return { addresses, rendered, takenOver: written.size - rendered };
}

/** @throws {Error} when Astro keeps the paths of a route elsewhere than this program knows */
function givenTo(app: CompiledApp, { pathname, route }: PathWithRoute): Given {
  if (route.pathname) return {};
  const path = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname);
  if (path === undefined) throw new Error(`Astro does not know what the page ${pathname} is given`);
  return path.props ?? {};
}

/** @throws {Error} what the page threw, or that it has no body */
async function renderPage({ program, env }: Making, path: PathWithRoute): Promise<Buffer> {
  const request = new Request(new URL(addressOf(path), env.SITE_URL));
  const rendered = await program.prerenderer.render(request, { routeData: path.route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.body === null || (response.status >= 300 && response.status < 400))
    throw new Error(`The page ${path.pathname} answers ${response.status} without a body`);
  return Buffer.from(await response.arrayBuffer());
}

/** The sitemap and the files that are no pages, by the integrations that a build by hand has. */
async function writeRest(
  { config, routes }: Program,
  addresses: readonly string[],
  env: BuildEnv,
  source: () => Promise<unknown>,
  files: FileRound,
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
  for (const { hooks } of releaseFiles(env, source, files.put)) {
    // Each reads of it what its hook is told.
    await hooks['astro:config:done']?.(said as never);
    await hooks['astro:routes:resolved']?.(said);
    await hooks['astro:build:done']?.(said);
  }
}

/** Copies, and no second names of the same files: what happens to a release on the disk must not come back with the next one. */
const takeOver = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
