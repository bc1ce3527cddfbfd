import { plain } from './distinctive.ts';

/** Looks for many pieces at once, in the time that reading the text takes. */
export interface PieceFinder {
  /** Those of the pieces that stand in a text, on borders of words. */
  find(text: string): ReadonlySet<string>;
}

/** Pieces that go on with the same word; `whole` is the one that ends here. */
interface Branch {
  readonly next: Map<string, Branch>;
  whole: string | null;
}

const branch = (): Branch => ({ next: new Map(), whole: null });

/** @param pieces in plain spelling (`distinctive.ts`) */
export function createPieceFinder(pieces: Iterable<string>): PieceFinder {
  const root = branch();
  for (const piece of pieces) {
    let at = root;
    for (const word of piece.split(' ')) {
      let next = at.next.get(word);
      if (!next) at.next.set(word, (next = branch()));
      at = next;
    }
    at.whole = piece;
  }
  return {
    find(text) {
      const found = new Set<string>();
      // Words in an array: looking for the next space in one long string of signs of two bytes takes minutes for a program.
      const words = plain(text).split(' ');
      for (let begin = 0; begin < words.length; begin++) {
        let at = root.next.get(words[begin] as string);
        for (let end = begin + 1; at; end++) {
          if (at.whole !== null) found.add(at.whole);
          at = at.next.get(words[end] as string);
        }
      }
      return found;
    },
  };
}
