import { expect, test } from 'vitest';
import { readWholeNumber } from './whole-number.ts';

test.each([
  ['1987', 1987],
  [' 1 987 ', 1987],
  ['', null],
  ['20x7', undefined],
  ['-3', undefined],
  ['1,5', undefined],
])('reads « %s » as %s', (typed, number) => expect(readWholeNumber(typed)).toBe(number));
