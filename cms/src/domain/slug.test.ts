import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slug } from './primitives.ts';
import { slugify } from './slug.ts';

test('gives a valid path segment for any name, and keeps one as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const slug = slugify(name);
      expect(Slug.safeParse(slug).success).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slugify(slug)).toBe(slug);
    }),
  );
});

test('reads like the name', () => {
  expect(slugify('L’Amicale des Cœurs d’Été (ADC)')).toBe('l-amicale-des-coeurs-d-ete-adc');
});
