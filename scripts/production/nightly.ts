/** The backup of each night where no timer of the system makes it: in the container that does nothing else. */
import path from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { readEnvironment } from '../lib/environment.ts';
import { runUntilStopped } from '../lib/run.ts';
import { watchLogs } from '../start/log-rotation.ts';
import { messages as words } from '../start/messages.ts';
import { backUpEveryNight } from '../start/nightly-backup.ts';
import { createSupervisor } from '../start/supervisor.ts';

await runUntilStopped(() => {
  const { dataDir } = readEnvironment();
  const logs = path.join(dataDir, 'logs');
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const supervisor = createSupervisor();
  watchLogs(logs, systemClock, (error) => say(words.logsNotPutAside(logs, (error as Error).message)));
  const logFile = path.join(logs, 'backup.log');
  backUpEveryNight({ supervisor, dataDir, clock: systemClock, logFile, env: process.env, say });
  return Promise.resolve(() => supervisor.stopAll());
});
