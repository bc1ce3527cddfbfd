import { expect, test } from 'vitest';
import { createPause } from './restart-pause.ts';

test('a program that was well for minutes is started again at once, as the first time', () => {
  const pause = createPause();
  expect([pause.after(10), pause.after(10), pause.after(10)]).toEqual([1000, 2000, 4000]);
  expect(pause.after(5 * 60_000)).toBe(1000);
});
