/** What the person in front of the screen sees while Trame starts: each step, and how long it took. */
import { type Clock, formatDuration } from '../lib/clock.ts';
import { messages } from './messages.ts';

export interface Progress {
  /** Announces the step, runs it, says how long it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A step that had nothing to do. */
  unchanged(name: string): void;
  say(text: string): void;
  /** Since the start. */
  total(): string;
}

export function createProgress(clock: Clock, write: (line: string) => void): Progress {
  const begun = clock.ticks();
  return {
    async step(name, work) {
      const from = clock.ticks();
      write(messages.begins(name));
      const result = await work();
      write(messages.done(name.replace(/ \(.*\)$/, ''), formatDuration(clock.ticks() - from)));
      return result;
    },
    unchanged: (name) => write(messages.unchanged(name.replace(/ \(.*\)$/, ''))),
    say: write,
    total: () => formatDuration(clock.ticks() - begun),
  };
}
