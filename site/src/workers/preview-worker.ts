/** The page of one record that is not published yet, by the very page that the site has for it; for the deployer's previews. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'astro';
import { readBuildEnv } from '../build-env.ts';
import { media } from '../media/integration.ts';
import { siteConfig } from '../site-config.ts';
import { PREVIEW_ROUTE_VARIABLE, previewRoutes } from './preview-job.ts';
import { serveJobs } from './serve-jobs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The route of the site, and no other. */
const oneRoute = (pattern: string): AstroIntegration => ({
  name: 'trame-preview',
  hooks: {
    'astro:config:setup': ({ injectRoute }) =>
      injectRoute({ pattern, entrypoint: new URL(`../pages${pattern}.astro`, import.meta.url) }),
  },
});

serveJobs(async () => {
  const env = readBuildEnv();
  const config = siteConfig(env);
  const pattern = previewRoutes.parse(process.env[PREVIEW_ROUTE_VARIABLE]);
  await build({
    ...config,
    root,
    // Without pages of its own: what is built is the one route that is put in.
    srcDir: fileURLToPath(new URL('../workers/', import.meta.url)),
    publicDir: fileURLToPath(new URL('../workers/no-public', import.meta.url)),
    // One document that needs nothing from anywhere: it is shown in a frame without an origin.
    build: { ...config.build, inlineStylesheets: 'always' },
    vite: { ...config.vite, build: { ...config.vite?.build, assetsInlineLimit: Number.MAX_SAFE_INTEGER } },
    integrations: [oneRoute(pattern), media()],
    configFile: false,
    logLevel: 'error',
  });
});
