import { defineConfig } from 'astro/config';
import { media } from './media/integration.ts';
import { releaseFiles } from './release/integration.ts';
import type { BuildEnv } from './build-env.ts';

/** Astro’s configuration for one build: the command line and the worker that stays loaded make theirs alike. */
export const siteConfig = (env: BuildEnv) =>
  defineConfig({
    site: env.SITE_URL,
    outDir: env.TRAME_OUT,
    cacheDir: `${env.TRAME_CACHE_DIR}/astro`,
    trailingSlash: 'always',
    // Pages wait for pictures that another processor draws: the next ones are made meanwhile.
    build: { assets: '_trame', inlineStylesheets: 'never', concurrency: 8 },
    integrations: [media(), ...releaseFiles(env)],
    devToolbar: { enabled: false },
    server: { host: '127.0.0.1' },
    vite: {
      cacheDir: `${env.TRAME_CACHE_DIR}/vite`,
      // A release folder is new, and the annuaire may already stand in it: only the local `dist` is emptied.
      build: {
        emptyOutDir: process.env['TRAME_OUT'] === undefined,
        // The site's policy runs no script that stands in a page, however small.
        assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined),
      },
    },
  });
