import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code; what boots something real stands in cms/tests, site/e2e and scripts/e2e. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['cms/src/**/*.test.ts', 'site/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'scripts/e2e/**', 'site/e2e/**', 'cms/tests/**'],
          testTimeout: 90_000, // some start programs, on a machine that does three other things
        },
      },
      {
        test: {
          name: 'cms',
          include: ['cms/tests/**/*.test.ts'],
          globalSetup: 'cms/tests/helpers/global-setup.ts', // compiles the CMS and starts a PostgreSQL of its own
          pool: 'threads', // strapi.destroy() removes every process listener, which breaks the forks pool
          fileParallelism: false, // one Strapi per process: it is a global
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['site/e2e/**/*.test.ts'],
          globalSetup: ['site/e2e/support/setup.ts'], // builds and serves the demo's site once for all files
          fileParallelism: false, // two cores, and each file starts a browser
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['scripts/e2e/**/*.test.ts'],
          globalSetup: 'scripts/e2e/testing/global-setup.ts', // one PostgreSQL, and the demonstration that worlds copy
          fileParallelism: false, // two cores, and each file starts servers and a browser
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
