/** A question being read: each reader takes the words that it understands, and the next ones see the rest. */
import type { QuestionWord } from '../question.ts';
import type { Piece, Understood } from './pieces.ts';

/** What a reader makes of a match: nothing, a piece, or a piece whose words still are looked for as words. */
export type Made = Piece | { readonly piece: Piece; readonly keep: true } | null;

export class Reading {
  readonly words: readonly QuestionWord[];
  readonly found: Understood[] = [];
  private readonly plain: string;
  /** Where each word begins in `plain`. */
  private readonly starts: number[] = [];
  private readonly taken: boolean[];

  constructor(words: readonly QuestionWord[]) {
    this.words = words;
    let plain = ' ';
    for (const { text } of words) {
      this.starts.push(plain.length);
      plain += `${text} `;
    }
    this.plain = plain;
    this.taken = words.map(() => false);
  }

  /**
   * Reads every place where whole words match, from left to right; words that were taken before are not read again.
   * @param pattern of words without accents, one space between two; the spaces around are added here
   */
  each(pattern: string, make: (match: RegExpExecArray) => Made): void {
    for (const match of this.plain.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))) {
      const from = this.starts.indexOf(match.index);
      const to = this.starts.findLastIndex((start) => start < match.index + match[0].length);
      if (from === -1 || this.taken.slice(from, to + 1).some(Boolean)) continue;
      const made = make(match);
      if (made === null) continue;
      const keep = 'piece' in made;
      this.found.push({ piece: keep ? made.piece : made, words: [from, to] });
      if (!keep) this.drop(from, to);
    }
  }

  /** Leaves words aside that say nothing. */
  skip(pattern: string): void {
    for (const match of this.plain.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))) {
      const from = this.starts.indexOf(match.index);
      const to = this.starts.findLastIndex((start) => start < match.index + match[0].length);
      if (from !== -1) this.drop(from, to);
    }
  }

  has(kind: Piece['kind']): boolean {
    return this.found.some(({ piece }) => piece.kind === kind);
  }

  /** Ranks of the words that nobody took. */
  get left(): number[] {
    return this.words.flatMap((_, rank) => (this.taken[rank] ? [] : [rank]));
  }

  private drop(from: number, to: number): void {
    this.taken.fill(true, from, to + 1);
  }
}
