/** A backup each night, by itself, as long as `start` runs: also with the embedded database, which no other program backs up. */
import path from 'node:path';
import { clockOf, addDays, dayOf } from '@trame/cms/domain/dates';
import type { BackupRecord } from '@trame/cms/domain/stored/backup-record';
import { readBackupRecord } from '../lib/backup-record.ts';
import { nodeArguments } from '../lib/child.ts';
import type { Clock } from '../lib/clock.ts';
import { ROOT } from '../lib/environment.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { sentenceFor } from '../lib/plain-error.ts';
import { messages } from './messages.ts';
import { Interrupted, type Supervisor } from './supervisor.ts';

const MINUTE_MS = 60_000;

export const NIGHTLY = {
  /** By the clock of Europe/Paris: after midnight's jobs, before anybody works. */
  clock: '03:00',
  /** From the start on: a machine that is off at night makes its backup in the morning, once it has settled. */
  firstMs: 5 * MINUTE_MS,
  /** How often it is looked whether one is due. */
  lookMs: 5 * MINUTE_MS,
  /** After one that failed. */
  againMs: 60 * MINUTE_MS,
} as const;

/** The night that an instant belongs to, by the day on which it began to count. */
function nightOf(instant: Date): string {
  const day = dayOf(instant);
  return clockOf(instant) >= NIGHTLY.clock ? day : addDays(day, -1);
}

/**
 * Whether this night's backup is still to be made. What a clock that was ahead has written down, of a time that has not come,
 * counts for nothing.
 */
export function isDue({ last, failure }: BackupRecord, now: Date): boolean {
  const sinceFailure = failure === null ? Infinity : now.getTime() - new Date(failure.at).getTime();
  if (sinceFailure >= 0 && sinceFailure < NIGHTLY.againMs) return false;
  return last === null || nightOf(new Date(last.at)) !== nightOf(now);
}

export interface NightlyBackup {
  readonly supervisor: Pick<Supervisor, 'signal' | 'complete'>;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logFile: string;
  /** With a DATABASE_URL only when the database is one's own: the embedded one is found by the DATA_DIR. */
  readonly env: NodeJS.ProcessEnv;
  readonly say: (text: string) => void;
}

/** Goes on until the supervisor stops. A backup that fails is told, and tried again; nothing else stops for it. */
export function backUpEveryNight({ supervisor, dataDir, clock, logFile, env, say }: NightlyBackup): void {
  const { signal } = supervisor;
  const program = nodeArguments(path.join(ROOT, 'scripts/backup/backup.ts'));
  const options = { cwd: ROOT, env: environmentFor('backup', env), logFile };
  const go = async (): Promise<void> => {
    let pause: number = NIGHTLY.firstMs;
    for (;;) {
      await clock.sleep(pause, signal);
      pause = NIGHTLY.lookMs;
      try {
        if (isDue(await readBackupRecord(dataDir), clock.now()))
          await supervisor.complete(messages.backups.step, process.execPath, program, options);
      } catch (error) {
        if (error instanceof Interrupted) return;
        say(messages.backups.failed(sentenceFor(error)));
        pause = NIGHTLY.againMs; // also when not even the failure could be written down
      }
    }
  };
  void go().catch((error: unknown) => {
    if (!signal.aborted) say(messages.backups.failed(sentenceFor(error)));
  });
}
