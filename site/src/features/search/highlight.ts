/** Showing which words of a result answer. */
import { folded } from './question.ts';
import { stem } from './stem.ts';

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Cuts a text at the words that answer: those of which the stem is asked, as in the index.
 * @param asked stems
 */
export function highlight(text: string, asked: readonly string[]): Piece[] {
  const stems = new Set(asked);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    if (!stems.has(stem(folded(match[0])))) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), found: false });
    pieces.push({ text: match[0], found: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}
