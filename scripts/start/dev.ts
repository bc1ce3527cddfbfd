/** `pnpm dev`: Strapi in development mode, and the site rendered by Astro from it at each reload. */
import path from 'node:path';
import { type Application, runApplication } from './application.ts';
import { buildCms } from './cms-build.ts';
import { openDatabase } from './database.ts';
import { hasContent, seedDemo, wasSeeded } from './demo-content.ts';
import { messages } from './messages.ts';
import { checkDatabase, checkDisk, checkPorts } from './preflight.ts';
import {
  cmsReady,
  mailboxUrl,
  processEnvironment,
  runCmsDevelopment,
  runMailCatcher,
  runSiteDevelopment,
  siteDevelopmentReady,
} from './programs.ts';
import { accountInWords, settleIn } from './settle-in.ts';

async function startDevelopment({ environment, supervisor, progress }: Application): Promise<void> {
  const { dataDir } = environment;
  const logs = path.join(dataDir, 'logs');
  const log = (name: string) => path.join(logs, `${name}.log`);

  await progress.step(messages.steps.preflight, async () => {
    await checkDisk(dataDir, !(await wasSeeded(dataDir)));
    await checkPorts(environment, [
      'site',
      'cms',
      ...(environment.hasMailServer ? [] : (['mail', 'mailbox'] as const)),
    ]);
    if (environment.databaseUrl) await checkDatabase(environment.databaseUrl);
  });
  const { secrets, admin } = await settleIn(environment, (text) => progress.say(text));
  const base = processEnvironment(environment, secrets, admin.account);
  const build = buildCms({ supervisor, progress, env: base, logFile: log('build') });
  const database = await progress.step(messages.steps.database, () =>
    openDatabase(environment, supervisor, log('postgres')),
  );
  const env = { ...base, DATABASE_URL: database.url };
  await build.server;
  if (!(await hasContent(dataDir, database.url))) {
    await progress.step(messages.steps.seed, () => seedDemo(supervisor, dataDir, env, log('seed')));
  }
  await build.admin;
  await progress.step(messages.steps.dev, async () => {
    runMailCatcher(supervisor, environment, env, log('mail-catcher'));
    runCmsDevelopment(supervisor, env, log('cms'));
    await cmsReady(environment, supervisor.signal, log('cms'));
    runSiteDevelopment(supervisor, environment, env, log('site-dev'));
    await siteDevelopmentReady(environment, supervisor.signal, log('site-dev'));
  });
  progress.say(
    messages.readyDev({
      siteUrl: environment.siteUrl,
      adminUrl: `${environment.cmsUrl}/admin`,
      account: accountInWords(admin, dataDir),
      mailbox: mailboxUrl(environment),
      logs,
    }),
  );
}

await runApplication(startDevelopment);
