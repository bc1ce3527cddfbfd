/** Two versions of a field line by line, and word by word within a line. Pure: the page only draws it. */
import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words: in both versions, only in the old one, or only in the new one. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'removed' | 'added';
}

/** One line of a field; null on the side where it does not stand. */
export interface ComparedLine {
  readonly before: readonly Piece[] | null;
  readonly after: readonly Piece[] | null;
  /** The same words, at another place in the list: the order of themes and activities says something too. */
  readonly moved: boolean;
}

const whole = (text: string, kind: Piece['kind']): Piece[] => [{ text, kind }];

const wordsOf = (line: string): Set<string> => new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** How alike two lines are, from 0 to 1: the share of words that both hold. */
function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size);
}

/** Below, two lines have nothing to do with each other, and word by word would only confuse. */
const SAME_LINE_FROM = 0.34;

/** One line against its new version: what left on the old side, what came on the new one. */
function compareLine(before: string, after: string): ComparedLine {
  if (before === after) return { before: whole(before, 'same'), after: whole(after, 'same'), moved: true };
  const pieces = diffWordsWithSpace(before, after).map(({ value, added, removed }): Piece => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
  const kept = lettersIn(pieces.filter(({ kind }) => kind === 'same'));
  if (kept < REWRITTEN_BELOW * Math.max(before.length, after.length)) {
    return { before: whole(before, 'removed'), after: whole(after, 'added'), moved: false };
  }
  return {
    before: joined(pieces.filter(({ kind }) => kind !== 'added')),
    after: joined(pieces.filter(({ kind }) => kind !== 'removed')),
    moved: false,
  };
}

/** A text of which less than this share of letters stayed was written anew: its few common words would only distract. */
const REWRITTEN_BELOW = 0.2;

const lettersIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/** Changed words that only a space parts are one change, marked as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((done, piece, rank) => {
    const last = done.at(-1);
    const follows = pieces[rank + 1];
    const bridges =
      last !== undefined && last.kind !== 'same' && follows?.kind === last.kind && /^\s+$/.test(piece.text);
    const kind = bridges ? last.kind : piece.kind;
    if (last?.kind !== kind) return [...done, { text: piece.text, kind }];
    return [...done.slice(0, -1), { text: last.text + piece.text, kind }];
  }, []);
}

/** The lines that left with the lines that came, each new one beside the old one that it most resembles. */
function pairLines(left: readonly string[], came: readonly string[]): Map<number, number> {
  const candidates = left
    .flatMap((before, from) => came.map((after, to) => ({ from, to, likeness: likeness(before, after) })))
    .filter((pair) => pair.likeness >= SAME_LINE_FROM)
    .sort((a, b) => b.likeness - a.likeness || a.from - b.from || a.to - b.to);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates) {
    if (taken.has(from) || pairs.has(to)) continue;
    taken.add(from);
    pairs.set(to, from);
  }
  // A field of one line each is one text that was rewritten, however little is left of it.
  if (left.length === 1 && came.length === 1) pairs.set(0, 0);
  return pairs;
}

/**
 * Both versions of a field side by side. Lines keep the order of the new version; a line that left stands where it was.
 * Everything of `before` and of `after` stands in the result exactly once.
 */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const runs = diffArrays([...before], [...after]);
  const left = runs.flatMap(({ removed, value }) => (removed ? value : []));
  const came = runs.flatMap(({ added, value }) => (added ? value : []));
  const pairs = pairLines(left, came);
  const paired = new Set(pairs.values());

  let fromLeft = 0;
  let fromCame = 0;
  return runs.flatMap(({ added, removed, value }) =>
    value.flatMap((line): ComparedLine[] => {
      if (removed) {
        return paired.has(fromLeft++) ? [] : [{ before: whole(line, 'removed'), after: null, moved: false }];
      }
      if (added) {
        const old = pairs.get(fromCame++);
        const former = old === undefined ? undefined : left[old];
        return former === undefined
          ? [{ before: null, after: whole(line, 'added'), moved: false }]
          : [compareLine(former, line)];
      }
      return [{ before: whole(line, 'same'), after: whole(line, 'same'), moved: false }];
    }),
  );
}
