import { describe, expect, it } from 'vitest';
import { linesOf, parseLines } from './lines.ts';

describe('a list written one below the other', () => {
  it('is each once, however it was typed', () => {
    expect(parseLines(' footing, Jogging;\n\n  course   à pied \nFOOTING\njoggíng\n - \n')).toEqual({
      ok: true,
      value: 'footing\nJogging\ncourse à pied',
    });
  });

  it('is nothing when it says nothing', () => {
    expect(parseLines(' ,;\n–')).toEqual({ ok: true, value: '' });
    expect(linesOf('')).toEqual([]);
  });

  it('is refused past what a resident’s question can be compared with, with what to do', () => {
    expect(parseLines(Array.from({ length: 61 }, (_, rank) => `mot ${rank}`).join('\n'))).toMatchObject({
      ok: false,
      message: expect.stringContaining('61 lignes, pour 60 au plus') as string,
    });
    expect(parseLines('a'.repeat(61))).toMatchObject({
      ok: false,
      message: expect.stringContaining('60 caractères au plus') as string,
    });
    expect(parseLines('a'.repeat(60))).toEqual({ ok: true, value: 'a'.repeat(60) });
  });

  it('reads what it wrote', () => {
    const written = parseLines('un, deux');
    expect(written.ok && linesOf(written.value)).toEqual(['un', 'deux']);
  });
});
