/**
 * What the site says and what somebody wrote, told apart in one text. In a page of another language every word of the frame is put
 * between two marks, and what fills its blanks between two others: all that stands outside is what an editor or an association
 * wrote, and is French. So nobody has to remember to mark it as French, and what is not translated is marked by itself. The marks
 * (characters for private use, which no keyboard makes) leave the page before anybody reads it (`languages/mark-french.ts`).
 */
const FRAME = '\uf8d0';
const WRITTEN = '\uf8d1';
const END = '\uf8d2';
const MARKS = /[\uf8d0-\uf8d2]/g;

/** A text of the frame. */
export const framed = (text: string): string => `${FRAME}${text}${END}`;
/** What somebody wrote, inside a text of the frame. */
export const written = (text: string): string => `${WRITTEN}${text}${END}`;

/** A sentence of the frame with its `{blanks}`, whatever fills them being what somebody wrote. */
export const framedSentence = (sentence: string): string =>
  framed(sentence.replace(/\{\w+\}/g, (blank) => written(blank)));

export const hasMarks = (text: string): boolean => text.includes(FRAME) || text.includes(WRITTEN) || text.includes(END);
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

/** A piece of a text that one of them says. */
export interface Run {
  readonly isFrame: boolean;
  readonly text: string;
}

const PIECE = /[\uf8d0-\uf8d2]|[^\uf8d0-\uf8d2]+/g;

/** Which marks are open. One that ends nothing is passed over: what somebody wrote may hold any character. */
class OpenMarks {
  readonly #open: boolean[] = [];

  get inFrame(): boolean {
    return this.#open.at(-1) ?? false;
  }

  /** @returns whether the piece is a mark */
  take(piece: string): boolean {
    if (piece === END) this.#open.pop();
    else if (piece === FRAME || piece === WRITTEN) this.#open.push(piece === FRAME);
    else return false;
    return true;
  }
}

/**
 * Reads a page piece by piece, in its order. A mark opens in one piece and may end in a later one: a sentence may have been cut in
 * two.
 */
export class RunReader {
  readonly #marks = new OpenMarks();

  runs(text: string): Run[] {
    const found: Run[] = [];
    for (const [piece] of text.matchAll(PIECE))
      if (!this.#marks.take(piece)) found.push({ isFrame: this.#marks.inFrame, text: piece });
    return found;
  }
}

/** The pieces of one text. */
export const runsOf = (text: string): Run[] => new RunReader().runs(text);

/** Changes only what is French: French typography has no place in another language. */
export function inFrenchOnly(text: string, change: (text: string) => string): string {
  if (!hasMarks(text)) return change(text);
  const marks = new OpenMarks();
  return text.replace(PIECE, (piece) => (marks.take(piece) || marks.inFrame ? piece : change(piece)));
}

const FIRST_LETTER = /^([\uf8d0-\uf8d2]*)(.)/su;
/** A text with its first letter in upper or lower case, wherever its marks stand. */
export const upperFirst = (text: string): string =>
  text.replace(FIRST_LETTER, (_whole, marks: string, letter: string) => marks + letter.toLocaleUpperCase());
export const lowerFirst = (text: string): string =>
  text.replace(FIRST_LETTER, (_whole, marks: string, letter: string) => marks + letter.toLocaleLowerCase());

/** The first letter alone: in Arabic without the article, which all would share. */
export function initialOf(text: string): string {
  const letters = [...withoutMarks(text).replace(/^ال/u, '')];
  const initial = (letters[0] ?? '').toLocaleUpperCase();
  return hasMarks(text) ? framed(initial) : initial;
}
