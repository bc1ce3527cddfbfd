/**
 * How long the printed texts of an entry may be. The admin counts towards these while an editor types, and the booklet
 * shortens what is longer, and says so: one number decides both.
 */

/** Letters, as readers see them, of a summary. Six entries stand on an A5 page when summaries keep to it. */
export const PRINTED_SUMMARY_LENGTH = 400;

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Letters of a text as a reader counts them: an accent or an emoji is one, spaces at the ends are none. */
export function printedLength(text: string): number {
  return [...letters.segment(text.trim())].length;
}
