/**
 * The programs that stay between two releases. Loading Astro and Typst, and setting a thousand entries that did not change,
 * is most of what a release costs; a program that stays has done it already.
 *
 * It is an acceleration only: a program that dies, grows too large or was interrupted is replaced, and the next job starts cold.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, type Exit, launch } from '../lib/child.ts';
import { limitOf, withinLimit } from './limits.ts';
import type { Step } from './steps.ts';

/** Above this, a program is replaced after its job: a large directory is built rarely enough to start cold. */
const LARGEST_BYTES = 1.5e9;
/** What a program wrote comes through another pipe than its answer, and may be read after it. */
const LAST_WORDS_MS = 15;
/** Modules of past releases are never freed by Node. */
const MOST_JOBS = 25;

export interface StepOutcome {
  readonly exit: Exit;
  readonly output: string;
  /** It was stopped because it had taken longer than it may. */
  readonly isLate?: true;
}

export interface Workshop {
  /** Runs one job of a kept step; jobs of the same step come one after the other. Never throws. */
  run(step: Step, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<StepOutcome>;
  /** Stops every program. */
  close(): Promise<void>;
}

interface Worker {
  readonly child: Child;
  jobs: number;
  /** What it wrote during the present job. */
  output: string;
  answer: (message: unknown) => void;
}

const SUCCESS: Exit = { code: 0, signal: null };
const FAILURE: Exit = { code: 1, signal: null };

export function createWorkshop(): Workshop {
  const workers = new Map<string, Worker>();
  /** The last job of each step: a program answers one question at a time. */
  const turns = new Map<string, Promise<unknown>>();
  let closed = false;

  const hire = (step: Step, env: NodeJS.ProcessEnv): Worker => {
    const child = launch(step.command, step.args, {
      cwd: process.cwd(),
      env,
      onOutput: (text) => (worker.output = (worker.output + text).slice(-8192)),
      onMessage: (message) => worker.answer(message),
    });
    const worker: Worker = { child, jobs: 0, output: '', answer: () => undefined };
    workers.set(step.name, worker);
    void child.exited.then(() => {
      if (workers.get(step.name) === worker) workers.delete(step.name);
    });
    return worker;
  };

  const dismiss = async (step: Step, worker: Worker) => {
    if (workers.get(step.name) === worker) workers.delete(step.name);
    await worker.child.stop(2000);
  };

  const job: Workshop['run'] = async (step, env, signal) => {
    if (closed || signal.aborted) return { exit: FAILURE, output: '' };
    const worker = workers.get(step.name) ?? hire(step, env);
    worker.output = '';
    worker.jobs += 1;

    const answered = new Promise<{ done: boolean; memory: number }>((resolve) => {
      worker.answer = (message) => {
        if (typeof message !== 'object' || message === null || !('done' in message)) return; // "ready"
        const memory = 'memory' in message && typeof message.memory === 'number' ? message.memory : 0;
        resolve({ done: message.done === true, memory });
      };
    });
    const strings = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
    worker.child.send({ env: strings, cwd: step.cwd });

    const interrupted = new Promise<'interrupted'>((resolve) =>
      signal.addEventListener('abort', () => resolve('interrupted'), { once: true }),
    );
    const outcome = await withinLimit(
      Promise.race([answered, worker.child.exited, interrupted]),
      step.limitMs ?? limitOf(step.name),
    );
    await sleep(LAST_WORDS_MS);

    if (outcome === 'late') {
      await dismiss(step, worker);
      return { exit: FAILURE, output: worker.output.trim(), isLate: true };
    }

    if (outcome === 'interrupted') {
      await dismiss(step, worker);
      return { exit: await worker.child.exited, output: worker.output.trim() };
    }
    if (!('done' in outcome)) {
      // It died in the middle. A code of 0 without an answer is no success either.
      return { exit: outcome.code === 0 ? FAILURE : outcome, output: worker.output.trim() };
    }
    if (!outcome.done || outcome.memory > LARGEST_BYTES || worker.jobs >= (step.mostJobs ?? MOST_JOBS))
      await dismiss(step, worker);
    return { exit: outcome.done ? SUCCESS : FAILURE, output: worker.output.trim() };
  };

  return {
    run(step, env, signal) {
      const mine = (turns.get(step.name) ?? Promise.resolve()).then(() => job(step, env, signal));
      turns.set(step.name, mine);
      return mine;
    },

    async close() {
      closed = true;
      await Promise.all([...workers.values()].map(({ child }) => child.stop(2000)));
      workers.clear();
    },
  };
}
