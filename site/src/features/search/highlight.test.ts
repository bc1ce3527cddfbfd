import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (text: string, asked: readonly string[]): string =>
  highlight(text, asked)
    .map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
    .join('');

describe('words that answer are marked', () => {
  it.each([
    ['Danse et danses', ['dans'], '[Danse] et [danses]'],
    ['L’amitié, au Foyer', ['amiti'], 'L’[amitié], au Foyer'],
    ['Handball', ['hand'], 'Handball'],
    ['Rien', [], 'Rien'],
  ] as const)('%s for %j', (text, asked, expected) => expect(marked(text, asked)).toBe(expected));
});
