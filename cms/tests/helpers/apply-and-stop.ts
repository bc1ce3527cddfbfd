/**
 * A CMS of its own that takes an import over and stands still in the middle of it, to be killed there:
 * `node apply-and-stop.ts IMPORT LINES`, on the database of the environment. It says `stopped` once so many lines are done.
 */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as StrapiModule from '@strapi/strapi';
import type * as ApplyModule from '../../src/import/apply-import.ts';
import type * as StoreModule from '../../src/import/import-store.ts';
import type * as PlanModule from '../../src/import/make-plan.ts';

const [, , id = '', lines = ''] = process.argv;
const load = createRequire(import.meta.url);
const appDir = fileURLToPath(new URL('../..', import.meta.url));
const compiled = <Module>(name: string): Module => load(join(appDir, 'dist/src/import', name)) as Module;

const { createStrapi } = load('@strapi/strapi') as Pick<typeof StrapiModule, 'createStrapi'>;
const strapi = await createStrapi({ appDir, distDir: join(appDir, 'dist'), serveAdminPanel: false }).load();
const { findImport, readWorkbookOf } = compiled<typeof StoreModule>('import-store.js');
const [found, workbook] = [await findImport(strapi.db.connection, id), await readWorkbookOf(strapi.db.connection, id)];
if (!found || !workbook) throw new Error(`import ${id} does not wait`);
const { name: plan } = await compiled<typeof PlanModule>('make-plan.js').makePlan(strapi, workbook, found.decisions);
await compiled<typeof ApplyModule>('apply-import.js').applyImport(strapi, {
  id,
  workbook,
  plan,
  publish: true,
  editor: { name: 'Anne', id: '1' },
  onProgress: (done) => {
    if (done !== Number(lines)) return;
    writeSync(1, 'stopped\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // for ever: nothing of it goes on
  },
});
