/**
 * Builds Strapi's admin, and only that: `strapi build` also compiles the server again, into the files that the demo content
 * is being written with at that moment. Uses the three pieces that `strapi build` itself is made of (5.54.0, pinned).
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const cwd = process.cwd();
const require = createRequire(path.join(cwd, 'package.json'));
const strapi = path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'dist/src');
const { createBuildContext } = require(path.join(strapi, 'node/create-build-context.js'));
const { writeStaticClientFiles } = require(path.join(strapi, 'node/staticFiles.js'));
const { build } = require(path.join(strapi, 'node/vite/build.js'));
const { createLogger } = require(path.join(strapi, 'cli/utils/logger.js'));
const { loadTsConfig } = require(path.join(strapi, 'cli/utils/tsconfig.js'));

const logger = createLogger({ debug: false, silent: false, timestamp: true });
const tsconfig = await loadTsConfig({ cwd, path: 'tsconfig.json', logger });
const context = await createBuildContext({
  cwd,
  logger,
  tsconfig,
  options: { bundler: 'vite', minify: true, sourcemaps: false, stats: false },
});
await writeStaticClientFiles(context);
await build(context);
process.exit(0); // Strapi's container keeps timers
