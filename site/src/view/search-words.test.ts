import { describe, expect, it } from 'vitest';
import { indexedWords, questionWords } from './search-words.ts';

describe('words of a question and of a text', () => {
  it.each([
    ['Foyer de l’amitié', ['foyer', 'amitié']],
    ["Foyer de l'amitié", ['foyer', 'amitié']],
    ['Jusqu’à l’été, qu’importe', ['été', 'importe']],
    ['Chœur d’Œuvres', ['choeur', 'oeuvres']],
    ['A.D.M.R. de Cézac', ['admr', 'cézac']],
    ['M.J.C', ['mjc']],
    ['Le JUDO', ['judo']],
    ['e\u0301te\u0301', ['été']],
    ['3e âge', ['3e', 'âge']],
  ])('%s', (text, words) => {
    expect(questionWords(text)).toEqual(words);
    expect(indexedWords(text)).toEqual(words);
  });

  it('finds a hyphenated word by its parts and in one piece', () => {
    expect(indexedWords('hip-hop à Saint-Yzan-de-Soudiac')).toEqual([
      'hip',
      'hop',
      'hiphop',
      'saint',
      'yzan',
      'soudiac',
      'saintyzandesoudiac',
    ]);
    expect(questionWords('Saint-Yzan')).toEqual(['saint', 'yzan']);
  });

  it('keeps an apostrophe that is not an elision as a boundary', () => {
    expect(questionWords('prud’homme')).toEqual(['prud', 'homme']);
    expect(indexedWords('prud’homme')).toEqual(['prud', 'homme']);
  });

  it('finds no word in a question that says nothing', () => {
    expect(questionWords(' de la, et ? ')).toEqual([]);
  });
});
