/** Of a question that was answered, what may be told of it: the words that are left to look for, and those that nobody answered. */
import { foldedWords, isTellable, type UnansweredQuestion } from '@trame/cms/domain/unanswered-questions';
import type { Answered } from '../worker/protocol.ts';
import { isTelling } from '../understand/understand.ts';

/** Between two words of what is looked for they belong to it: "maison de retraite". */
const JOINING = new Set('de d du des la le les l en au aux a et'.split(' '));

/** What is needed of an answer. */
export type Heard = Pick<Answered, 'q' | 'words' | 'left' | 'absent'>;

/**
 * @returns null when every word was answered, and for what may be somebody's. Ages, places, days and whom it is for are never told
 */
export function unansweredOf({ q, words, left, absent }: Heard): UnansweredQuestion | null {
  if (absent.length === 0 || namesSomebody({ q, words, left })) return null;
  const missing = foldedWords(absent.join(' '));
  const isMissing = new Set(missing.split(' '));
  // A phrase may hold a word that a criterion took: "maison de retraite".
  const telling = words.flatMap((word, rank) =>
    isTelling(word) && (left.includes(rank) || isMissing.has(word.text)) ? [rank] : [],
  );
  const [first, last] = [telling[0], telling.at(-1)];
  if (first === undefined || last === undefined) return null;
  const question = words
    .filter((word, rank) => rank >= first && rank <= last && (telling.includes(rank) || JOINING.has(word.text)))
    .map(({ text }) => text)
    .join(' ');
  const told = { question, missing };
  return isTellable(told) ? told : null;
}

/** A capital inside a question that is not written in capitals begins a name. */
function namesSomebody({ q, words, left }: Omit<Heard, 'absent'>): boolean {
  if (q === q.toUpperCase()) return false;
  return left.some((rank) => {
    const word = words[rank]!;
    const typed = q.slice(word.start, word.end).replace(/^.*['’ʼ`´]\s?/u, '');
    // "AMAP" is what it is called, "Amap" at the beginning what a phone makes of it.
    return rank > 0 && /^\p{Lu}\p{Ll}/u.test(typed);
  });
}
