import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRINTED_SUMMARY_LENGTH, printedLength, shortenedForPrint } from './print-length.ts';

describe('the length of a printed text', () => {
  it('counts letters as a reader sees them', () => {
    expect(printedLength('')).toBe(0);
    expect(printedLength('  Été  ')).toBe(3);
    expect(printedLength('e\u0301te\u0301')).toBe(3); // accents written apart
    expect(printedLength('👨‍👩‍👧‍👦 ok')).toBe(4);
  });

  it('counts the plain signs of Latin letters and of print as a segmenter does', () => {
    const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });
    for (let code = 0x20; code < 0x2100; code += 1) {
      const text = `a${String.fromCharCode(code)}é${String.fromCharCode(code)}b`;
      expect(printedLength(text), `U+${code.toString(16)}`).toBe([...letters.segment(text)].length);
    }
  });

  it('leaves a text alone that fits', () => {
    const exact = 'a'.repeat(PRINTED_SUMMARY_LENGTH);
    expect(shortenedForPrint(` ${exact} `)).toBe(exact);
    expect(shortenedForPrint('Danse et théâtre.')).toBe('Danse et théâtre.');
  });

  it('keeps whole words, and no punctuation before the ellipsis', () => {
    expect(shortenedForPrint('Danse, théâtre et chant', 8)).toBe('Danse…');
    expect(shortenedForPrint('Danse, théâtre et chant', 15)).toBe('Danse, théâtre…');
    expect(shortenedForPrint('Danse, théâtre et chant', 16)).toBe('Danse, théâtre…');
    expect(shortenedForPrint('Le club (depuis 1950) joue', 9)).toBe('Le club…');
    expect(shortenedForPrint('On joue. Puis on range.', 10)).toBe('On joue…');
  });

  it('cuts inside a word only when there is no other way', () => {
    expect(shortenedForPrint('anticonstitutionnellement', 10)).toBe('anticonst…');
    expect(shortenedForPrint('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2)).toBe('👨‍👩‍👧‍👦…');
  });

  it('never exceeds the limit, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const short = shortenedForPrint(text, limit);
        expect(printedLength(short)).toBeLessThanOrEqual(limit);
        expect(shortenedForPrint(short, limit)).toBe(short);
      }),
    );
  });
});
