/** A process that renders each document twice with one program: with the pages that it kept, and from nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBuildEnv } from '../../src/build-env.ts';
import { compileSite, type Program } from '../../src/program/compile.ts';
import { createKeptFiles } from '../../src/program/kept-files.ts';
import { createKeptPages, type KeptPages } from '../../src/program/kept-pages.ts';
import { renderSite } from '../../src/program/render.ts';
import { readOnce } from '../../src/site-config.ts';
import { serveJobs } from '../../src/workers/serve-jobs.ts';

let known: { readonly program: Program; readonly kept: KeptPages } | null = null;

const keptIn = (folder: string): KeptPages => createKeptPages(createKeptFiles(folder));

serveJobs(async () => {
  const out = process.env['TRAME_OUT']!;
  const cache = readBuildEnv().TRAME_CACHE_DIR;
  const render = async (program: Program, kept: KeptPages, name: string) => {
    const folder = join(out, name);
    // The compiled pages read it, too.
    process.env['TRAME_OUT'] = folder;
    const env = readBuildEnv();
    return renderSite(program, kept, env, readOnce(env));
  };
  const env = readBuildEnv();
  known ??= {
    program: await compileSite(env, readOnce(env), join(cache, 'program-of-test')),
    kept: keptIn(join(cache, 'kept')),
  };
  const { rendered, takenOver } = await render(known.program, known.kept, 'kept');
  await render(known.program, keptIn(join(out, 'nothing')), 'full');
  await writeFile(join(out, 'counts.json'), JSON.stringify({ rendered, takenOver }));
});
