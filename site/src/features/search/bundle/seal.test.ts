import { expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

it('hides every letter and digit, and gives the text back', () => {
  const text = 'L’Œuvre d’été n° 3 (Ångström) : 14 h – 15 h 30…';
  expect(seal(text)).not.toMatch(/[\p{L}\p{N}]/u);
  expect(seal(text)).toContain('’');
  expect(unseal(seal(text))).toBe(text);
});

it('leaves alone what it has no room for', () => {
  expect(unseal(seal('日本 ẞ 𝒜'))).toBe('日本 ẞ 𝒜');
});

it('leaves out a symbol that Word kept in the private area, which would come back as a letter', () => {
  expect(unseal(seal('\uf0b7 danse'))).toBe(' danse');
});
