/** Showing which words of a result answer. */
import { withoutAccents } from '@trame/cms/domain/french';

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const folded = (text: string): string => withoutAccents(text).toLowerCase();

/**
 * Cuts a text at the words that answer. A word answers when it begins like one that is asked, endings aside ("chevaux" for
 * "cheval"): close to what the index matches, without its dictionary of endings.
 * @param asked words of the question, from `questionWords`
 */
export function highlight(text: string, asked: readonly string[]): Piece[] {
  const beginnings = asked.map((word) => stem(folded(word)));
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    const word = folded(match[0]);
    if (!beginnings.some((beginning) => word.startsWith(beginning))) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), found: false });
    pieces.push({ text: match[0], found: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}

function stem(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:aux|eaux|al|s|x|e|es)$/, '');
}
