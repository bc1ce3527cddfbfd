import { expect, it } from 'vitest';
import { waitingAnswers } from './waiting-answers.ts';

it('asks again soon after it knew, for what a colleague decided, and once for all that draw it', () => {
  waitingAnswers.set(3, 1_000_000);
  expect(waitingAnswers.takeTurn(1_005_000)).toBe(false);
  expect(waitingAnswers.takeTurn(1_020_000)).toBe(true);
  expect(waitingAnswers.takeTurn(1_021_000)).toBe(false);
});
