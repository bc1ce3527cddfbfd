import { describe, expect, it } from 'vitest';
import { follow, readEvents } from './follow.ts';

/** A page that is left after so many readings, and what it did. */
async function followed(connections: readonly ('ends' | 'breaks')[]): Promise<string[]> {
  const leave = new AbortController();
  const did: string[] = [];
  const left = [...connections];
  await follow({
    read: () => {
      did.push('read');
      if (left.length === 0) leave.abort();
      return Promise.resolve();
    },
    listen: () => {
      did.push('listen');
      return left.shift() === 'breaks' ? Promise.reject(new Error('no connection')) : Promise.resolve();
    },
    pause: () => 1500,
    sleep: (milliseconds) => {
      did.push(`wait ${milliseconds}`);
      return Promise.resolve();
    },
    signal: leave.signal,
  });
  return did;
}

describe('a page that is kept up to date', () => {
  it('reads before it listens, and again at once when a connection ends', async () => {
    expect(await followed(['ends', 'ends'])).toEqual(['read', 'listen', 'read', 'listen', 'read']);
  });

  it('asks now and then while there is no connection', async () => {
    expect(await followed(['breaks', 'breaks'])).toEqual([
      'read',
      'listen',
      'wait 1500',
      'read',
      'listen',
      'wait 1500',
      'read',
    ]);
  });
});

describe('the events of a response', () => {
  const body = (...parts: string[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
          controller.close();
        },
      }),
    ).body as ReadableStream<Uint8Array>;

  it('are heard one by one, however they arrive', async () => {
    const heard: unknown[] = [];
    await readEvents(body('data: {"a"', ':1}\n\n: \n\ndata: 2\n', '\n'), (data) => heard.push(data));
    expect(heard).toEqual([{ a: 1 }, 2]);
  });

  it('end when one is not understood', async () => {
    await expect(readEvents(body('data: {"a"\n\n'), () => undefined)).rejects.toThrow(SyntaxError);
  });
});
