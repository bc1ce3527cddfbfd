/** Words of the index as they are written, against which a typing error is forgiven: read only when a word is not known. */
import { folded } from '../question.ts';
import { stem } from '../stem.ts';

export const WORD_LIST_FILE = 'orthographe.json';
export const WORD_LIST_VERSION = 1;

export interface WordListFile {
  readonly version: number;
  /** Each word once, in alphabetical order of its letters without accents, front-coded: how many letters of the word before it
   * begins with, as one digit of base 36, then the rest. */
  readonly words: string;
}

const SHORTEST = 3;
const MOST_SHARED = 35;

/** @param written words, lower case, with repetitions: of several spellings of the same letters the commonest stays */
export function wordListFile(written: readonly string[]): WordListFile {
  const spellings = new Map<string, Map<string, number>>();
  for (const word of written) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    const key = folded(word);
    const counts = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  let before = '';
  const words = [...spellings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, counts]) => [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0])
    .map((word) => {
      let shared = 0;
      while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared += 1;
      before = word;
      return shared.toString(36) + word.slice(shared);
    });
  return { version: WORD_LIST_VERSION, words: words.join(' ') };
}

/** Words that are no slip, whether the directory holds them or not; read with the others. */
export const COMMON_FILE = 'mots-courants.json';

export interface CommonFile {
  readonly version: number;
  /** Stems, one space between two. */
  readonly stems: string;
}

export const commonFile = (words: readonly string[]): CommonFile => ({
  version: WORD_LIST_VERSION,
  stems: [...new Set(words.map((word) => stem(folded(word))))].sort().join(' '),
});

/** @throws {Error} when the file is of another version */
export function readCommon(file: unknown): ReadonlySet<string> {
  const { version, stems } = (file ?? {}) as Partial<CommonFile>;
  if (version !== WORD_LIST_VERSION || stems === undefined)
    throw new Error('The common words of the search are of another version');
  return new Set(stems.split(' '));
}

/** @throws {Error} when the file is of another version */
export function readWordList(file: unknown): string[] {
  const { version, words } = (file ?? {}) as Partial<WordListFile>;
  if (version !== WORD_LIST_VERSION || words === undefined)
    throw new Error('The word list of the search is of another version');
  let before = '';
  return words
    .split(' ')
    .map((coded) => (before = before.slice(0, Number.parseInt(coded[0] ?? '0', 36)) + coded.slice(1)));
}
