/**
 * A line to a server as slow as a telephone’s, between any browser and any server: what workers fetch goes over it as well,
 * which the throttle of the browser’s own tools does not slow down.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Line {
  /** Milliseconds there and back. */
  readonly latency: number;
  /** Bytes in a second to the browser. */
  readonly down: number;
  /** And from it. */
  readonly up: number;
}

/** What Lighthouse calls slow 4G. */
export const SLOW_4G: Line = { latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 };

export interface OpenLine {
  readonly port: number;
  /** That came down so far, with what HTTP adds. */
  readonly bytes: () => number;
  close(): Promise<void>;
}

/** One direction, shared by all connections: each piece waits for those before it, and arrives half a way later. */
function direction(rate: number, delay: number): (socket: Socket, onBytes?: (count: number) => void) => Transform {
  let free = 0;
  return (_socket, onBytes) => {
    let last = Promise.resolve();
    return new Transform({
      highWaterMark: 1024,
      transform(chunk: Buffer, _encoding, done) {
        onBytes?.(chunk.length);
        const now = performance.now();
        free = Math.max(free, now) + (chunk.length / rate) * 1000;
        const arrives = free + delay;
        // The next piece may leave while this one is under way.
        last = last.then(async () => {
          await sleep(Math.max(0, arrives - performance.now()));
          this.push(chunk);
        });
        void sleep(Math.max(0, free - performance.now())).then(() => done());
      },
      flush(done) {
        void last.then(() => done());
      },
    });
  };
}

/** Opens a line to a server of this machine. */
export async function slowLine(to: number, { latency, down, up }: Line): Promise<OpenLine> {
  let bytes = 0;
  const downward = direction(down, latency / 2);
  const upward = direction(up, latency / 2);
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const origin = connect(to, '127.0.0.1');
    for (const socket of [browser, origin]) {
      open.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    // The handshake of a new connection is a way there and back as well.
    void sleep(latency).then(() => {
      browser.pipe(upward(browser)).pipe(origin);
      origin.pipe(downward(origin, (count) => (bytes += count))).pipe(browser);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}
