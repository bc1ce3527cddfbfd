/** The steps of `start`, in their order. */
import path from 'node:path';
import { checkDatabase, checkDisk, checkPorts } from './preflight.ts';
import type { Application } from './application.ts';
import { buildCms } from './cms-build.ts';
import { hasContent, seedDemo, wasSeeded } from './demo-content.ts';
import { openDatabase } from './database.ts';
import { messages } from './messages.ts';
import {
  cmsReady,
  mailboxUrl,
  processEnvironment,
  runCms,
  runDeployer,
  runMailCatcher,
  runSiteServer,
  siteReady,
} from './programs.ts';
import { accountInWords, settleIn } from './settle-in.ts';

export async function startDemo({ environment, supervisor, progress }: Application): Promise<void> {
  const { dataDir } = environment;
  const logs = path.join(dataDir, 'logs');
  const log = (name: string) => path.join(logs, `${name}.log`);

  await progress.step(messages.steps.preflight, async () => {
    await checkDisk(dataDir, !(await wasSeeded(dataDir)));
    await checkPorts(environment, [
      'site',
      'cms',
      'deployer',
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

  await progress.step(messages.steps.cms, async () => {
    runMailCatcher(supervisor, environment, env, log('mail-catcher'));
    runCms(supervisor, env, log('cms'));
    await cmsReady(environment, supervisor.signal, log('cms'));
  });
  const waitsFor = await progress.step(messages.steps.site, async () => {
    runDeployer(supervisor, env, log('deployer'));
    runSiteServer(supervisor, env, log('site'));
    return siteReady(environment, secrets, supervisor.signal, log('deployer'));
  });

  progress.say(
    messages.ready({
      siteUrl: environment.siteUrl,
      waitsFor,
      adminUrl: `${environment.cmsUrl}/admin`,
      account: accountInWords(admin, dataDir),
      dataDir,
      database: database.description,
      mailbox: mailboxUrl(environment),
      logs,
      total: progress.total(),
    }),
  );
}
