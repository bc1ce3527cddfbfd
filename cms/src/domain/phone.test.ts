import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone, phoneWithin } from './phone.ts';
import { asOnceStored, e164OfNational, mendedPhone } from './phone-plan.ts';

const nationalNumber = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([zone, rest]) => `${zone}${String(rest).padStart(8, '0')}`)
  .filter((digits) => !digits.startsWith('976'));
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
          expect(parsePhone(typed)).toEqual({ ok: true, value: e164OfNational(digits) });
        },
      ),
    );
  });

  test('reads again what it shows', () => {
    fc.assert(
      fc.property(nationalNumber, (digits) => {
        const stored = e164OfNational(digits);
        expect(parsePhone(formatPhone(stored))).toEqual({ ok: true, value: stored });
        expect(formatPhone(`+33${digits}`)).toBe(formatPhone(stored));
      }),
    );
  });

  test('never throws, and never accepts what it could not give back as E.164', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phone = parsePhone(text);
        if (phone.ok) expect(phone.value).toMatch(/^(?:\+[1-9]\d{5,14}|[13]\d{1,5})$/);
        else expect(phone.message).toMatch(/Écrivez un seul numéro|est trop court/);
      }),
    );
  });

  test.each([
    '113',
    '2019',
    '12345',
    '05 36 49 00',
    '05 36 49 00 0',
    '05 36 49 00 00 00',
    '05 36 49 00 00 / 06 39 98 00 00',
    'mairie',
    '05 36 49 00 12 poste 123456',
    '05 36 49 00 12 ou 06 39 98 00 00',
    '05 36 49 00 12 14',
    '',
  ])('refuses « %s »', (text) => {
    expect(parsePhone(text).ok).toBe(false);
  });

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

  test.each([
    ['39 19', '3919', '3919'],
    ['3114', '3114', '3114'],
    ['119', '119', '119'],
    ['15', '15', '15'],
    ['10.14', '1014', '1014'],
    ['116 117', '116117', '116\u00a0117'],
    ['118 712', '118712', '118\u00a0712'],
  ])('takes the short number %s', (text, value, shown) => {
    expect(parsePhone(text)).toEqual({ ok: true, value });
    expect(formatPhone(value)).toBe(shown);
  });

  test.each([
    ['0590 12 34 56', '+590590123456', '0590 12 34 56'],
    ['0690.12.34.56', '+590690123456', '0690 12 34 56'],
    ['06 92 12 34 56', '+262692123456', '0692 12 34 56'],
    ['0262123456', '+262262123456', '0262 12 34 56'],
    ['0269 61 12 34', '+262269611234', '0269 61 12 34'],
    ['0639 02 12 34', '+262639021234', '0639 02 12 34'],
    ['0596 12 34 56', '+596596123456', '0596 12 34 56'],
    ['0594 12 34 56', '+594594123456', '0594 12 34 56'],
    ['0709 31 12 34', '+594709311234', '0709 31 12 34'],
    ['0508 41 12 34', '+508411234', '0508 41 12 34'],
    ['+33 590 12 34 56', '+590590123456', '0590 12 34 56'],
    ['+33 (0)596 12 34 56', '+596596123456', '0596 12 34 56'],
    ['+590 590 12 34 56', '+590590123456', '0590 12 34 56'],
    ['+262 0692 12 34 56', '+262692123456', '0692 12 34 56'],
    ['+687 27 12 34', '+687271234', '+687 27 12 34'],
    ['+689 40 12 34 56', '+68940123456', '+689 40 12 34 56'],
    ['+681 72 12 34', '+681721234', '+681 72 12 34'],
    // Mobiles of the mainland that begin like a calling code of the Pacific.
    ['06 87 27 12 34', '+33687271234', '06 87 27 12 34'],
    ['0681721234', '+33681721234', '06 81 72 12 34'],
    ['06 39 98 12 34', '+33639981234', '06 39 98 12 34'],
    ['0 800 130 000', '+33800130000', '0 800 13 00 00'],
    ['0892683200', '+33892683200', '0 892 68 32 00'],
    ['+32 (0)4 223 45 67', '+3242234567', '+32 4 223 45 67'],
    ['0041 (0)22 123 45 67', '+41221234567', '+41 22 123 45 67'],
    ['+352 26 12 34', '+352261234', '+352 26 12 34'],
  ])('reads %s as %s', (text, value, shown) => {
    expect(parsePhone(text)).toEqual({ ok: true, value });
    expect(formatPhone(value).replaceAll('\u00a0', ' ')).toBe(shown);
  });

  test.each([
    ['0687 27 12 34', '06 87 27 12 34', '+687 27 12 34'],
    ['0681.72.12.34', '06 81 72 12 34', '+681 72 12 34'],
    ['687 27 12 34', '06 87 27 12 34', '+687 27 12 34'],
    ['508 41 12 34', '05 08 41 12 34', '+508 41 12 34'],
  ])('asks what %s is', (text, mainland, overseas) => {
    const phone = parsePhone(text);
    expect(phone.ok).toBe(false);
    expect(!phone.ok && phone.message).toContain(
      `Écrivez ${mainland} pour la métropole, ou ${overseas} pour l’outre-mer`,
    );
  });

  test.each([
    ['06 39 98 12 34 (le soir)', 'le soir'],
    ['Marie-Ève 06 39 98 12 34', 'Marie-Ève'],
    ['06 39 98 12 34, demander l’accueil', 'demander l’accueil'],
    ['Fax 05 36 49 00 00', 'Fax'],
    ['05 36 49 00 12 poste 14', 'poste 14'],
    ['05 36 49 00 12 (poste 1420)', 'poste 1420'],
    ['0536490012, après 18h', 'après 18h'],
    ['Bureau 3 : +33 5 36 49 00 12', 'Bureau 3'],
    ['05.36.49.00.12 ext 14', 'ext 14'],
  ])('keeps no number of %s without saying what it would lose', (text, lost) => {
    const phone = parsePhone(text);
    expect(phone.ok ? '' : phone.message).toContain(`«\u00a0${lost}\u00a0» ne serait pas gardé`);
    expect(phoneWithin(text).ok).toBe(true);
  });

  test.each([
    'Tél. : 06 39 98 12 34',
    'tel:+33639981234',
    'Port. 06.39.98.12.34',
    'n° 06 39 98 12 34',
    'O6 39 98 12 34',
  ])('takes %s, whose words say nothing', (text) =>
    expect(parsePhone(text)).toEqual({ ok: true, value: '+33639981234' }),
  );

  test.each([
    ['06 39 98 12 3O', '+33639981230'],
    ['06 39 98 OO 34', '+33639980034'],
    ['o5.36.49.oo.1o', '+33536490010'],
  ])('reads the letter O of %s as a zero', (text, value) => expect(parsePhone(text)).toEqual({ ok: true, value }));

  test('asks of which territory a number in 0976 is', () => {
    expect(parsePhone('0976 90 12 34').ok).toBe(false);
    expect(parsePhone('+262 976 90 12 34')).toEqual({ ok: true, value: '+262976901234' });
  });

  test('mends what was stored as a number of the mainland, and knows it again', () => {
    expect(mendedPhone('+33590123456')).toBe('+590590123456');
    expect(mendedPhone('+33508411234')).toBe('+508411234');
    expect(formatPhone('+33590123456')).toBe('0590\u00a012\u00a034\u00a056');
    for (const right of ['+33536490000', '+33639980000', '+34590123456', '3919', 'half typed']) {
      expect(mendedPhone(right)).toBe(right);
      expect(asOnceStored(right)).toBeNull();
    }
    expect(asOnceStored('+508411234')).toBe('+33508411234');
  });
});
