import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const found = (text: string, ...asked: string[]) =>
  highlight(text, asked)
    .filter((piece) => piece.found)
    .map(({ text }) => text);

describe('words that answer', () => {
  it('are marked whatever their accents, ligatures and endings', () => {
    expect(found('Le Chœur de l’Amitié', 'choeur', 'amitie')).toEqual(['Chœur', 'Amitié']);
    expect(found('Randonnées à cheval', 'randonnée', 'chevaux')).toEqual(['Randonnées', 'cheval']);
    expect(found('Sa danse', 'sa')).toEqual(['Sa']);
    expect(found('Judo', 'karaté')).toEqual([]);
  });

  it('leave the text whole', () => {
    const text = 'Judo, jujitsu et « judo » : 3 fois.';
    expect(
      highlight(text, ['judo'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(highlight('', ['judo'])).toEqual([]);
  });
});
