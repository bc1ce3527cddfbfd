import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSiret, parseSiret } from './siret.ts';

/** The check digit written another way than in the code: the sum over doubled digits, from the left. */
const withCheckDigit = (digits: string): string => {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...digits].reduce(
    (total, digit, at) => total + (at % 2 === 0 ? (doubled[Number(digit)] ?? 0) : Number(digit)),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
};
const thirteenDigits = fc
  .integer({ min: 1, max: 9_999_999_999_999 })
  .map((n) => String(n).padStart(13, '0'))
  .filter((d) => !d.startsWith('356000000'));

test('accepts a right check digit and refuses the nine others', () => {
  fc.assert(
    fc.property(thirteenDigits, fc.integer({ min: 1, max: 9 }), (digits, off) => {
      const siret = withCheckDigit(digits);
      expect(parseSiret(siret)).toEqual({ ok: true, value: siret });
      expect(parseSiret(siret.slice(0, 13) + String((Number(siret[13]) + off) % 10)).ok).toBe(false);
    }),
  );
});

test('reads again what it shows', () => {
  fc.assert(
    fc.property(thirteenDigits.map(withCheckDigit), (siret) => {
      expect(parseSiret(formatSiret(siret))).toEqual({ ok: true, value: siret });
    }),
  );
});

test('accepts the establishments of La Poste, whose digits add up to a multiple of five', () => {
  expect(parseSiret('356 000 000 00048').ok).toBe(true);
  expect(parseSiret('35600000049837').ok).toBe(true);
  expect(parseSiret('35600000049838').ok).toBe(false);
});

test('says what is missing when a SIREN was typed', () => {
  const result = parseSiret('732829320');
  expect(result).toMatchObject({ ok: false });
  if (!result.ok) expect(result.message).toContain('cinq chiffres de l’établissement');
});

test.each(['', '00000000000000', '7328293200007', '732829320000744', '73282932000074X'])('refuses « %s »', (text) => {
  expect(parseSiret(text).ok).toBe(false);
});
