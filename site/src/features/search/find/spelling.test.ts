import { describe, expect, it } from 'vitest';
import { folded } from '../question.ts';
import { apart, begunBy, dictionaryOf, guesses } from './spelling.ts';
import { readWordList, wordListFile } from '../bundle/word-list.ts';

const words = [
  'bibliothèque',
  'judo',
  'pétanque',
  'randonnée',
  'football',
  'basket',
  'ball',
  'école',
  'musique',
  'orchestre',
];
const dictionary = dictionaryOf(words);

describe('a word that nobody wrote', () => {
  it.each([
    ['judi', 'judo'],
    ['petanke', 'pétanque'],
    ['biblioteque', 'bibliothèque'],
    ['randonee', 'randonnée'],
    ['fotball', 'football'],
    ['muzique', 'musique'],
    ['orkestre', 'orchestre'],
  ])('%s is read as %s', (typed, meant) => expect(guesses(typed, dictionary)[0]?.word).toBe(meant));

  it.each([
    ['aikarel', 'aquarelle'],
    ['radonné', 'randonnée'],
    ['boskett', 'basket'],
    ['fransais', 'français'],
    ['koral', 'choral'],
    ['dorchestre', 'orchestre'],
  ])('%s is read as %s, which it sounds like', (typed, meant) => {
    const more = dictionaryOf([...words, 'aquarelle', 'français', 'choral', 'moral', 'aménagé']);
    expect(guesses(folded(typed), more)[0]?.word).toBe(meant);
  });

  it('that begins with another letter is no slip of two', () =>
    expect(guesses('ramonage', dictionaryOf(['aménagé']))).toEqual([]));

  it.each(['xylophone', 'ju', 'ab', ''])('%j is no other', (typed) => expect(guesses(typed, dictionary)).toEqual([]));

  it('that begins others may be one of them', () => {
    expect(begunBy('biblio', dictionary)).toEqual(['bibliothèque']);
    expect(begunBy('b', dictionary)).toEqual([]);
  });

  it('without its spaces is several', () => {
    const known = (word: string): boolean => dictionary.known.has(word);
    const small = new Set(['de', 'la']);
    expect(apart('basketball', known, small)).toEqual(['basket', 'ball']);
    expect(apart('ecoledemusique', known, small)).toEqual(['ecole', 'de', 'musique']);
    expect(apart('ceramique', known, small)).toBeNull();
    expect(apart('dela', known, small)).toBeNull();
  });
});

describe('the word list', () => {
  it('is read as it was written, the commonest spelling of each word once', () => {
    const file = wordListFile(['pétanque', 'petanque', 'pétanque', 'pet', 'judo', 'été', '2026', 'au']);
    expect(readWordList(JSON.parse(JSON.stringify(file)))).toEqual(['été', 'judo', 'pet', 'pétanque']);
  });

  it('of another version is refused', () => expect(() => readWordList({ version: 99, words: '' })).toThrow(/version/));
});
