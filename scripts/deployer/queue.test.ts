import { describe, expect, it } from 'vitest';
import { systemClock } from '../lib/clock.ts';
import { createQueue } from './queue.ts';

/** A queue whose runs end when the test says so. */
function controlled(settleMs = 5) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const queue = createQueue<string>({
    settleMs,
    clock: systemClock,
    merge: (a, b) => `${a}+${b}`,
    run: (request) => {
      begun.push(request);
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  const until = async (count: number) => {
    while (begun.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, settleMs * 4));
  return { queue, begun, ends, until, pause };
}

describe('the queue', () => {
  it('makes one run of many requests', async () => {
    const { queue, begun, ends, until, pause } = controlled();
    for (const name of ['a', 'b', 'c']) queue.request(name);
    expect(queue.pending).toBe(true);
    await until(1);
    ends[0]?.();
    await queue.idle();
    await pause();
    expect(begun).toEqual(['a+b+c']);
    expect(queue.pending).toBe(false);
  });

  it('makes exactly one more run of what arrives during a run', async () => {
    const { queue, begun, ends, until, pause } = controlled();
    queue.request('first');
    await until(1);
    for (let i = 0; i < 5; i++) queue.request(`late${i}`);
    expect(queue.pending).toBe(true);
    await pause();
    expect(begun).toHaveLength(1); // never two at once
    ends[0]?.();
    await until(2);
    ends[1]?.();
    await queue.idle();
    await pause();
    expect(begun).toEqual(['first', 'late0+late1+late2+late3+late4']);
  });

  it('runs again for a request that comes after everything was over', async () => {
    const { queue, begun, ends, until } = controlled();
    queue.request('one');
    await until(1);
    ends[0]?.();
    await queue.idle();
    queue.request('two');
    await until(2);
    ends[1]?.();
    await queue.idle();
    expect(begun).toEqual(['one', 'two']);
  });

  it('drops what waits and lets the run under way end when it is closed', async () => {
    const { queue, begun, ends, until } = controlled();
    queue.request('running');
    await until(1);
    queue.request('waiting');
    const closed = queue.close();
    ends[0]?.();
    await closed;
    queue.request('too late');
    expect(begun).toEqual(['running']);
    expect(queue.pending).toBe(false);
  });
});
