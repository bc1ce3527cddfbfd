/** Values told as they change, as server-sent events (WHATWG HTML, 9.2): the newest of each, and the same one never twice. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../lib/clock.ts';

/** A line that says nothing keeps proxies from taking the connection for a dead one; a reader that is gone is noticed by it. */
const HEARTBEAT_MS = 15_000;

export interface EventStreamOptions {
  /** The values to begin with, by name. */
  readonly first: readonly string[];
  readonly read: (name: string) => Promise<unknown>;
  /** Calls back with the name of what may have changed. @returns ends it */
  readonly subscribe: (changed: (name: string) => void) => () => void;
  /** Ends the stream. */
  readonly over: AbortSignal;
  /** Also looks by itself, with each heartbeat, whether the values changed: for changes that nobody tells. */
  readonly looksAgain: boolean;
  readonly clock: Clock;
}

/** Answers with events until the reader leaves or `over`. Rejects when a value cannot be read: the reader comes back. */
export async function tellEvents(response: ServerResponse, options: EventStreamOptions): Promise<void> {
  const { first, read, subscribe, over, looksAgain, clock } = options;
  const left = new AbortController();
  const ended = AbortSignal.any([left.signal, over]);
  response.once('close', () => left.abort());

  const pending = new Set(first);
  const seen = new Set(first);
  let wake = () => undefined as void;
  const changed = (name: string) => {
    pending.add(name);
    seen.add(name);
    wake();
  };
  const unsubscribe = subscribe(changed);
  ended.addEventListener('abort', () => wake());
  void beat();

  async function beat(): Promise<void> {
    while (!ended.aborted) {
      await clock.sleep(HEARTBEAT_MS, ended).catch(() => undefined);
      if (ended.aborted) return;
      response.write(': \n\n');
      if (looksAgain) for (const name of seen) changed(name);
    }
  }

  const told = new Map<string, string>();
  try {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    while (!ended.aborted) {
      for (const name of pending) {
        pending.delete(name);
        const text = JSON.stringify(await read(name));
        if (ended.aborted) break;
        if (told.get(name) === text) continue;
        told.set(name, text);
        if (!response.write(`data: ${text}\n\n`))
          await once(response, 'drain', { signal: ended }).catch(() => undefined);
      }
      if (pending.size === 0 && !ended.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    unsubscribe();
    left.abort();
    response.end();
  }
}
