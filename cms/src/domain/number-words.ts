/** Numbers that are written out in French, as a telephone number is dictated: « zéro six, trente-neuf, quatre-vingt-dix-huit ». */

const VALUES: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};

const SEPARATOR = '[\\s\\u2010-\\u2014-]{1,3}';
const words = (least: number, most: number): string =>
  Object.entries(VALUES)
    .filter(([, value]) => value >= least && value <= most)
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace('quatre|', `quatre(?!${SEPARATOR}vingt)|`);
const after = (least: number, most: number): string => `(?:${SEPARATOR}(?:et${SEPARATOR})?(?:${words(least, most)}))?`;
const TO_SIXTEEN = `dix${SEPARATOR}(?:sept|huit|neuf)|${words(1, 16)}`;

/** One number from 0 to 99, or a pair that begins with a zero, in a text without accents and capitals. Longer readings first. */
const NUMBER = new RegExp(
  `(?<![a-z])(?:${[
    `zero${SEPARATOR}(?:${words(0, 9)})`,
    `(?:quatre${SEPARATOR}vingts?|soixante)(?:${SEPARATOR}(?:et${SEPARATOR})?(?:${TO_SIXTEEN}))?`,
    `(?:${words(20, 90)})${after(1, 9)}`,
    TO_SIXTEEN,
    'zero',
  ].join('|')})(?![a-z])`,
  'g',
);

const ANY_WORD = `(?:z[ée]ro|${Object.keys(VALUES).join('|')})`;
const NO_WORD = '[^\\da-zé]{1,8}';
/** A part of a number that is dictated: a word, or figures between words. */
const PART = `(?:\\d{1,3}|${ANY_WORD})`;
const IN_A_ROW = new RegExp(`(?<![a-zé\\d])${PART}(?:${NO_WORD}${PART}){2,}(?![a-zé\\d])`, 'gi');
const ZERO = /z[ée]ro/i;
/** Sought from the figures: there are few of them. */
const BESIDE_FIGURES = new RegExp(
  `\\d(?:${NO_WORD}${ANY_WORD}(?![a-zé])|(?<=(?<![a-zé])${ANY_WORD}${NO_WORD}\\d))`,
  'i',
);

/**
 * Whether three parts of a number stand in a row in a text as it was typed, words among them: « 06 39, quatre-vingt-dix-huit ».
 * A French number in words has a « zéro »; one that is half in words has figures.
 * @param hasFigures whether the text holds enough of them to be half of a number
 */
export function hasNumberWords(text: string, hasFigures: boolean): boolean {
  if (!ZERO.test(text) && !(hasFigures && BESIDE_FIGURES.test(text))) return false;
  for (const [row] of text.matchAll(IN_A_ROW)) if (/[a-z]/i.test(row)) return true;
  return false;
}

/** @param said one match of `NUMBER` @returns its digits: `quatre-vingt-dix-huit` is 98, `zero six` is 06 */
function digitsOf(said: string): string {
  const values = (said.match(/[a-z]+/g) ?? []).filter((word) => word !== 'et').map((word) => VALUES[word] ?? 0);
  const [first = 0, second] = values;
  if (first === 0 && second !== undefined) return `0${second}`;
  const isFourScore = first === 4 && second === 20;
  return String(values.reduce((sum, value) => sum + value, isFourScore ? 56 : 0));
}

/** How numbers in words are found in a text without accents and capitals, and what each is in digits. */
export const numberWords: readonly [pattern: RegExp, instead: (said: string) => string] = [NUMBER, digitsOf];
