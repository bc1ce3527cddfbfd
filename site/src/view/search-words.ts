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
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

function lowered(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll('.', ''))
    .replace(ELISION, ' ');
}

const carriesMeaning = (word: string): boolean => (word.length > 1 || /\d/.test(word)) && !EMPTY_WORDS.has(word);

/** Words of a question, in order. A hyphen separates: "saint-savin" asks for both words. */
export function questionWords(question: string): string[] {
  return lowered(question).replaceAll('-', ' ').match(WORD)?.filter(carriesMeaning) ?? [];
}

/** Words of a text to index, in order. A hyphenated word stands as its parts and joined: "hip hop", "hip-hop" and "hiphop" all find it. */
export const indexedWords = (text: string): string[] => (lowered(text).match(WORD) ?? []).flatMap(indexedWord);

function indexedWord(word: string): string[] {
  if (word.includes('-')) return [...word.split('-').filter(carriesMeaning), word.replaceAll('-', '')];
  return carriesMeaning(word) ? [word] : [];
}

/** What may part the digits of one number. A sign that is no word stands for anything else, or the words would make numbers of their own. */
const PART_OF_NUMBER = /^[ \u00a0\u202f.\-/_–]{0,3}$/;
export const APART = '|';

/**
 * The words of several texts as one text, to be indexed. Without their signs « 06/12, 13/12 et 20/12 », or the items of a list,
 * would read as a telephone number to whoever looks for one: what parted two numbers still does.
 */
export function indexedText(texts: readonly string[]): string {
  const said: string[] = [];
  let last = '';
  for (const text of texts) {
    let from = 0;
    const words = lowered(text);
    for (const { index, 0: word } of words.matchAll(WORD)) {
      const parts = indexedWord(word);
      if (parts.length === 0) continue; // it parts what stands on both sides like a sign
      const between = from === 0 ? '\n' : words.slice(from, index);
      if (/\d$/.test(last) && /^\d/.test(word) && !PART_OF_NUMBER.test(between)) said.push(APART);
      said.push(...parts);
      [from, last] = [index + word.length, word];
    }
  }
  return said.join(' ');
}
