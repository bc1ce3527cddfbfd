import { expect, test } from 'vitest';
import { isHeic, isNamedHeic } from './pictures.ts';

const box = (...brands: string[]) => {
  const [major = '', ...others] = brands;
  const text = `ftyp${major}\0\0\0\0${others.join('')}`;
  return Uint8Array.from([0, 0, 0, text.length + 4, ...[...text].map((char) => char.charCodeAt(0)), 1, 2, 3]);
};

test.each([
  ['a photograph of an iPhone', box('heic', 'mif1', 'heic'), true],
  ['a burst of them', box('msf1', 'hevc'), true],
  ['an AVIF picture, which sharp reads', box('avif', 'mif1', 'miaf'), false],
  ['an AVIF picture under its general brand', box('mif1', 'avif'), false],
  ['a film', box('isom', 'mp41'), false],
  ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), false],
  ['nothing', new Uint8Array(), false],
])('%s', (_name, bytes, heic) => expect(isHeic(bytes)).toBe(heic));

test('knows one by its name, for browsers that give no type', () => {
  expect(isNamedHeic({ name: 'IMG_0001.HEIC', type: '' })).toBe(true);
  expect(isNamedHeic({ name: 'photo', type: 'image/heif' })).toBe(true);
  expect(isNamedHeic({ name: 'heic.jpg', type: 'image/jpeg' })).toBe(false);
});
