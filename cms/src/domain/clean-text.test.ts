import { expect, it } from 'vitest';
import { cleanText, cleanTexts } from './clean-text.ts';

it('stores nothing that cannot be seen', () => {
  expect(cleanText('\ufeff A\u0000\u200bb\r\nc\u0301 \u2028')).toBe('Ab\nć');
  expect(cleanText('L\u0092A\u0081 \u0085')).toBe('L’A …');
  expect(cleanText(cleanText(' \u200b x \u200b '))).toBe('x');
  expect(cleanTexts({ a: [' x\u0007'], n: 1, b: null })).toEqual({ a: ['x'], n: 1, b: null });
});
