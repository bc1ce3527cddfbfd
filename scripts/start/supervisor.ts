/** Everything that was started: started again when it stops by itself, stopped in the opposite order at the end. */
import { type Child, type ChildOptions, launch } from '../lib/child.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { PlainError } from '../lib/plain-error.ts';
import { lastWords, lengthOf } from './last-words.ts';
import { messages } from './messages.ts';
import { createPause } from './restart-pause.ts';

/** A program that runs. */
export interface Running {
  /** Ends when it has stopped, whoever stopped it. */
  readonly gone: Promise<unknown>;
  /** Safe to call twice, and after it has gone. */
  readonly stop: () => Promise<void>;
}

export interface Supervisor {
  /** Aborts when a stop was asked for. */
  readonly signal: AbortSignal;
  /**
   * Starts a program that should run until the end. When it stops by itself, `failed` rejects, or it is started again once
   * `keepUp` was called.
   * @returns the first of its processes
   */
  run(name: string, command: string, args: readonly string[], options: ChildOptions & { logFile: string }): Child;
  /** Runs a program to its end. @throws {PlainError} naming the step and its log when it fails. */
  complete(
    step: string,
    command: string,
    args: readonly string[],
    options: ChildOptions & { logFile: string },
  ): Promise<void>;
  /**
   * Watches over something that was not started by `run`.
   * @param again starts another one; may fail, which is as if it had died at once
   */
  add(name: string, logFile: string, first: Running, again: () => Promise<Running>): void;
  /** Never resolves; rejects with the sentence to show as soon as something that should run has stopped. */
  readonly failed: Promise<never>;
  /**
   * From now on nothing is closed because a part of it died: that part is started again, after a pause that grows as long as it
   * does not stay up.
   * @param say shows a sentence
   */
  keepUp(say: (text: string) => void): void;
  /** Runs `work`, unless a stop is asked for or something stops by itself meanwhile. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Asks for the end. */
  abort(): void;
  /** Stops everything, last started first. Safe to call twice. */
  stopAll(): Promise<void>;
}

/** Thrown by `during` when the person in front of the screen asked to stop: no error to show. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

export function createSupervisor(clock: Clock = systemClock): Supervisor {
  const stopping = new AbortController();
  const running: { stop: () => Promise<void> }[] = [];
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined); // looked at in `during`; nobody may be looking at this moment
  const interrupted = new Promise<never>((_, reject) =>
    stopping.signal.addEventListener('abort', () => reject(new Interrupted())),
  );
  interrupted.catch(() => undefined);
  let stopped: Promise<void> | null = null;
  /** Shows a sentence; null as long as a death is the end of everything. */
  let keepingUp: ((text: string) => void) | null = null;

  const watch = async (name: string, logFile: string, first: Running, again: () => Promise<Running>): Promise<void> => {
    /** What is there, or is on its way. */
    let present: Promise<Running> = Promise.resolve(first);
    running.push({ stop: async () => (await present.catch(() => null))?.stop() });
    const pause = createPause();
    for (;;) {
      const begun = clock.ticks();
      const before = lengthOf(logFile);
      const refusal = await present.then(
        ({ gone }) => gone.then(() => null),
        (error: unknown) => (error instanceof PlainError ? error.message : String(error)),
      );
      if (stopping.signal.aborted) return;
      const reason = refusal ?? (await lastWords(logFile, await before));
      if (keepingUp === null) return fail(new PlainError(messages.died(name, logFile, reason)));
      const milliseconds = pause.after(clock.ticks() - begun);
      keepingUp(messages.startsAgain(name, logFile, reason, milliseconds / 1000));
      await clock.sleep(milliseconds, stopping.signal).catch(() => undefined); // a stop ends the pause
      if (stopping.signal.aborted) return;
      present = again();
      present.catch(() => undefined); // looked at above, in the next round
    }
  };

  return {
    signal: stopping.signal,
    failed,

    run(name, command, args, options) {
      stopping.signal.throwIfAborted();
      const start = (): Child => launch(command, args, { ...options, leash: true });
      const asRunning = (child: Child): Running => ({ gone: child.exited, stop: () => child.stop() });
      const first = start();
      // eslint-disable-next-line @typescript-eslint/require-await -- a start may take a while, this one does not
      void watch(name, options.logFile, asRunning(first), async () => asRunning(start()));
      return first;
    },

    async complete(step, command, args, options) {
      if (stopping.signal.aborted) throw new Interrupted();
      const before = lengthOf(options.logFile);
      const child = launch(command, args, options);
      const entry = { stop: () => child.stop(3000) };
      running.push(entry);
      const { code } = await child.exited;
      const at = running.indexOf(entry);
      if (at >= 0) running.splice(at, 1); // `stopAll` may have taken it out already
      if (stopping.signal.aborted) throw new Interrupted();
      if (code !== 0) {
        const reason = await lastWords(options.logFile, await before);
        throw new PlainError(messages.stepFailed(step, options.logFile, reason));
      }
    },

    add(name, logFile, first, again) {
      void watch(name, logFile, first, again);
    },

    keepUp(say) {
      keepingUp = say;
    },

    during: (work) => Promise.race([work, failed, interrupted]),

    abort: () => stopping.abort(),

    stopAll() {
      stopped ??= (async () => {
        stopping.abort();
        // One after the other: the database must be there until Strapi has closed its connections.
        for (let entry = running.pop(); entry; entry = running.pop()) await entry.stop();
      })();
      return stopped;
    },
  };
}
