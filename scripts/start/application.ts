/** How `start` and `dev` live: one at a time per DATA_DIR, until Ctrl-C, leaving nothing behind. */
import path from 'node:path';
import { setInterval } from 'node:timers';
import { systemClock } from '../lib/clock.ts';
import { type Environment, readEnvironment } from '../lib/environment.ts';
import { type Lock, takeLock } from '../lib/lock.ts';
import { PlainError, sentenceFor } from '../lib/plain-error.ts';
import { keepPrivate } from '../lib/private-files.ts';
import { commandLine, isAlive, parentOf } from '../lib/processes.ts';
import { messages } from './messages.ts';
import { checkClone, checkDataDir } from './preflight.ts';
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
 * @param keepsUp once everything is up, what dies is started again and the rest goes on: the site is served whatever else is dead
 */
export async function runApplication(
  start: (application: Application) => Promise<void>,
  { keepsUp = false }: { readonly keepsUp?: boolean } = {},
): Promise<void> {
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
    await checkClone();
    await keepPrivate(environment.dataDir).catch((error: unknown) =>
      progress.say(messages.notPrivate(environment.dataDir, (error as Error).message)),
    );
    const taken = await takeLock(path.join(environment.dataDir, 'start.lock'));
    if ('heldBy' in taken) throw new PlainError(messages.alreadyStarted(taken.heldBy));
    lock = taken;
    progress.say(messages.starting(environment.dataDir));
    await supervisor.during(start({ environment, supervisor, progress }));
    if (keepsUp) supervisor.keepUp((text) => progress.say(text));
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

/** `npx pnpm@12 start` is a chain of processes: npx, a shell, pnpm, another shell, this program. */
const PACKAGE_MANAGER = /^\S*\b(npx|npm|pnpm|yarn|corepack)\b|^\S*node\S* \S*\b(npx|npm|pnpm|yarn|corepack)\b/;
const SHELL = /^\S*\bsh -c\b/;

/** The chain above this program, up to the outermost package manager. Empty when it was started without one. */
function packageManagerChain(): number[] {
  const chain: number[] = [];
  let sure = 0;
  for (let pid = parentOf(process.pid); pid !== null && pid > 1; pid = parentOf(pid)) {
    const command = commandLine(pid);
    if (!PACKAGE_MANAGER.test(command) && !SHELL.test(command)) break;
    chain.push(pid);
    // A shell counts between two of them, not above: whoever typed the command may well close that one.
    if (PACKAGE_MANAGER.test(command)) sure = chain.length;
  }
  return chain.slice(0, sure);
}

/**
 * A package manager that is stopped does not always pass the signal on, and the shell between two of them never does: the end
 * of any link of the chain is our signal.
 */
function stopWhenOrphaned(ask: () => void): void {
  const chain = packageManagerChain();
  if (chain.length === 0) return;
  setInterval(() => {
    if (!chain.every(isAlive)) ask();
  }, 500).unref();
}
