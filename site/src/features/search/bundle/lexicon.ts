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

/** Families by rank: those of which a text tells, and those that it only has words of. */
export interface FamiliesOfText {
  readonly told: ReadonlySet<number>;
  readonly hinted: ReadonlySet<number>;
}

/** @returns what finds the families of a text, given as the stems of its words in order */
export function familyFinder(families: readonly WordFamily[]): (stems: readonly string[]) => FamiliesOfText {
  const known = new Map<string, { told: number[]; hinted: number[] }>();
  const put = (phrase: string, how: 'told' | 'hinted', family: number): void => {
    const key = phraseKey(phrase);
    if (key === '') return;
    const entry = known.get(key) ?? { told: [], hinted: [] };
    entry[how].push(family);
    known.set(key, entry);
  };
  families.forEach(({ says, asks }, family) => {
    for (const phrase of says) put(phrase, 'told', family);
    for (const phrase of asks) put(phrase, 'hinted', family);
  });
  const has = (key: string): boolean => known.has(key);
  return (stems) => {
    const [told, hinted] = [new Set<number>(), new Set<number>()];
    // A phrase silences what stands within it: "échec scolaire" is no game of chess.
    let from = 0;
    for (const { at, count, key } of phrasesIn(stems, has)) {
      if (at < from) continue;
      for (const family of known.get(key)!.told) told.add(family);
      for (const family of known.get(key)!.hinted) hinted.add(family);
      from = at + count;
    }
    return { told, hinted: hinted.difference(told) };
  };
}
