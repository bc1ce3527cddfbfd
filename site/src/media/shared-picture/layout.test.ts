import { describe, expect, it } from 'vitest';
import { fitTitle } from './layout.ts';

/** Each letter half an em wide. */
const measure = {
  widthOf: (text: string) => Array.from(text).length / 2,
  width: 400,
  steps: [
    { size: 80, lines: 2 },
    { size: 40, lines: 3 },
  ],
};

describe('fitTitle', () => {
  it('takes the largest size at which everything fits', () => {
    expect(fitTitle('Judo club', measure)).toEqual({ lines: ['Judo club'], size: 80 });
    expect(fitTitle('Judo club de la vallée', measure)).toEqual({ lines: ['Judo club de la', 'vallée'], size: 40 });
  });

  it('takes a smaller one for a long word, and cuts what fits at none', () => {
    expect(fitTitle('Radioamateurs', measure)).toEqual({ lines: ['Radioamateurs'], size: 40 });
    const { lines, size } = fitTitle('a'.repeat(300), measure);
    expect([lines, size]).toEqual([[`${'a'.repeat(19)}…`], 40]);
    const long = fitTitle(Array.from({ length: 40 }, () => 'mot').join(' '), measure);
    expect(long.lines).toHaveLength(3);
    expect(long.lines.at(-1)).toMatch(/mot…$/);
    expect(long.lines.every((line) => measure.widthOf(line) * long.size <= measure.width)).toBe(true);
  });

  it('has nothing to say of an empty title', () => {
    expect(fitTitle(' ', measure)).toEqual({ lines: [], size: 80 });
  });
});
