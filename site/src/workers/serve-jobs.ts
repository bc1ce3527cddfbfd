/**
 * A build step that stays alive between two releases: what is loaded, compiled or already set serves again. The deployer
 * sends one job at a time over the process's channel and gets one answer.
 */
import { z } from 'zod';

/** The environment of one build, as `build-env.ts` reads it, and the folder to work in. */
const Job = z.strictObject({ env: z.record(z.string(), z.string()), cwd: z.string() });

export type JobAnswer =
  | { readonly ready: true }
  | { readonly done: true; readonly memory: number }
  | { readonly done: false; readonly reason: string };

/**
 * Answers jobs until the channel closes.
 * @param run does one job; `process.env` and the working folder are those of the job
 */
export function serveJobs(run: () => Promise<void>): void {
  const answer = (message: JobAnswer) => process.send?.(message);
  let last = Promise.resolve();
  process.on('message', (message) => {
    last = last.then(async () => {
      try {
        const { env, cwd } = Job.parse(message);
        Object.assign(process.env, env);
        process.chdir(cwd);
        await run();
        answer({ done: true, memory: process.memoryUsage().rss });
      } catch (error) {
        // What an editor may read is on the error's first line; the log gets the rest.
        console.error(error instanceof Error ? (error.stack ?? error.message) : error);
        answer({ done: false, reason: error instanceof Error ? error.message : String(error) });
      }
    });
  });
  process.once('disconnect', () => process.exit());
  answer({ ready: true });
}
