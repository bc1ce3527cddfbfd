/** Strapi as `start` runs it, but without the admin's pages, which take a minute to build, unless a test looks at them (`--admin`). */
import { createRequire } from 'node:module';
import path from 'node:path';
import { CMS } from '../../start/cms-build.ts';

const { createStrapi } = createRequire(path.join(CMS, 'package.json'))('@strapi/strapi') as {
  createStrapi: (options: { appDir: string; distDir: string; serveAdminPanel: boolean }) => {
    start(): Promise<unknown>;
  };
};
await createStrapi({
  appDir: CMS,
  distDir: path.join(CMS, 'dist'),
  serveAdminPanel: process.argv.includes('--admin'),
}).start();
