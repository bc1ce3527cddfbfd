/** Words of texts as one text, to be indexed: it says no number and no address that the texts do not say. */
import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { indexedWord, lowered, WORD } from './search-words.ts';

/** What may part the digits of one number. A sign that is no word stands for anything else, or the words would make numbers of their own. */
const PART_OF_NUMBER = /^[ \u00a0\u202f.\-/_–]{0,3}$/;
export const APART = '|';

const found = (text: string) => {
  const contacts = noContacts();
  collectContacts(text, contacts);
  return contacts;
};

/** Digits that are written in one piece again after their parts say nothing that somebody looks for: « 2025-2026 ». */
const partsOf = (word: string): string[] => {
  const parts = indexedWord(word);
  return /^[\d-]+$/.test(word) && parts.length > 1 ? parts.slice(0, -1) : parts;
};

/** The words in order. @param mayFollow whether a word of digits may stand right behind another one */
function wordsOf(text: string, mayFollow: (between: string) => boolean): string[] {
  const said: string[] = [];
  let from = 0;
  const words = lowered(text);
  for (const { index, 0: word } of words.matchAll(WORD)) {
    const parts = partsOf(word);
    if (parts.length === 0) continue; // it parts what stands on both sides like a sign
    const between = words.slice(from, index);
    for (const [rank, part] of parts.entries()) {
      const sign = rank === 0 ? between : '-';
      if (/\d$/.test(said.at(-1) ?? '') && /^\d/.test(part) && !mayFollow(sign)) said.push(APART);
      said.push(part);
    }
    from = index + word.length;
  }
  return said;
}

/**
 * Without their signs « 06/12, 13/12 et 20/12 », « 05-12-19-26 » or the items of a list would read as a telephone number to
 * whoever looks for one. What parted two numbers still does, and when that is not enough, every number stands alone.
 */
function indexedOne(text: string): string {
  const words = wordsOf(text, (between) => PART_OF_NUMBER.test(between)).join(' ');
  if (!/\d/.test(words)) return words;
  const [before, after] = [found(text), found(words)];
  const saysMore = [...after.phones].some((phone) => !before.phones.has(phone));
  return saysMore ? wordsOf(text, () => false).join(' ') : words;
}

/** The words of several texts as one text; two texts say nothing together. */
export function indexedText(texts: readonly string[]): string {
  const said: string[] = [];
  for (const text of texts) {
    const words = indexedOne(text);
    if (words === '') continue;
    if (/\d$/.test(said.at(-1) ?? '') && /^\d/.test(words)) said.push(APART);
    said.push(words);
  }
  return said.join(' ');
}
