/** Entry of the mail catcher's process. */
import path from 'node:path';
import { readEnvironment } from '../lib/environment.ts';
import { createLog } from '../lib/log.ts';
import { runUntilStopped } from '../lib/run.ts';
import { startMailCatcher } from './mail-catcher.ts';

await runUntilStopped(async () => {
  const { dataDir, mailPort, mailboxPort } = readEnvironment();
  const catcher = await startMailCatcher({ folder: path.join(dataDir, 'mail-catcher'), mailPort, mailboxPort });
  createLog('mail-catcher').info('listening', { smtp: catcher.mailPort, web: catcher.mailboxPort });
  return () => catcher.stop();
});
