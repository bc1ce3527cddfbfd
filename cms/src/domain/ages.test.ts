import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAges, formatAges, includesAge } from './ages.ts';

const age = fc.option(fc.integer({ min: 0, max: 120 }));

test('accepts exactly the ranges that hold someone', () => {
  fc.assert(
    fc.property(age, age, (ageMin, ageMax) => {
      const someone = Array.from({ length: 121 }, (_, years) => years).some((years) =>
        includesAge({ ageMin, ageMax }, years),
      );
      expect(checkAges({ ageMin, ageMax }).ok).toBe(someone);
    }),
  );
});

test.each([-1, 121, 7.5, Number.NaN])('refuses an age of %s', (ageMin) =>
  expect(checkAges({ ageMin, ageMax: null }).ok).toBe(false),
);

test.each([
  [6, 12, 'de 6 à 12\u00a0ans'],
  [6, null, 'dès 6\u00a0ans'],
  [null, 3, 'jusqu’à 3\u00a0ans'],
  [0, 1, 'jusqu’à 1\u00a0an'],
  [0, null, 'dès la naissance'],
  [8, 8, '8\u00a0ans'],
  [1, 1, '1\u00a0an'],
  [null, null, null],
])('%s to %s reads « %s »', (ageMin, ageMax, text) => expect(formatAges({ ageMin, ageMax })).toBe(text));
