import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agesOverlap, checkAges, formatAges, includesAge, widestAges } from './ages.ts';

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

const months = (ageMin: number | null, ageMax: number | null) =>
  ({ ageMin, ageMinUnit: 'mois', ageMax, ageMaxUnit: 'mois' }) as const;
const fromMonthsToYears = { ageMin: 6, ageMinUnit: 'mois', ageMax: 3, ageMaxUnit: 'ans' } as const;

test('compares months with years', () => {
  expect(checkAges(fromMonthsToYears).ok).toBe(true);
  expect(checkAges({ ...fromMonthsToYears, ageMin: 40, ageMax: 2 })).toMatchObject({
    ok: false,
    message: 'L’âge minimum (40\u00a0mois) dépasse l’âge maximum (2\u00a0ans)\u00a0: inversez-les.',
  });
  expect(checkAges(months(49, null)).ok).toBe(false);
  const baby = (count: number) => ({ count, unit: 'mois' }) as const;
  expect([5, 6, 47, 48].map((count) => includesAge(fromMonthsToYears, baby(count)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  // Somebody who says 1 year may be 18 months old.
  expect([0, 1, 2].map((years) => includesAge(months(13, 18), years))).toEqual([false, true, false]);
  expect(agesOverlap(months(0, 18), { ageMin: 1, ageMax: 3 })).toBe(true);
  expect(agesOverlap(months(0, 11), { ageMin: 1, ageMax: 3 })).toBe(false);
});

test.each([
  [fromMonthsToYears, 'de 6\u00a0mois à 3\u00a0ans'],
  [months(6, 18), 'de 6 à 18\u00a0mois'],
  [months(null, 18), 'jusqu’à 18\u00a0mois'],
  [months(1, null), 'dès 1\u00a0mois'],
  [months(0, 18), 'jusqu’à 18\u00a0mois'],
])('%j reads « %s »', (range, text) => expect(formatAges(range)).toBe(text));

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

test.each([
  [[], null],
  [[{ ageMin: 6, ageMax: 8 }], 'de 6 à 8\u00a0ans'],
  [
    [
      { ageMin: 6, ageMax: 8 },
      { ageMin: 60, ageMax: null },
    ],
    'dès 6\u00a0ans',
  ],
  [
    [
      { ageMin: 3, ageMax: 5 },
      { ageMin: 6, ageMinUnit: 'mois', ageMax: 2 },
    ],
    'de 6\u00a0mois à 5\u00a0ans',
  ],
] as const)('%j together read « %s »', (ranges, text) => expect(formatAges(widestAges(ranges))).toBe(text));
