import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFrench, indexLetter, plural, sortByName, sortKey, typography, withoutAccents } from './french.ts';

describe('sorting', () => {
  test('files a name under its first real word', () => {
    expect(
      ['L’Amicale', 'Les Zèbres', 'École', 'La Fanfare', 'Œuvres', 'Orphéon', "D'un monde", '3e âge', 'Éveil'].sort(
        compareFrench,
      ),
    ).toEqual(['3e âge', 'L’Amicale', 'École', 'Éveil', 'La Fanfare', 'Œuvres', 'Orphéon', "D'un monde", 'Les Zèbres']);
  });

  test.each([
    ['L’Amicale', 'A'],
    ...[..."'’´`‘ʼ′＇\u0092"].map((apostrophe) => [`L${apostrophe}Amicale`, 'A'] as [string, string]),
    ['L ’ Amicale', 'A'],
    ['Les Œuvres', 'O'],
    ['Éveil', 'E'],
    ['« Théâtre »', 'T'],
    ['3e âge', '#'],
    ['Çà et là', 'C'],
    ['La', 'L'],
  ])('%s stands at %s', (name, letter) => expect(indexLetter(name)).toBe(letter));

  test('sortByName orders as compareFrench does', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        expect(sortByName(names, (name) => name)).toEqual([...names].sort(compareFrench));
      }),
    );
  });

  test('never empties a name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(Le |La |L’|Les )?\p{L}{1,8}$/u), (name) => {
        expect(sortKey(name)).not.toBe('');
      }),
    );
  });
});

describe('typography', () => {
  test('sets a sentence as a French printer would', () => {
    expect(typography("L'ami dit : « Bonjour ! » à 12 €, 14 h 30; oui?")).toBe(
      'L’ami dit\u00a0: «\u00a0Bonjour\u202f!\u00a0» à 12\u00a0€, 14\u00a0h\u00a030\u202f; oui\u202f?',
    );
  });

  test('leaves addresses, clock times and ratios alone', () => {
    for (const text of ['https://example.org/a?b=c;d', 'contact@example.org', '10:30', '1:25000'])
      expect(typography(text)).toBe(text);
  });

  test('is idempotent', () => {
    const french = fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          "'",
          '’',
          ' ',
          ' ;',
          '!',
          '?',
          ':',
          '«',
          '»',
          '12',
          '€',
          ' h ',
          '30',
          '1 200',
          'https://a.org/x?y',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(french, (text) => {
        expect(typography(typography(text))).toBe(typography(text));
      }),
    );
  });
});

test('withoutAccents leaves only base letters', () => {
  expect(withoutAccents('Œuvre d’Été à Nœux, Ægir')).toBe('OEuvre d’Ete a Noeux, AEgir');
});

test('zero and one are singular', () => {
  expect([0, 1, 2, 1200].map((n) => plural(n, 'association'))).toEqual([
    '0\u00a0association',
    '1\u00a0association',
    '2\u00a0associations',
    '1\u202f200\u00a0associations',
  ]);
});
