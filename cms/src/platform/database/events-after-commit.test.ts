import { describe, expect, it } from 'vitest';
import { inTurn } from './events-after-commit.ts';

describe('what is done after a commit', () => {
  it('is done in its order, a few at a time, and goes on after a failure', async () => {
    const [done, failures]: [number[], unknown[]] = [[], []];
    let [running, most] = [0, 0];
    const queue = inTurn(3, (error) => failures.push(error));
    const ended = new Promise<void>((resolve) => {
      for (let rank = 0; rank < 50; rank += 1)
        queue(async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((soon) => setTimeout(soon, 1));
          running -= 1;
          done.push(rank);
          if (done.length === 50) resolve();
          if (rank % 10 === 0) throw new Error(`act ${rank}`);
        });
    });
    await ended;
    expect(most).toBe(3);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    await new Promise((soon) => setTimeout(soon, 5));
    expect(failures).toHaveLength(5);
  });

  it('that fails at once is told too', () => {
    const failures: unknown[] = [];
    const queue = inTurn(1, (error) => failures.push(error));
    queue(() => {
      throw new Error('at once');
    });
    queue(() => undefined);
    expect(failures).toHaveLength(1);
  });
});
