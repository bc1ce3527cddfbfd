/** How `start` and `dev` live: one at a time per DATA_DIR, until Ctrl-C, leaving nothing behind. */
import path from 'node:path';
import { setInterval } from 'node:timers';
import { systemClock } from '../lib/clock.ts';
import { type Environment, readEnvironment } from '../lib/environment.ts';
import { type Lock, takeLock } from '../lib/lock.ts';
import { PlainError, sentenceFor } from '../lib/plain-error.ts';
import { messages } from './messages.ts';
import { checkDataDir } from './preflight.ts';
import { createProgress, type Progress } from './progress.ts';
import { createSupervisor, Interrupted, type Supervisor } from './supervisor.ts';

export interface Application {
  readonly environment: Environment;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
}

/**
 * Runs `start`, then waits for Ctrl-C, SIGTERM or the death of something that should run; then stops everything.
 * Exit code 0 after a requested stop, 1 with one sentence after anything else.
 */
export async function runApplication(start: (application: Application) => Promise<void>): Promise<void> {
  // The terminal may close before we have finished stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const supervisor = createSupervisor();
  const progress = createProgress(systemClock, (line) => process.stdout.write(`${line}\n`));
  let asked = false;
  const ask = () => {
    if (!asked) progress.say(`\n${messages.interrupted}`);
    asked = true;
    supervisor.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  stopWhenOrphaned(ask);

  let lock: Lock | undefined;
  try {
    const environment = readEnvironment();
    await checkDataDir(environment.dataDir);
    const taken = await takeLock(path.join(environment.dataDir, 'start.lock'));
    if ('heldBy' in taken) throw new PlainError(messages.alreadyStarted(taken.heldBy));
    lock = taken;
    progress.say(messages.starting(environment.dataDir));
    await supervisor.during(start({ environment, supervisor, progress }));
    await supervisor.during(new Promise<never>(() => undefined));
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      process.stderr.write(`\n${sentenceFor(error)}\n`);
      process.exitCode = 1;
    }
  }
  await supervisor.stopAll();
  await lock?.release();
  if (asked) progress.say(messages.stopped);
  process.exit();
}

/** A package manager that is killed does not always pass the signal on; its end then is our signal. */
function stopWhenOrphaned(ask: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) ask();
  }, 500).unref();
}
