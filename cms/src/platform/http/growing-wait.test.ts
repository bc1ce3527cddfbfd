import { describe, expect, it } from 'vitest';
import { growingWait, type GrowingPace } from './growing-wait.ts';

const PACE: GrowingPace = { free: 3, first: 2, longest: 10, forgotten: 60 };

function counter() {
  let instant = 1_000_000;
  const take = growingWait(PACE, () => instant);
  return {
    take,
    pass: (seconds: number) => (instant += seconds * 1000),
    wait: (who: string) => {
      const taken = take(who);
      return 'wait' in taken ? taken.wait : 0;
    },
  };
}

describe('a pace that slows down', () => {
  it('costs nothing at first, then twice as long each time, and never more than its longest wait', () => {
    const { wait, pass } = counter();
    const waits = [];
    for (let tries = 0; tries < 9; tries += 1) {
      expect(wait('a')).toBe(0);
      const seconds = wait('a');
      waits.push(seconds);
      pass(seconds);
    }
    // The first two were counted as tries of their own: they waited for nothing.
    expect(waits).toEqual([0, 2, 4, 8, 10, 10, 10, 10, 10]);
  });

  it('does not wait longer for who presses again while it waits', () => {
    const { wait, pass } = counter();
    for (let tries = 0; tries < 3; tries += 1) wait('a');
    expect([wait('a'), wait('a'), wait('a')]).toEqual([2, 2, 2]);
    pass(1);
    expect(wait('a')).toBe(1);
    pass(1);
    expect(wait('a')).toBe(0);
  });

  it('counts each apart, and forgets after a while without a try', () => {
    const { wait, pass } = counter();
    for (let tries = 0; tries < 3; tries += 1) wait('a');
    expect([wait('a'), wait('b')]).toEqual([2, 0]);
    pass(2 + 59);
    wait('a');
    expect(wait('a')).toBe(4);
    pass(4 + 60);
    expect([wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 2]);
  });

  it('takes back what turned out to be right, and nothing that others tried in between', () => {
    const { take, wait } = counter();
    const right = () => {
      const taken = take('a');
      if ('giveBack' in taken) taken.giveBack();
      return taken;
    };
    for (let tries = 0; tries < 20; tries += 1) expect(right()).toHaveProperty('giveBack');
    wait('a');
    const late = take('a');
    wait('a');
    if ('giveBack' in late) late.giveBack();
    expect(wait('a')).toBe(2);
  });

  it('leaves so many tries of a day to who guesses', () => {
    const { wait, pass } = counter();
    let tries = 0;
    for (let second = 0; second < 24 * 3600; second += 1) {
      if (wait('a') === 0) tries += 1;
      pass(1);
    }
    expect(tries).toBeLessThan((24 * 3600) / PACE.longest + 10);
  });
});
