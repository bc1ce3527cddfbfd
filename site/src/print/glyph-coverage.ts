import { openSync } from 'fontkit';
import { coveringFontPaths } from './fonts.ts';

/** Does one of the booklet's typefaces have a glyph for this code point? */
export type Covers = (codePoint: number) => boolean;

/**
 * Reads the character maps of the bundled typefaces. A character without a glyph would print as an empty box, and PDF/UA
 * refuses the whole file for it: the text is checked before it is set (`safe-text.ts`).
 */
export function readCoverage(): Covers {
  const covered = new Set<number>();
  for (const path of coveringFontPaths()) {
    const font = openSync(path);
    if (!('characterSet' in font)) throw new Error(`Not a single font: ${path}`);
    for (const codePoint of font.characterSet) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
}
