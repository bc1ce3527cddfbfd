import { describe, expect, it } from 'vitest';
import { UnansweredQuestions } from './contract/unanswered-questions.ts';
import { mayBeTold } from './unanswered-questions.ts';

describe('what a device may tell of a question', () => {
  it.each([
    'cornemuse',
    'cours d oud',
    'maison de retraite',
    'dressage de furets',
    'taille des rosiers',
    'fete des peres',
  ])('is words: %s', (words) => expect(mayBeTold(words)).toBe(true));

  it.each([
    ['a number', 'appeler le 0699001234'],
    ['a number in words', 'zero six trente neuf quatre vingt dix huit zero un deux trois'],
    ['an address', 'camille@example.org'],
    ['an address in words', 'camille exemple arobase example point org'],
    ['a title', 'madame exemple'],
    ['a given name', 'cours de piano chez sophie exemple'],
    ['a story', 'bien seule depuis que tout le monde parti sans prevenir personne'],
    ['a word that is none', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['what is not folded', 'Cornemuse'],
    ['signs', '<script>'],
    ['two lines', 'cornemuse\nviole'],
    ['nothing', ''],
  ])('is not %s', (_, words) => expect(mayBeTold(words)).toBe(false));

  it('names only words of the question as missing, in a batch of one format', () => {
    const batch = (question: string, missing: string, format = 'trame-unanswered/1') =>
      UnansweredQuestions.safeParse({ format, questions: [{ question, missing }] }).success;
    expect(batch('cours de cornemuse', 'cornemuse')).toBe(true);
    expect(batch('cours de cornemuse', 'viole')).toBe(false);
    expect(batch('cornemuse', 'cornemuse', 'trame-unanswered/2')).toBe(false);
    expect(UnansweredQuestions.safeParse({ format: 'trame-unanswered/1', questions: [], who: 'x' }).success).toBe(
      false,
    );
  });
});
