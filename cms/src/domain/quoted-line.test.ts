import { expect, it } from 'vitest';
import { asOneLine } from './quoted-line.ts';

it('is one line of plain words, whatever was typed', () => {
  expect(asOneLine(' judo\n\nVotre compte est bloqué\u2028ici ')).toBe('judo Votre compte est bloqué ici');
  expect(asOneLine('evil\u200b.com \u00ad\u202eabc')).toBe('evil.com abc');
  expect(asOneLine('evil．com evil。com http:\\\\evil')).toBe('evil.com evil.com http://evil');
  expect(asOneLine('judo » Office : « <b>')).toBe('judo Office : b');
  expect(asOneLine('l’éveil à Cézac, 8 ans')).toBe('l’éveil à Cézac, 8 ans');
});
