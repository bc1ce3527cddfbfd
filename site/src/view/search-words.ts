/**
 * One rule for words, on both sides: the text that is indexed and the question of a visitor go through the same function,
 * so that "amitié" finds « l’amitié » and "coeur" finds « cœur ». Pagefind folds accents and takes off French endings by
 * itself; it neither separates a word from a typographic apostrophe nor opens a ligature.
 */

/** Carried by every text and every question, never what a visitor looks for. */
const EMPTY_WORDS = new Set(
  (
    'le la les un une des du de au aux et ou en par pour avec dans sur chez ce cet cette ces qui que est sont ' +
    'mon ma mes ton ta tes notre nos votre vos leur leurs je tu il elle on nous vous ils elles se ne pas'
  ).split(' '),
);

const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|presqu)['’ʼ](?=[\p{L}\p{N}])/gu;
const DOTTED_ACRONYM = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;
export const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

export function lowered(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll('.', ''))
    .replace(ELISION, ' ');
}

/** Is it more than one of the words that every text and every question carries? @param word lower case */
export const carriesMeaning = (word: string): boolean => (word.length > 1 || /\d/.test(word)) && !EMPTY_WORDS.has(word);

/** Words of a question, in order. A hyphen separates: "saint-savin" asks for both words. */
export function questionWords(question: string): string[] {
  return lowered(question).replaceAll('-', ' ').match(WORD)?.filter(carriesMeaning) ?? [];
}

/** Words of a text to index, in order. A hyphenated word stands as its parts and joined: "hip hop", "hip-hop" and "hiphop" all find it. */
export const indexedWords = (text: string): string[] => (lowered(text).match(WORD) ?? []).flatMap(indexedWord);

/** As `indexedWords`, of one word. */
export function indexedWord(word: string): string[] {
  if (word.includes('-')) return [...word.split('-').filter(carriesMeaning), word.replaceAll('-', '')];
  return carriesMeaning(word) ? [word] : [];
}
