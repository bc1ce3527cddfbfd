/** How our programs begin and end. */
import { maskSecrets } from '@trame/cms/domain/mask-secrets';
import { sentenceFor } from './plain-error.ts';

/** Runs a command; an error becomes its sentence on standard error and exit code 1. */
export async function runCommand(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${maskSecrets(sentenceFor(error))}\n`);
    process.exitCode = 1;
  }
}

/** Starts a server and stops it cleanly at SIGTERM or Ctrl-C; a second signal changes nothing, a stop is under way. */
export async function runUntilStopped(start: () => Promise<() => Promise<void>>): Promise<void> {
  await runCommand(async () => {
    const signalled = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
    });
    const stop = await start();
    await signalled;
    await stop();
  });
}
