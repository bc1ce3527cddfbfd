/**
 * Questions in another language of the site: the commonest words of it are read as the French ones that mean the same. One file a
 * language, which only its own pages fetch.
 */
import type { ForeignWords } from '@trame/cms/domain/vocabulary/foreign-words/foreign-words';
import type { SiteLanguage } from '@trame/cms/domain/vocabulary/site-languages';
import { wordsOfQuestion } from '../question.ts';
import { LEXICON_FOLDER } from './lexicon.ts';

export const FOREIGN_VERSION = 1;

/** Words of a language, as they are compared, to French; empty for what says nothing. */
export type InFrench = Readonly<Record<string, string>>;

export interface ForeignFile {
  readonly version: number;
  readonly words: InFrench;
}

/** @param tag BCP 47, of the page */
export const foreignPath = (tag: string): string => `${LEXICON_FOLDER}/langue-${tag}.json`;

/** Words of the longest phrase. */
const LONGEST = 4;

/** The article and the little words that Arabic writes as one with the next word, and letters of which it has several. */
const compared = (word: string): string =>
  word
    .replace(/^(?:وال|بال|كال|لل|ال)(?=\p{L}{2})/u, '')
    .replaceAll(/[أإآٱ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي');

const keyOf = (text: string): string =>
  wordsOfQuestion(text)
    .map((word) => compared(word.text))
    .join(' ');

export function foreignFile(rows: readonly ForeignWords[], language: SiteLanguage): ForeignFile {
  const words: Record<string, string> = {};
  for (const { french, said } of rows) for (const one of said[language]) words[keyOf(one)] ??= french;
  return { version: FOREIGN_VERSION, words };
}

/** @throws {Error} when the file is of another version */
export function readForeign(file: unknown): InFrench {
  const { version, words } = (file ?? {}) as Partial<ForeignFile>;
  if (version !== FOREIGN_VERSION || words === undefined)
    throw new Error('The words of other languages are of another version');
  return words;
}

export interface Translated {
  readonly q: string;
  /** What was read as French, as it was typed; what says nothing is not told. */
  readonly read: readonly { readonly from: string; readonly to: string }[];
}

/** Little words that French has and none of the other languages. */
const FRENCH = new Set('du des les aux pour mon une cours chez avec et pied est dans jeu jeux'.split(' '));

/** Many who read the site in their language ask it in French: "course à pied" is no lesson. */
const isFrench = (question: string): boolean =>
  wordsOfQuestion(question).some(({ text }) => FRENCH.has(text)) || /[èëîïœùû]/iu.test(question);

/** A question in French as far as its words are known; names and what was asked in French stay as they are. */
export function inFrench(question: string, known: InFrench): Translated {
  if (isFrench(question)) return { q: question, read: [] };
  const words = wordsOfQuestion(question);
  const keys = words.map((word) => compared(word.text));
  const said: string[] = [];
  const read: { from: string; to: string }[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(LONGEST, words.length - at);
    const keyAt = (): string => keys.slice(at, at + count).join(' ');
    while (count > 1 && !Object.hasOwn(known, keyAt())) count -= 1;
    const from = question.slice(words[at]!.start, words[at + count - 1]!.end);
    const to = Object.hasOwn(known, keyAt()) ? known[keyAt()]! : from;
    if (to !== '') said.push(to);
    if (to !== '' && to.toLowerCase() !== from.toLowerCase()) read.push({ from, to });
    at += count;
  }
  // Of little words alone nothing would be left.
  return read.length === 0 && said.length === 0 ? { q: question, read } : { q: said.join(' '), read };
}
