import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from './read-question.ts';
import { lettersOf, mayBeWithin, slipsBetween } from './typos.ts';
import { textIndex, type IndexedDocument, type IndexedValue, type ValueKind } from './text-index.ts';

const value = (kind: ValueKind, text: string, attribute: string = kind): IndexedValue => ({ kind, text, attribute });
const club = (name: string, ...values: IndexedValue[]): IndexedDocument<string> => ({
  data: name,
  values: [value('title', name), ...values],
});

const index = textIndex([
  club(
    'Pétanque cavignacaise',
    value('person', 'Marie-Hélène Dupré'),
    value('number', '+33536490012'),
    value('place', 'Cavignac'),
  ),
  club('Judo club', value('place', 'Cavignac'), value('number', '+33639980034'), value('address', 'Judo@example.org')),
  club('Judo club', value('place', 'Marcenais'), value('number', 'W339009100'), value('number', '12345678900012')),
  club('Ludothèque', value('text', 'Renseignements au 05 36 49 00 77, le soir.')),
  club('Association sportive de Cézac', value('title', 'A.S.C.'), value('activity', 'Mini-basket')),
  club('Comité des fêtes 2026'),
  club('Club de l’Œuvre'),
]);
const find = (question: string) => index.search(question).map(({ data }) => data);

describe('a question', () => {
  it('is answered without accents, case, articles and punctuation', () => {
    expect(find('petanque')).toEqual(['Pétanque cavignacaise']);
    expect(find('OEUVRE')).toEqual(['Club de l’Œuvre']);
    expect(find('le club de judo')).toEqual(['Judo club', 'Judo club']);
    expect(find('asc')).toEqual(['Association sportive de Cézac']);
    expect(find('marie helene')).toEqual(['Pétanque cavignacaise']);
    expect(find('basket cezac')).toEqual(['Association sportive de Cézac']);
  });

  it('is answered while it is typed, and in spite of a slip', () => {
    expect(find('pet')).toEqual(['Pétanque cavignacaise']);
    for (const typed of ['petanqe', 'pteanque', 'petannque', 'pétanqua', 'petanqe cav'])
      expect(find(typed), typed).toEqual(['Pétanque cavignacaise']);
    expect(find('marcenay judo')).toEqual(['Judo club']);
  });

  it('takes nothing for a slip that is spelled as typed, nor in a short word', () => {
    expect(find('judo')).not.toContain('Ludothèque');
    expect(find('jod')).toEqual([]);
  });

  it('wants all its words, of any value', () => {
    expect(find('judo cavignac')).toHaveLength(1);
    expect(find('judo cézac')).toEqual([]);
  });

  it.each([
    '05 36 49 00 12',
    '0536490012',
    '+33 5 36 49 00 12',
    '+33 (0)5.36.49.00.12',
    '0033536490012',
    '0012',
    '49-00-12',
  ])('finds a number as it is written: %s', (typed) => expect(find(typed)[0]).toBe('Pétanque cavignacaise'));

  it('finds a number that is still being typed, one in a text, RNA and SIRET, and no other', () => {
    expect(find('05 36 49')).toContain('Pétanque cavignacaise');
    expect(find('05 36 49 00 77')).toEqual(['Ludothèque']);
    for (const typed of ['W339009100', 'w339 009 100', '339009100', '123 456 789 00012', '123456789'])
      expect(find(typed), typed).toEqual(['Judo club']);
    expect(find('05 36 49 00 13')).toEqual([]);
    expect(find('fêtes 2026')).toEqual(['Comité des fêtes 2026']);
  });

  it('finds an address, whole or in part', () => {
    for (const typed of ['judo@example.org', 'JUDO@EXAMPLE', '@example.org'])
      expect(find(typed)).toEqual(['Judo club']);
  });

  it('that says nothing finds nothing', () => {
    for (const typed of ['', '  ', '«»', '@']) expect(find(typed)).toEqual([]);
    expect(readQuestion('x '.repeat(500)).length).toBeLessThan(13);
  });
});

describe('an answer', () => {
  it('begins with the name that was asked for', () => {
    const names = textIndex([
      club('Amicale', value('text', 'Le judo y est aimé')),
      club('Judo club de Haute Gironde'),
      club('Judo'),
    ]);
    expect(names.search('judo').map(({ data }) => data)).toEqual(['Judo', 'Judo club de Haute Gironde', 'Amicale']);
  });

  it('begins with what is looked for every day, when names are as good', () => {
    const named = (data: string, worth?: number) => ({
      data,
      values: [value('title', 'Commerce')],
      ...(worth ? { worth } : {}),
    });
    expect(
      textIndex([named('theme'), named('club', 2)])
        .search('com')
        .map(({ data }) => data),
    ).toEqual(['club', 'theme']);
  });

  it('says why, when it is not the name', () => {
    expect(index.search('0012')[0]?.because.map(({ text }) => text)).toEqual(['+33536490012']);
    expect(index.search('petanque')[0]?.because).toEqual([]);
  });

  it('tells nothing of what may not be known or read, not even that it is there', () => {
    const mayRead = (_: string, attribute: string) => attribute !== 'number';
    expect(index.search('0536490012', { mayRead })).toEqual([]);
    expect(index.search('judo', { mayKnow: () => false })).toEqual([]);
  });
});

it('counts slips, the beginning of a word included', () => {
  expect(slipsBetween('judo', 'judo', 1, false)).toBe(0);
  expect(slipsBetween('jduo', 'judo', 1, false)).toBe(1);
  expect(slipsBetween('petanqe', 'petanquecavignac', 1, true)).toBe(1);
  expect(slipsBetween('petanqe', 'petanquecavignac', 1, false)).toBe(2);
  expect(slipsBetween('abcdef', 'ghijkl', 2, true)).toBe(3);
});

it('sieves out no word that is within reach', () => {
  const word = fc.stringMatching(/^[a-e]{4,9}$/);
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), fc.boolean(), (typed, known, most, asBeginning) => {
      if (slipsBetween(typed, known, most, asBeginning) <= most)
        expect(mayBeWithin(lettersOf(typed), lettersOf(known), most)).toBe(true);
    }),
  );
  expect(mayBeWithin(lettersOf('abcd'), lettersOf('efgh'), 2)).toBe(false);
});
