/** The steps of `start`, in their order. */
import path from 'node:path';
import { checkDatabase, checkDisk, checkPorts } from './preflight.ts';
import type { Application } from './application.ts';
import { systemClock } from '../lib/clock.ts';
import { buildCms } from './cms-build.ts';
import { hasContent, seedDemo, wasSeeded } from './demo-content.ts';
import { openDatabase } from './database.ts';
import { watchLogs } from './log-rotation.ts';
import { messages } from './messages.ts';
import { backUpEveryNight } from './nightly-backup.ts';
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
import { ensureBackupKey } from '../lib/backup-key.ts';
import { accountInWords, backupsInWords, settleIn } from './settle-in.ts';

export async function startDemo({ environment, supervisor, progress }: Application): Promise<void> {
  const { dataDir } = environment;
  const logs = path.join(dataDir, 'logs');
  const log = (name: string) => path.join(logs, `${name}.log`);
  watchLogs(logs, systemClock, (error) => progress.say(messages.logsNotPutAside(logs, (error as Error).message)));

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
  const backupKey = await ensureBackupKey(dataDir, systemClock.now());
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
      backups: backupsInWords(backupKey, environment.backupDir),
      total: progress.total(),
    }),
  );
  backUpEveryNight({
    ...{ supervisor, dataDir, clock: systemClock, logFile: log('backup') },
    env: base,
    say: (text) => progress.say(text),
  });
}
