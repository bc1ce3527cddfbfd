import { describe, expect, it } from 'vitest';
import { PRINTED_SUMMARY_LENGTH } from '../../domain/print-length.ts';
import { printedTextWords } from './printed-text-words.ts';

const say = (text: string) => {
  const { count, ...rest } = printedTextWords(text);
  return { count: count.replace(/\u00a0/g, ' '), ...rest };
};

describe('words under a printed text', () => {
  it('says that a text fits', () => {
    expect(say('a'.repeat(312))).toEqual({
      count: '312 / 400 — tient dans le livret',
      tooLong: false,
      advice: null,
      printed: null,
    });
    expect(say('a'.repeat(PRINTED_SUMMARY_LENGTH)).tooLong).toBe(false);
  });

  it('says no more than the room there is of an empty text', () => {
    expect(say(' ').count).toBe('0 / 400');
  });

  it('says by how much a text is too long, and what would remain of it', () => {
    const text = `${'mot '.repeat(100)}fin.`;
    expect(say(text)).toMatchObject({ count: '404 / 400 — 4 lettres de trop pour le livret', tooLong: true });
    expect(say(text).printed).toBe(`${'mot '.repeat(100).trim()}…`);
    expect(say(text).advice).toContain('raccourcira');
    expect(say('a'.repeat(401)).count).toBe('401 / 400 — 1 lettre de trop pour le livret');
  });
});
