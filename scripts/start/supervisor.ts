/** Everything that was started, stopped in the opposite order, whatever happens in between. */
import { type Child, type ChildOptions, launch } from '../lib/child.ts';
import { PlainError } from '../lib/plain-error.ts';
import { lastWords, lengthOf } from './last-words.ts';
import { messages } from './messages.ts';

export interface Supervisor {
  /** Aborts when a stop was asked for. */
  readonly signal: AbortSignal;
  /** Starts a program that should run until the end. When it stops by itself, `failed` rejects. */
  run(name: string, command: string, args: readonly string[], options: ChildOptions & { logFile: string }): Child;
  /** Runs a program to its end. @throws {PlainError} naming the step and its log when it fails. */
  complete(
    step: string,
    command: string,
    args: readonly string[],
    options: ChildOptions & { logFile: string },
  ): Promise<void>;
  /** Registers something to stop that was not started by `run`; `gone` ends when it stops by itself. */
  add(name: string, logFile: string, gone: Promise<unknown>, stop: () => Promise<void>): void;
  /** Never resolves; rejects with the sentence to show as soon as something that should run has stopped. */
  readonly failed: Promise<never>;
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

export function createSupervisor(): Supervisor {
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

  const watch = (name: string, logFile: string, gone: Promise<unknown>) => {
    const before = lengthOf(logFile);
    void gone.then(async () => {
      if (stopping.signal.aborted || stopped !== null) return;
      const reason = await lastWords(logFile, await before);
      fail(new PlainError(messages.died(name, logFile, reason)));
    });
  };

  const supervisor: Supervisor = {
    signal: stopping.signal,
    failed,

    run(name, command, args, options) {
      stopping.signal.throwIfAborted();
      const child = launch(command, args, { ...options, leash: true });
      running.push({ stop: () => child.stop() });
      watch(name, options.logFile, child.exited);
      return child;
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

    add(name, logFile, gone, stop) {
      running.push({ stop });
      watch(name, logFile, gone);
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
  return supervisor;
}
