/** What of a text can be recognised elsewhere as nothing else: its pieces, in one spelling. */

/** Words of a piece: a page that shows the half of a note shows one of its pieces whole. */
const PIECE_WORDS = 8;
/** Of one text; what a longer one says first is enough to know it by. */
const MOST_PIECES = 12;
/** Two words and more say something of their own from this length on. */
const SHORTEST_WORDS = 12;
/** One word does when it has figures: a key, an address of one sign, a number. */
const SHORTEST_KEY = 8;

/** A day, an instant, a name of the program, a key of a row: each stands in many places for many reasons. */
const NOBODYS = [
  /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/,
  /^(?:api|plugin|admin)::[\w.-]+$/,
  /^[a-z\d]{24}$/,
  /^#[\da-f]{3,8}$/i,
  /^v?\d+(?:\.\d+){1,2}$/,
];
const POINT = /^-?\d{1,3}\.\d{4,}$/;

/** Small letters, figures and single spaces: signs between words differ from one output to the next. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Pieces of a text by which it would be recognised, in plain spelling; none for a word that everybody uses. */
export function piecesOf(text: string): readonly string[] {
  const value = text.trim();
  if (POINT.test(value)) return [plain(value)];
  if (NOBODYS.some((pattern) => pattern.test(value))) return [];
  const words = plain(value).split(' ');
  const pieces: string[] = [];
  for (let from = 0; from < words.length && pieces.length < MOST_PIECES; from += PIECE_WORDS)
    pieces.push(words.slice(from, from + PIECE_WORDS).join(' '));
  return pieces.filter((piece) =>
    piece.includes(' ') ? piece.length >= SHORTEST_WORDS : piece.length >= SHORTEST_KEY && /\d/.test(piece),
  );
}
