/**
 * How long the printed texts of an entry may be. The admin counts towards these while an editor types, and the booklet
 * shortens what is longer, and says so: one number decides both.
 */

/** Letters, as readers see them, of a summary. Six entries stand on an A5 page when summaries keep to it. */
export const PRINTED_SUMMARY_LENGTH = 400;

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Each a letter of its own: Latin ones with their accents, and signs of print. A booklet of a thousand entries asks for ten thousand lengths. */
const ONE_BY_ONE = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u202f\u20ac]*$/;

/** Letters of a text as a reader counts them: an accent or an emoji is one, spaces at the ends are none. */
export function printedLength(text: string): number {
  const whole = text.trim();
  return ONE_BY_ONE.test(whole) ? whole.length : [...letters.segment(whole)].length;
}

const ELLIPSIS = '…';
/** What no text may end with before an ellipsis: the spaces, and the punctuation of a sentence that goes on. */
const DANGLING = /[\s\p{Pd}\p{Ps}\p{Pi},;:.!?…/&’']+$/u;

/**
 * The text as the booklet prints it: whole when it fits, else its first whole words and an ellipsis, which counts as a
 * letter. Only a single word that is longer than the limit is cut inside.
 * @param limit letters
 */
export function shortenedForPrint(text: string, limit = PRINTED_SUMMARY_LENGTH): string {
  const whole = text.trim();
  const segments = [...letters.segment(whole)];
  if (segments.length <= limit) return whole;
  const kept = segments.slice(0, limit).map(({ segment }) => segment);
  // The ellipsis takes the room of the last one; a word that ends just before it is whole.
  const last = kept.findLastIndex((segment) => /^\s+$/u.test(segment));
  const words = kept
    .slice(0, last > 0 ? last : limit - 1)
    .join('')
    .replace(DANGLING, '');
  return `${words}${ELLIPSIS}`;
}
