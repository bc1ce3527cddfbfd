import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { buildEnv } from './src/build-env.ts';
import { media } from './src/media/integration.ts';

export default defineConfig({
  site: buildEnv.SITE_URL,
  outDir: buildEnv.TRAME_OUT,
  cacheDir: `${buildEnv.TRAME_CACHE_DIR}/astro`,
  trailingSlash: 'always',
  build: { assets: '_trame', inlineStylesheets: 'never' },
  integrations: [sitemap(), media()],
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  vite: {
    cacheDir: `${buildEnv.TRAME_CACHE_DIR}/vite`,
    // A release folder is new, and the annuaire may already stand in it: only the local `dist` is emptied.
    build: { emptyOutDir: process.env['TRAME_OUT'] === undefined },
  },
});
