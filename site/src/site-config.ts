import type { AstroUserConfig } from 'astro';
import { defineConfig } from 'astro/config';
import { sharedByResults, siteStyle } from './chunks.ts';
import { languages } from './languages/integration.ts';
import { readExport } from './loaders/read-export.ts';
import { media } from './media/integration.ts';
import { releaseFiles } from './release/integration.ts';
import { preloadModules } from './release/preload-modules.ts';
import type { BuildEnv } from './build-env.ts';

/** The export of a build, read when somebody first asks for it. */
export const readOnce = (env: BuildEnv): (() => Promise<unknown>) => {
  let read: Promise<unknown> | null = null;
  return () => (read ??= readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN));
};

/** Astro’s configuration for one build by hand, for `astro dev` and for its checks. */
export const siteConfig = (env: BuildEnv) => {
  // Once for everything that is no page; the pages read their own (`content/content.ts`).
  const source = readOnce(env);
  const config = programConfig(env, source);
  return defineConfig({
    ...config,
    integrations: [...config.integrations, ...releaseFiles(env, source), preloadModules(env.TRAME_OUT)],
  });
};

/** What the pages are compiled with, whoever renders them. */
export const programConfig = (env: BuildEnv, source = readOnce(env)) =>
  ({
    site: env.SITE_URL,
    outDir: env.TRAME_OUT,
    cacheDir: `${env.TRAME_CACHE_DIR}/astro`,
    trailingSlash: 'always',
    // Pages wait for pictures that another processor draws: the next ones are made meanwhile.
    build: { assets: '_trame', inlineStylesheets: 'never', concurrency: 8 },
    // A preview is of one record, in French.
    integrations: [media(), ...(env.TRAME_ONLY_SLUG === undefined ? [languages(source)] : [])],
    devToolbar: { enabled: false },
    server: { host: '127.0.0.1' },
    vite: {
      cacheDir: `${env.TRAME_CACHE_DIR}/vite`,
      environments: {
        prerender: { build: { rolldownOptions: { output: { codeSplitting: { groups: [siteStyle] } } } } },
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedByResults()] } } } } },
      },
      // A release folder is new, and the annuaire may already stand in it: only the local `dist` is emptied.
      build: {
        emptyOutDir: process.env['TRAME_OUT'] === undefined,
        // The site's policy runs no script that stands in a page, however small.
        assetsInlineLimit: (file: string) => (file.endsWith('.js') ? false : undefined),
      },
    },
  }) satisfies AstroUserConfig;
