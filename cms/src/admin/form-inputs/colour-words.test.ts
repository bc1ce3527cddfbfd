import { expect, test } from 'vitest';
import { colourWords } from './colour-words.ts';

const plain = (typed: string) => {
  const { colour, refusal, sentences } = colourWords(typed);
  return { colour, refusal, said: sentences.map(({ text, good }) => [text.replace(/\u00a0/g, ' '), good]) };
};

test('a colour that reads is said to', () => {
  expect(plain('1D5C4D')).toEqual({
    colour: '#1d5c4d',
    refusal: null,
    said: [
      ['Titres et liens de cette couleur : contraste de 7,3 pour 1, lisible (il en faut 4,5 pour 1).', true],
      ['Texte blanc sur cette couleur : contraste de 7,8 pour 1, lisible.', true],
    ],
  });
});

test('one that does not is told what becomes of it', () => {
  const { said } = plain('#ffd500');
  expect(said[0]).toEqual([
    expect.stringMatching(/^Titres et liens .* 1,3 pour 1, trop faible .* Le site la fonce en #[0-9a-f]{6}\.$/),
    false,
  ]);
  expect(said[1]).toEqual([expect.stringContaining('Texte noir sur cette couleur'), true]);
  // Neither black nor white reads well enough on it.
  expect(plain('#757575').said[1]?.[1]).toBe(true);
});

test('what is no colour says how one is written; nothing says nothing', () => {
  expect(plain('rouge').refusal).toMatch(/un dièse et six chiffres/);
  expect(plain(' ')).toEqual({ colour: null, refusal: null, said: [] });
});
