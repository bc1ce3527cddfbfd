import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone } from './phone.ts';

const nationalNumber = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([zone, rest]) => `${zone}${String(rest).padStart(8, '0')}`);
const separator = fc.constantFrom('', ' ', '.', '-', '\u00a0');

describe('parsePhone', () => {
  test('reads every French number however its pairs are separated and prefixed', () => {
    fc.assert(
      fc.property(
        nationalNumber,
        separator,
        fc.constantFrom('0', '+33 ', '0033 ', '+33 (0)'),
        (digits, between, prefix) => {
          const typed =
            prefix + digits.replace(/(\d)(\d\d)(\d\d)(\d\d)(\d\d)/, ['$1', '$2', '$3', '$4', '$5'].join(between));
          expect(parsePhone(typed)).toEqual({ ok: true, value: `+33${digits}` });
        },
      ),
    );
  });

  test('reads again what it shows', () => {
    fc.assert(
      fc.property(nationalNumber, (digits) => {
        expect(parsePhone(formatPhone(`+33${digits}`))).toEqual({ ok: true, value: `+33${digits}` });
      }),
    );
  });

  test('never throws, and never accepts what it could not give back as E.164', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phone = parsePhone(text);
        if (phone.ok) expect(phone.value).toMatch(/^\+[1-9]\d{5,14}$/);
        else expect(phone.message).toContain('Écrivez un seul numéro');
      }),
    );
  });

  test.each(['112', '3949', '05 36 49 00', '05 36 49 00 00 00', '05 36 49 00 00 / 06 39 98 00 00', 'mairie', ''])(
    'refuses « %s »',
    (text) => {
      expect(parsePhone(text).ok).toBe(false);
    },
  );

  test.each([
    '01 99 00 12 34',
    '02 61 91 12 34',
    '03 53 01 12 34',
    '04 65 71 12 34',
    '05 36 49 12 34',
    '06 39 98 12 34',
  ])('accepts %s, of a range that ARCEP keeps for fiction', (text) => expect(parsePhone(text).ok).toBe(true));

  test('accepts a foreign number and shows it in its international form', () => {
    expect(parsePhone('+34 910 123 456')).toEqual({ ok: true, value: '+34910123456' });
    expect(formatPhone('+34910123456')).toBe('+34\u00a0910\u00a012\u00a034\u00a056');
  });
});
