import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastRatio, inkOn, legibleOn, parseColour } from './colour.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

test('whatever an editor chooses, text in it is legible on light paper and on dark', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('#ffffff', '#fbf7f0', '#1f1a17', '#000000'), (chosen, background) => {
      expect(contrastRatio(legibleOn(chosen, background), background)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that is legible stays as it was chosen', () => {
  expect(legibleOn('#8a3b2a', '#ffffff')).toBe('#8a3b2a');
});

test('ink on a colour is legible for large text at least', () => {
  fc.assert(
    fc.property(colour, (background) => {
      expect(contrastRatio(inkOn(background), background)).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('contrast is WCAG’s: 21 for black on white, 1 for the same', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrastRatio('#123456', '#123456')).toBe(1);
});

test('reads colours as they are pasted', () => {
  expect(parseColour(' 8A3B2A')).toEqual({ ok: true, value: '#8a3b2a' });
  expect(parseColour('#c53')).toEqual({ ok: true, value: '#cc5533' });
  expect(parseColour('rouge').ok).toBe(false);
  expect(parseColour('red; background: url(x)').ok).toBe(false);
});
