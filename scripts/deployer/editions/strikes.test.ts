import { expect, it } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { createStrikes } from './strikes.ts';

it('gives each address its share for a while, then another', () => {
  let ticks = 0;
  const strikes = createStrikes({ most: 3, perMs: 1000, clock: { ...systemClock, ticks: () => ticks } });
  expect([1, 2, 3, 4].map(() => strikes.strike('a'))).toEqual([true, true, true, false]);
  expect(strikes.strike('b')).toBe(true);
  ticks = 999;
  expect(strikes.strike('a')).toBe(false);
  ticks = 1000;
  expect(strikes.strike('a')).toBe(true);
});

it('forgets the address that was quiet for longest before it takes too much memory', () => {
  const strikes = createStrikes({ most: 1, perMs: 1e9, clock: systemClock });
  strikes.strike('first');
  for (let at = 0; at < 10_000; at++) strikes.strike(`other ${at}`);
  expect(strikes.strike('other 9999')).toBe(false);
  expect(strikes.strike('first')).toBe(true);
});
