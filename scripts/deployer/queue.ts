/** Turns any number of requests into few runs: one at a time, and at most one more waiting. */
import type { Clock } from '../lib/clock.ts';

export interface Queue<Request> {
  /** Asks for a run. During one, asks for exactly one more after it, whatever the number of calls. */
  request(request: Request): void;
  /** Something waits: for the run under way to end, or for more requests to gather. */
  readonly pending: boolean;
  /** Resolves once nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Takes no more requests, drops what waits, and resolves when the run under way has ended. */
  close(): Promise<void>;
}

/**
 * @param settleMs how long a first request waits for others: "publish" in Strapi's admin is two or more events.
 * @param merge what two waiting requests ask for together.
 * @param run must not throw: it reports its own failures.
 */
export function createQueue<Request>(options: {
  settleMs: number;
  clock: Clock;
  merge: (first: Request, second: Request) => Request;
  run: (request: Request) => Promise<void>;
}): Queue<Request> {
  let waiting: Request | undefined;
  let working: Promise<void> | null = null;
  let closed = false;

  const work = async () => {
    while (waiting !== undefined && !closed) {
      await options.clock.sleep(options.settleMs);
      const request = waiting;
      waiting = undefined;
      if (!closed) await options.run(request);
    }
    working = null;
  };

  return {
    request(request) {
      if (closed) return;
      waiting = waiting === undefined ? request : options.merge(waiting, request);
      working ??= work();
    },
    get pending() {
      return waiting !== undefined;
    },
    async idle() {
      while (working) await working;
    },
    async close() {
      closed = true;
      waiting = undefined;
      await working;
    },
  };
}
