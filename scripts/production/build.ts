/** `pnpm production:build`: compiles the CMS and its admin in this clone. Touches no data: another release may run meanwhile. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { ROOT } from '../lib/environment.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { runCommand } from '../lib/run.ts';
import { buildCms, CMS } from '../start/cms-build.ts';
import { checkClone } from '../start/preflight.ts';
import { createProgress } from '../start/progress.ts';
import { createSupervisor } from '../start/supervisor.ts';
import { messages } from './messages.ts';

await runCommand(async () => {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (process.argv.includes('--help')) {
    say(messages.buildHelp);
    return;
  }
  const supervisor = createSupervisor();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => supervisor.abort());
  const progress = createProgress(systemClock, say);
  try {
    await checkClone();
    await mkdir(path.join(ROOT, 'site', '.astro'), { recursive: true }); // where the deployer's unit mounts what Astro writes
    const env = {
      ...environmentFor('buildStep', process.env),
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    };
    const logFile = path.join(CMS, '.cache', 'production-build.log');
    const build = buildCms({ supervisor, progress, env, logFile });
    await supervisor.during(Promise.all([build.server, build.admin]));
    say(messages.built(progress.total()));
  } finally {
    await supervisor.stopAll();
  }
});
