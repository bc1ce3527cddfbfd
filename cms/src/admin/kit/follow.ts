/** Keeping a page up to date: it reads once, then listens; what breaks is tried again. */
import { EventSourceParserStream } from 'eventsource-parser/stream';

export interface Followed {
  /** Asks how things are. Must not reject. */
  readonly read: () => Promise<void>;
  /** Listens until the connection ends. Rejects when there is none. */
  readonly listen: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds until the next try: what the page shows is as old as that while nothing can be listened to. */
  readonly pause: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Ends it all. */
  readonly signal: AbortSignal;
}

/**
 * Reads, listens, and begins again when the connection ends: at once when it held, after a pause when it could not be had. A
 * page whose events cannot arrive, behind a proxy that holds them back for instance, so falls back to asking now and then.
 */
export async function follow({ read, listen, pause, sleep, signal }: Followed): Promise<void> {
  while (!signal.aborted) {
    await read();
    if (signal.aborted) return;
    await listen(signal).catch(() => sleep(pause(), signal));
  }
}

/**
 * The events of a response, until it ends.
 * @param hear the data of each event, as JSON. What it throws ends the reading
 */
export async function readEvents(body: ReadableStream<Uint8Array>, hear: (data: unknown) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      hear(JSON.parse(value.data));
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
