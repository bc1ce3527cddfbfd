/** What somebody types into the search, read as what it is: words, a number, an address. */
import { digitsOf, foldAddress, wordsOf } from './words.ts';

export type Term =
  | { readonly kind: 'word'; readonly word: string }
  /** `parts` are what it is when it is no number: « 2026 12 » may be a year and a day. */
  | { readonly kind: 'number'; readonly digits: string; readonly parts: readonly string[] }
  | { readonly kind: 'address'; readonly text: string };

/** Fewer digits are an age, a day, a number of a street. */
export const LEAST_DIGITS = 4;

/** What a telephone number, an RNA or a SIRET may be written with. */
const NUMBER = /(?:\+|(?<![\p{L}\p{N}]))\(?\d(?:[\d\s.\-()/\u00a0\u202f]*\d)?(?![\p{L}\p{N}])/gu;

/** They tell nothing apart, and somebody who asks from memory puts others. */
const LITTLE = new Set('a au aux d de des du en et l la le les ou par pour sur un une'.split(' '));

/** More is a text that was pasted by mistake. */
const MOST_TERMS = 12;

/** Reads a question. Empty when nothing in it can be looked for. */
export function readQuestion(question: string): Term[] {
  const addresses: Term[] = [];
  const numbers: Term[] = [];
  const rest = question
    .slice(0, 200)
    .replace(/[^\s<>"]*@[^\s<>",;]*/g, (address) => {
      if (address.length > 1) addresses.push({ kind: 'address', text: foldAddress(address) });
      return ' ';
    })
    .replace(NUMBER, (number) => {
      const digits = digitsOf(number);
      if (digits.length < LEAST_DIGITS) return number;
      numbers.push({ kind: 'number', digits, parts: wordsOf(number) });
      return ' ';
    });
  const words = [...new Set(wordsOf(rest))];
  const telling = words.filter((word) => !LITTLE.has(word));
  // « La » alone is all that there is to go by.
  const kept = telling.length > 0 || addresses.length + numbers.length > 0 ? telling : words;
  return [...addresses, ...numbers, ...kept.map((word): Term => ({ kind: 'word', word }))].slice(0, MOST_TERMS);
}
