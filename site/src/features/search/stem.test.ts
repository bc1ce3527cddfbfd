import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';

describe('words of one stem', () => {
  it.each([
    ['danse', 'danses', 'danser', 'dansez'],
    ['randonnee', 'randonnees'],
    ['handicape', 'handicapee', 'handicapees', 'handicaps'],
    ['cheval', 'chevaux'],
    ['belote', 'belotte'],
    ['jeu', 'jeux'],
    ['boxe', 'boxer'],
    ['boule', 'boules'],
  ])('%s', (...words) => expect(new Set(words.map(stem)).size).toBe(1));

  it.each([
    ['creche', 'creer'],
    ['hand', 'handicap'],
    ['bal', 'balle'],
    ['footing', 'football'],
    ['33920', '3'],
    ['boxe', 'box'],
    ['paix', 'paie'],
  ])('%s is not %s', (a, b) => expect(stem(a)).not.toBe(stem(b)));
});
