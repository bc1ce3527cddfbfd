/**
 * A process with one CMS, for a test that needs several: `boot-once.ts <folder of the CMS> [serve]`, database and DATA_DIR from the
 * environment. Says over its channel `{ loaded }` with the address of its routes, or `{ refused }` with the reason, and ends.
 */
import { bootRelease, openRoutes, serve } from './boot.ts';

process.on('disconnect', () => process.exit()); // the test has ended, however it ended

const [cms = '', how = ''] = process.argv.slice(2);
const { DATABASE_URL: databaseUrl = '', DATA_DIR: dataDir = '' } = process.env;
try {
  const strapi = await bootRelease({ cms, databaseUrl, dataDir });
  process.send?.({ loaded: await (how === 'serve' ? serve(strapi) : openRoutes(strapi)) });
} catch (error) {
  process.send?.({ refused: String(error) }, undefined, undefined, () => process.exit(1));
}
