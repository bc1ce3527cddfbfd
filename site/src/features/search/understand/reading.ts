/** A question being read: each reader takes the words that it understands, and the next ones see the rest. */
import type { QuestionWord } from '../question.ts';
import { smallTalk } from './small-talk.ts';
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
  /** Ranks of words that are not meant, whatever stands beside them. */
  readonly aside = new Set<number>();

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

  /**
   * Leaves words aside that say nothing.
   * @param also are they no part of a phrase either?
   */
  skip(pattern: string, also: 'alone' | 'everywhere' = 'alone'): void {
    for (const match of this.plain.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))) {
      const from = this.starts.indexOf(match.index);
      const to = this.starts.findLastIndex((start) => start < match.index + match[0].length);
      if (from === -1) continue;
      this.drop(from, to);
      if (also === 'everywhere') this.setAside(from, to);
    }
  }

  /**
   * Leaves aside what stands before a match behind which nothing is left to look for; what was understood of it stays.
   */
  skipBefore(pattern: string): void {
    const match = new RegExp(`(?<= )(?:${pattern})(?= )`).exec(this.plain);
    if (match === null) return;
    const from = this.starts.indexOf(match.index);
    const to = this.starts.findLastIndex((start) => start < match.index + match[0].length);
    const isLast = this.words.every(({ text }, rank) => rank <= to || this.taken[rank] === true || smallTalk.has(text));
    if (from <= 0 || !isLast) return;
    this.drop(0, to);
    this.setAside(0, to);
  }

  /** Do these words stand somewhere? */
  says(pattern: string): boolean {
    return new RegExp(` (?:${pattern}) `).test(this.plain);
  }

  has(kind: Piece['kind']): boolean {
    return this.found.some(({ piece }) => piece.kind === kind);
  }

  /** Ranks of the words that nobody took. */
  get left(): number[] {
    return this.words.flatMap((_, rank) => (this.taken[rank] ? [] : [rank]));
  }

  private setAside(from: number, to: number): void {
    for (let rank = from; rank <= to; rank += 1) this.aside.add(rank);
  }

  private drop(from: number, to: number): void {
    this.taken.fill(true, from, to + 1);
  }
}
