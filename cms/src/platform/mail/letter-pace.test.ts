import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mayGetLetter } from './letter-pace.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('fills no mailbox, and locks nobody out, however often a stranger asks', async () => {
  const sent: number[] = [];
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    if (await mayGetLetter('anne@example.org')) sent.push(minute);
    await vi.advanceTimersByTimeAsync(MINUTE);
  }
  expect(sent.slice(0, 3)).toEqual([0, 1, 2]);
  expect(sent.length).toBeGreaterThan(24);
  expect(sent.length).toBeLessThanOrEqual(48);
  const silences = sent.slice(1).map((minute, index) => minute - sent[index]!);
  expect(Math.max(...silences)).toBeLessThanOrEqual(75); // an hour, and what is left of a quarter
  expect(await mayGetLetter('paul@example.org')).toBe(true);
});
