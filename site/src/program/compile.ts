/**
 * The pages of the site as a program: compiled by Astro once, then run for each release. Of a build of the demonstration two
 * seconds in six went into compiling what had not changed (issue 13).
 */
import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  build,
  type AstroConfig,
  type AstroIntegration,
  type AstroPrerenderer,
  type IntegrationResolvedRoute,
  type PathWithRoute,
} from 'astro';
import type { BuildEnv } from '../build-env.ts';
import type * as door from './door.ts';
import { modulesOfPages, type Preloaded } from '../release/preload-modules.ts';
import { programConfig } from '../site-config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths of a route, with what its page is given, by their parameters in a row. */
interface StaticPaths {
  readonly keyed: ReadonlyMap<string, { readonly props?: Readonly<Record<string, unknown>> }>;
}
type RouteData = PathWithRoute['route'];

/** The app that Astro compiles: what it is told of the build, and what its own prerenderer asks of it. */
export interface CompiledApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  readonly routeCache: {
    get(route: RouteData): { readonly staticPaths?: StaticPaths } | undefined;
    clearAll(): void;
  };
  getComponentByRoute(route: RouteData): Promise<unknown>;
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
}

/** Astro’s own prerenderer: it renders with the app that stands here. */
type OwnPrerenderer = AstroPrerenderer & { app?: CompiledApp };

/** What Astro left, not loaded yet. */
interface Compiled {
  readonly prerenderer: OwnPrerenderer;
  /** What the app is told of the build. */
  readonly prepare: (app: CompiledApp) => void;
  readonly entry: string;
}

export interface Program {
  /** What renders the pages. */
  readonly app: CompiledApp;
  readonly door: typeof door;
  /** What browsers fetch: scripts, styles, fonts, and what lies in `public/`. */
  readonly client: string;
  readonly prerenderer: OwnPrerenderer;
  /** What Astro tells its integrations. */
  readonly config: AstroConfig;
  readonly routes: readonly IntegrationResolvedRoute[];
  /** A page with what it is to load besides. */
  readonly preloaded: Preloaded;
}

/** Compiled beside the pages, in `server`: `door.ts`. */
export const DOOR = 'door.mjs';
const ENTRY = /^prerender-entry\.[\w-]+\.mjs$/;

/**
 * Compiles into `folder`, which is emptied first. Nothing is rendered: no page is asked for.
 *
 * @param env of any release: what of it the program depends on is said by `fingerprint.ts`
 * @param source its export
 * @throws {Error} when Astro does not compile, or compiles to something that this file does not know
 */
export async function compileSite(env: BuildEnv, source: () => Promise<unknown>, folder: string): Promise<Program> {
  await rm(folder, { recursive: true, force: true });
  const server = join(folder, 'server');
  const client = join(folder, 'client');
  const modules = modulesOfPages();
  let config: AstroConfig | null = null;
  let routes: readonly IntegrationResolvedRoute[] = [];
  let compiled: Compiled | null = null;

  const keep: AstroIntegration = {
    name: 'trame-program',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:routes:resolved': (resolved) => {
        routes = resolved.routes;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own: OwnPrerenderer) => ({
          name: 'trame:program',
          setup: async () => {
            // Astro removes its modules once pages are rendered.
            await cp(compiledFolder(), server, { recursive: true });
            compiled = { prerenderer: own, prepare: await preparing(own), entry: await entryIn(server) };
          },
          getStaticPaths: () => Promise.resolve([]),
          render: (request, options) => own.render(request, options),
        })),
    },
  };
  await mkdir(client, { recursive: true });
  const ours = programConfig({ ...env, TRAME_OUT: client }, source);
  await build({
    ...ours,
    root,
    configFile: false,
    logLevel: 'error',
    integrations: [...ours.integrations, modules.integration, doorOfProgram(), keep],
  });
  if (compiled === null || config === null) throw new Error('Astro rendered without the prerenderer that it was given');
  // The modules lie beside the data; what they import lies with the site.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    ...(await loadProgram(compiled, server)),
    client,
    config,
    routes,
    preloaded: modules.preloaded,
  };
}

/** Loads every module of the pages: what they derive from the content is known from then on. */
async function loadProgram(
  { prerenderer, prepare, entry }: Compiled,
  server: string,
): Promise<Pick<Program, 'app' | 'door' | 'prerenderer'>> {
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(server, name)).href);
  const { app } = (await load(entry)) as { app: CompiledApp };
  const ofPages = (await load(DOOR)) as typeof door;
  prepare(app);
  prerenderer.app = app;
  await ofPages.whileLoading(async () => {
    for (const { routeData } of app.manifest.routes) await app.getComponentByRoute(routeData);
  });
  return { app, door: ofPages, prerenderer };
}

/** Compiles `door.ts` with the pages, so that it speaks of the modules that they use. */
const doorOfProgram = (): AstroIntegration => ({
  name: 'trame-door',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          // Whoever keeps the program opens the content for each release.
          define: { 'import.meta.env.TRAME_KEPT': 'true' },
          plugins: [
            {
              name: 'trame-door',
              applyToEnvironment: ({ name }) => name === 'prerender',
              buildStart() {
                this.emitFile({
                  type: 'chunk',
                  id: join(root, 'src/program/door.ts'),
                  fileName: DOOR,
                  preserveSignature: 'strict',
                });
              },
            },
          ],
        },
      });
    },
  },
});

/** Astro compiles in the working folder when the release lies elsewhere, as here. */
const compiledFolder = (): string => join(process.cwd(), '.astro', '.prerender');

async function entryIn(server: string): Promise<string> {
  const entry = (await readdir(server)).find((name) => ENTRY.test(name));
  if (entry === undefined) throw new Error(`Astro compiled no entry that this program knows into ${server}`);
  return entry;
}

/** What Astro’s own prerenderer tells its app is told to each fresh one as well. */
async function preparing(own: OwnPrerenderer): Promise<Compiled['prepare']> {
  await own.setup?.();
  const first = own.app;
  if (first === undefined) throw new Error('Astro’s prerenderer holds no app after its setup');
  const told: { internals?: unknown; options?: unknown } = {};
  // The app keeps what it is told to itself: the second setup, of the same modules, is listened to.
  const setInternals = first.setInternals.bind(first);
  const setOptions = first.setOptions.bind(first);
  first.setInternals = (internals) => {
    told.internals = internals;
    setInternals(internals);
  };
  first.setOptions = (options) => {
    told.options = options;
    setOptions(options);
  };
  await own.setup?.();
  if (told.internals === undefined || told.options === undefined)
    throw new Error('Astro’s prerenderer tells its app something else than this program knows');
  return (app) => {
    app.setInternals(told.internals);
    app.setOptions(told.options);
  };
}
