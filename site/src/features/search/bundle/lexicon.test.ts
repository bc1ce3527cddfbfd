import { describe, expect, it } from 'vitest';
import {
  askKey,
  familiesAsked,
  familiesPath,
  familyFinder,
  lexiconFiles,
  partOf,
  partPath,
  partsFor,
  phraseKey,
  phrasesIn,
  readFamilies,
  readPart,
  type Asks,
} from './lexicon.ts';
import { everydayWords } from '@trame/cms/domain/vocabulary/everyday-words/everyday-words';
import { wordsOfQuestion } from '../question.ts';
import { understand } from '../understand/understand.ts';
import { termsOf } from '../find/terms.ts';
import { familyToken, hintToken, tokenOf } from './tokens.ts';

const families = [
  {
    id: 'course',
    label: 'la course à pied',
    says: ['course à pied', 'trail'],
    asks: ['footing', 'courir'],
    near: ['marche'],
  },
  { id: 'marche', label: 'la marche', says: ['randonnée'], asks: [] },
  { id: 'aide', label: 'l’aide alimentaire', says: ['aide alimentaire'], asks: ['de quoi manger'] },
];
const files = JSON.parse(JSON.stringify(lexiconFiles(families))) as Record<string, unknown>;
const asks: Asks = Object.assign(
  {},
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((part) => readPart(files[partPath(part)])),
) as Asks;
const terms = (question: string) =>
  termsOf(question, understand(question, { places: new Map(), today: '2026-09-01' }), asks);

describe('families of words', () => {
  it('are told by a text that says them, in any number and with any little words', () => {
    const find = familyFinder(families);
    const stems = (text: string): string[] => phraseKey(text).split(' ');
    expect([...find(stems('nos courses à pied, nos trails')).told]).toEqual([0]);
    expect([...find(stems('des randonnées')).told]).toEqual([1]);
    const hint = find(stems('de quoi manger'));
    expect([[...hint.told], [...hint.hinted]]).toEqual([[], [2]]);
  });

  it('are told by no expression of which one general word is left', () => {
    const bare = everydayWords.flatMap(({ id, says }) =>
      says
        .filter((phrase) => wordsOfQuestion(phrase).filter(({ text }) => text.length > 1).length > 2)
        .filter((phrase) => !phraseKey(phrase).includes(' '))
        .map((phrase) => `${id}: ${phrase}`),
    );
    expect(bare).toEqual([]);
  });

  it('are asked by what tells them and by what only asks', () => {
    expect(asks[phraseKey('footing')]).toEqual([0]);
    expect(asks[phraseKey('la course à pied')]).toEqual([0]);
    expect(readFamilies(files[familiesPath])[0]).toEqual(['la course à pied', [1]]);
  });

  it('the longest phrase comes first', () => {
    const has = (key: string): boolean => ['a', 'a b', 'b'].includes(key);
    expect(phrasesIn(['a', 'b'], has).map(({ key }) => key)).toEqual(['a b', 'a', 'b']);
  });

  it('stand beside the word in a term, and for a whole phrase', () => {
    const [footing] = terms('footing');
    expect(footing?.alternatives.map(({ tokens }) => tokens)).toEqual([
      [tokenOf('footing')],
      [familyToken(0)],
      [hintToken(0)],
    ]);
    const [need, ...others] = terms('je n’ai plus de quoi manger');
    expect(others).toEqual([]);
    expect(need?.alternatives[0]).toEqual({ tokens: [familyToken(2)], weight: 1, family: 2 });
  });

  it('stand in the part of the first of their words that is no small talk', () => {
    expect(['course pied', 'fair cours pied', 'pour cours', '115', 'ne sait pas lire'].map(partOf)).toEqual([
      'c',
      'c',
      'c',
      '0',
      '0',
    ]);
    expect(partsFor(['musiqu', 'pour', 'ma', 'fill'])).toEqual(['m', '0']);
    // Two words without their space: the first of them is small talk.
    expect(partsFor(['nouveauxarrivants'])).toEqual(['n', 'x', 'a']);
  });

  it('are asked for by whoever the need is', () => {
    expect(askKey('me débarrasser')).toBe(askKey('se débarrasser'));
    expect(askKey('perdre sa mère')).toBe(askKey('perdre ma mère'));
    expect(askKey('pas de voiture')).not.toBe(askKey('une voiture'));
  });

  it('a word of everybody asks for none, and says that it is one', () => {
    const own = lexiconFiles(families, ['remplir', 'footing', 'pour']) as Record<string, { asks: Asks }>;
    expect(own[partPath('r')]!.asks['remplir']).toEqual([]);
    expect(own[partPath('f')]!.asks['footing']).toEqual([0]);
    expect(own[partPath('0')]!.asks['pour']).toBeUndefined();
  });

  it('a wider one comes after those of which the word tells', () => {
    const arts = [
      { id: 'arts', label: 'les arts', says: ['arts plastiques'], asks: ['dessin', 'art'] },
      { id: 'dessin', label: 'le dessin', says: ['dessin'], asks: [] },
    ];
    const own = lexiconFiles(arts) as Record<string, { asks: Asks }>;
    expect(familiesAsked(own[partPath('d')]!.asks['dessin']!)).toEqual([
      { family: 1, isWider: false },
      { family: 0, isWider: true },
    ]);
    expect(familiesAsked(own[partPath('a')]!.asks['art']!)).toEqual([{ family: 0, isWider: false }]);
  });

  it('an expression that asks for what stands within it does not silence it, and any other does', () => {
    const find = familyFinder([
      { id: 'aides', label: 'les subventions', says: ['subvention'], asks: ['demander une subvention'] },
      { id: 'echecs', label: 'les échecs', says: ['échecs'], asks: [] },
      { id: 'devoirs', label: 'les devoirs', says: ['aide aux devoirs'], asks: ['échec scolaire'] },
    ]);
    expect([...find(phraseKey('demander une subvention').split(' ')).told]).toEqual([0]);
    expect([...find(phraseKey('échec scolaire').split(' ')).told]).toEqual([]);
  });

  it('no expression with a hyphen is left with one of its parts', () => {
    const bare = everydayWords.flatMap(({ id, says, asks }) =>
      [...says, ...asks]
        .filter((phrase) => /^\p{L}+-\p{L}+$/u.test(phrase) && !askKey(phrase).includes(' '))
        .map((phrase) => `${id}: ${phrase}`),
    );
    expect(bare).toEqual([]);
  });

  it('of another version are refused', () => expect(() => readPart({ version: 9, asks: {} })).toThrow(/version/));
});
