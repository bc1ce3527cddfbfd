/** Families of everyday words (`domain/vocabulary/everyday-words`) as they are met in texts and in questions. */
import type { WordFamily } from '@trame/cms/domain/vocabulary/everyday-words/word-family';
import { carriesMeaning } from '../../../view/search-words.ts';
import { wordsOfQuestion } from '../question.ts';
import { smallTalk } from '../understand/small-talk.ts';

export const LEXICON_FILE = 'mots.json';
export const LEXICON_VERSION = 1;

/** What a browser needs of the lexicon. */
export interface LexiconFile {
  readonly version: number;
  /** Label of each family, and the ranks of those that are close. */
  readonly families: readonly (readonly [label: string, near: readonly number[]])[];
  /** Stems of a phrase, joined by spaces, to the ranks of the families that it asks for. */
  readonly asks: Readonly<Record<string, readonly number[]>>;
}

/** @throws {Error} when the file is of another version */
export function readLexicon(file: unknown): LexiconFile {
  const lexicon = (file ?? {}) as Partial<LexiconFile>;
  if (lexicon.version !== LEXICON_VERSION || lexicon.asks === undefined)
    throw new Error('The lexicon of the search is of another version');
  return lexicon as LexiconFile;
}

/** A phrase as it is compared: the stems that carry meaning, small talk kept ("faire du sport"). */
export const phraseKey = (phrase: string): string =>
  wordsOfQuestion(phrase)
    .filter(({ text }) => carriesMeaning(text))
    .map(({ stem }) => stem)
    .join(' ');

/** As `phraseKey`, without small talk; empty when nothing else is said. */
export const tellingKey = (phrase: string): string =>
  wordsOfQuestion(phrase)
    .filter(({ text }) => carriesMeaning(text) && !smallTalk.has(text))
    .map(({ stem }) => stem)
    .join(' ');

export function lexiconFile(families: readonly WordFamily[]): LexiconFile {
  const rank = new Map(families.map(({ id }, at) => [id, at]));
  const asks = new Map<string, Set<number>>();
  families.forEach(({ says, asks: asked }, at) => {
    for (const phrase of [...says, ...asked]) {
      for (const key of new Set([phraseKey(phrase), tellingKey(phrase)])) {
        if (key !== '') asks.set(key, (asks.get(key) ?? new Set()).add(at));
      }
    }
  });
  return {
    version: LEXICON_VERSION,
    families: families.map(({ label, near = [] }) => [label, near.flatMap((id) => rank.get(id) ?? [])]),
    asks: Object.fromEntries([...asks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, at]) => [key, [...at]])),
  };
}

/** Words of the longest phrase that is looked for. */
const LONGEST_PHRASE = 6;

/** Phrases of a sequence of stems that are in a dictionary, the longest first at each place. @returns rank of the first word, count of words, key */
export function phrasesIn(
  stems: readonly string[],
  has: (key: string) => boolean,
): { readonly at: number; readonly count: number; readonly key: string }[] {
  const found = [];
  for (let at = 0; at < stems.length; at += 1) {
    for (let count = Math.min(LONGEST_PHRASE, stems.length - at); count > 0; count -= 1) {
      const key = stems.slice(at, at + count).join(' ');
      if (has(key)) found.push({ at, count, key });
    }
  }
  return found;
}

/** The families of which a text tells, by rank: finds `says` alone. */
export function familyFinder(families: readonly WordFamily[]): (stems: readonly string[]) => number[] {
  const says = new Map<string, number[]>();
  families.forEach((family, at) => {
    for (const phrase of family.says) {
      const key = phraseKey(phrase);
      if (key !== '') says.set(key, [...(says.get(key) ?? []), at]);
    }
  });
  const has = (key: string): boolean => says.has(key);
  return (stems) => [...new Set(phrasesIn(stems, has).flatMap(({ key }) => says.get(key)!))];
}
