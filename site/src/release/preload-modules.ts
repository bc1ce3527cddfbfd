/**
 * Says in the head of the search page what its answer stands on: the modules of its script, the worker that answers, Pagefind, and
 * the facts. A browser learns of each from the one before otherwise, a way to the server later, and there the answer is what
 * somebody waits for.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { reachedFrom } from '../chunks.ts';
import { FACTS_FILE } from '../features/search/facts/format.ts';
import { isForeign } from '../i18n/language.ts';
import { BUNDLE, ENGINE_FILE, ENGINE_FOLDER, ENGINE_WASM } from '../view/search-bundle.ts';

/** The page whose script answers, in each language; what the scripts of others do waits for a finger. */
const ANSWERS = 'recherche/index.html';
const answers = (file: string): boolean =>
  file === ANSWERS || (file.endsWith(`/${ANSWERS}`) && isForeign(file.slice(0, -ANSWERS.length - 1)));
const WORKER = /\/worker-[\w-]+\.js$/;

/** Of each script of the build, the modules that it imports, and those that they import. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * @param worker what answers, as the build names it
 * @throws {Error} when a page has no script of the build: this file would do nothing, and nobody would see it
 */
export function withPreloads(html: string, imports: Imports, worker: string): string {
  const scripts = [...html.matchAll(/<script type="module" src="\/([^"]+)"/g)].map(([, path]) => path!);
  const wanted = new Set(scripts.flatMap((script) => [...reachedFrom(script, (piece) => imports.get(piece) ?? [])]));
  if (scripts.every((script) => (imports.get(script) ?? []).length === 0))
    throw new Error('no script of the build stands in this page');
  for (const script of scripts) wanted.delete(script);
  // The script stands at the end of the page: it is what starts the rest. One that stands on nothing starts nothing of it.
  const first = scripts.filter((script) => (imports.get(script) ?? []).length > 0);
  const engine = `/${BUNDLE}/${ENGINE_FOLDER}`;
  const links = [
    ...[...first, ...wanted].map((path) => `<link rel="modulepreload" href="/${path}">`),
    // The page asks for the facts itself; the others are fetched by the worker, which finds them kept.
    `<link rel="preload" as="fetch" crossorigin href="/${BUNDLE}/${FACTS_FILE}">`,
    `<link rel="modulepreload" href="/${worker}">`,
    `<link rel="modulepreload" fetchpriority="low" href="${engine}/${ENGINE_FILE}">`,
    `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${engine}/${ENGINE_WASM}">`,
  ];
  return html.replace('</head>', () => `${links.join('')}</head>`);
}

/**
 * Says in a page that answers what it stands on; any other page comes back as it is.
 * @param file of the page in the release @throws {Error} when the build had nothing of a search
 */
export type Preloaded = (file: string, page: Buffer) => Buffer;

/** What the build of the pages says of its modules, and what becomes of it. */
export function modulesOfPages(): { readonly integration: AstroIntegration; readonly preloaded: Preloaded } {
  const imports = new Map<string, readonly string[]>();
  let worker: string | null = null;
  return {
    integration: {
      name: 'trame-module-imports',
      hooks: {
        'astro:config:setup': ({ updateConfig }) => {
          updateConfig({
            vite: {
              plugins: [
                {
                  name: 'trame-module-imports',
                  applyToEnvironment: ({ name }) => name === 'client',
                  generateBundle(_options, bundle) {
                    for (const [name, piece] of Object.entries(bundle)) {
                      if (piece.type === 'chunk') imports.set(piece.fileName, piece.imports);
                      if (WORKER.test(name)) worker = name;
                    }
                  },
                },
              ],
            },
          });
        },
      },
    },
    preloaded: (file, page) => {
      if (!answers(file)) return page;
      if (worker === null) throw new Error('no worker of the search stands in this build');
      return Buffer.from(withPreloads(page.toString('utf8'), imports, worker));
    },
  };
}

export function preloadModules(folder: string): AstroIntegration {
  const { integration, preloaded } = modulesOfPages();
  const inPages = async () => {
    const languages = (await readdir(folder)).filter(isForeign);
    for (const file of ['', ...languages].map((language) => join(language, ANSWERS)))
      await writeFile(join(folder, file), preloaded(file, await readFile(join(folder, file))));
  };
  return { ...integration, hooks: { ...integration.hooks, 'astro:build:done': inPages } };
}
