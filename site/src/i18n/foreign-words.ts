/** Words in the languages that a page or a browser was taught: a build without them holds none. */
import type { ForeignLanguage } from './language.ts';
import type { FlatWords } from './words.ts';

const taught = new Map<ForeignLanguage, FlatWords>();

/** @param words by path, as `readWords` reads a file */
export function teach(language: ForeignLanguage, words: FlatWords): void {
  taught.set(language, words);
}

/** A word, or undefined where it is not said in that language: it is then said in French, and marked as French. */
export const foreignWord = (language: ForeignLanguage, key: string): ReturnType<FlatWords['get']> =>
  taught.get(language)?.get(key);

/** Every word that was taught of a language. */
export const wordsOf = (language: ForeignLanguage): FlatWords => taught.get(language) ?? new Map();
