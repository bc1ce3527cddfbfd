/** A release is made where it is served from: DATA_DIR may lie on another file system than the clone, where nothing can be renamed to. */
import { mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { ROOT } from '../lib/environment.ts';
import { silentLog } from '../lib/log.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildRelease } from './build.ts';
import { realSteps, type Step } from './steps.ts';
import { createWorkshop } from './workshop.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-release-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('every step that works in a folder of its own works beside the release', () => {
  const release = '/another/disk/site/releases/r1';
  const own = realSteps.content(release).filter(({ ownCwd }) => ownCwd !== undefined);
  expect(own.map(({ name }) => name)).toEqual(['pages']);
  for (const { cwd } of own) expect(path.dirname(cwd)).toBe(path.dirname(release));
});

it('finds the site’s packages from there, and leaves nothing behind', async () => {
  const release = path.join(folder, 'site/releases/r1');
  const seen = path.join(folder, 'seen.json');
  const [pages] = realSteps.content(release) as [Step];
  // As Astro does: what it compiled is loaded from the working folder, and then renamed into the release.
  const program = `
    import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    mkdirSync('.astro/.prerender', { recursive: true });
    writeFileSync('.astro/.prerender/a.css', 'x');
    const from = createRequire(process.cwd() + '/.astro/.prerender/page.mjs');
    writeFileSync(${JSON.stringify(seen)}, JSON.stringify(from.resolve('astro/package.json')));
    renameSync('.astro/.prerender/a.css', process.env.TRAME_OUT + '/a.css');`;
  const { kept: _, ...once } = { ...pages, command: process.execPath, args: ['--input-type=module', '-e', program] };
  const report = { findings: [], pages: {} };
  const nothing = (name: Step['name'], code = ''): Step => ({
    name,
    command: process.execPath,
    args: ['-e', code],
    cwd: folder,
  });
  await writeFile(path.join(folder, 'export.json'), '{}');
  const workshop = createWorkshop();
  await buildRelease(
    {
      id: 'r1',
      folder: release,
      exportFile: path.join(folder, 'export.json'),
      contentVersion: 'v',
      builtAt: new Date('2026-11-29T10:00:00Z'),
      changesFile: path.join(folder, 'changes.json'),
      previous: null,
      acceptLoss: false,
      booklet: 'made',
    },
    {
      steps: {
        content: () => [once],
        booklet: () => nothing('annuaire'),
        precompress: () => nothing('precompress'),
        checks: (job) =>
          nothing(
            'checks',
            `const fs = require('node:fs'); fs.mkdirSync(require('node:path').dirname(${JSON.stringify(job.report)}), { recursive: true });
             fs.writeFileSync(${JSON.stringify(job.report)}, ${JSON.stringify(JSON.stringify(report))})`,
          ),
      },
      workshop,
      dataDir: folder,
      siteUrl: 'http://127.0.0.1',
      cmsUrl: 'http://127.0.0.1',
      cmsDirectUrl: 'http://127.0.0.1',
      clock: systemClock,
      log: silentLog,
      markOf: () => '',
    },
    () => undefined,
    new AbortController().signal,
  );
  await workshop.close();
  expect((await stat(path.join(release, 'a.css'))).isFile()).toBe(true);
  await expect(readlink(path.join(`${release}.work`, 'node_modules'))).rejects.toThrow(/ENOENT/);
  // The link was removed, not what it led to.
  expect((await stat(path.join(ROOT, 'site/node_modules/astro/package.json'))).isFile()).toBe(true);
});
