/** Families of everyday words (`domain/vocabulary/everyday-words`) as they are met in texts and in questions. */
import type { WordFamily } from '@trame/cms/domain/vocabulary/everyday-words/word-family';
import { carriesMeaning } from '../../../view/search-words.ts';
import { folded, wordsOfQuestion } from '../question.ts';
import { stem, writtenStem } from '../stem.ts';
import { smallTalk } from '../understand/small-talk.ts';

/**
 * Folder of the lexicon in the bundle. It is cut by the first letter of the first word of a phrase that is no small talk: a question
 * fetches the few parts that its own words begin with, and those of "pour ma fille de" are not among them.
 */
export const LEXICON_FOLDER = 'mots';
export const LEXICON_VERSION = 2;

/**
 * Of one letter: stems of a phrase, joined by spaces, to the ranks of the families that it asks for. A word that asks for none is one
 * of everybody's, which tells the story around a subject ("remplir", "tête").
 */
export interface LexiconPart {
  readonly version: number;
  readonly asks: Asks;
}
export type Asks = Readonly<Record<string, readonly number[]>>;

/** Label of each family, and the ranks of those that are close; read when a subject is not there. */
export interface FamiliesFile {
  readonly version: number;
  readonly families: readonly (readonly [label: string, near: readonly number[]])[];
}

const FAMILIES = 'familles';
/** What begins with no letter, and phrases of small talk alone ("il ne sait pas lire"). */
const OTHER = '0';
const smallStems: ReadonlySet<string> = new Set([...smallTalk].map((word) => stem(word)));

/** @param key stems of a phrase, joined by spaces */
export function partOf(key: string): string {
  const first = key.split(' ').find((one) => !smallStems.has(one)) ?? '';
  return /^[a-z]/.test(first) ? first.charAt(0) : OTHER;
}
/** Letters of a word that may be two without their space ("nouveauxarrivants"), and of the first of the two. */
const SHORTEST_GLUED = 8;
const SHORTEST_FIRST = 4;

/** Parts in which phrases stand that a question of these stems may hold. */
export function partsFor(stems: readonly string[]): string[] {
  const behind = stems.flatMap((one) =>
    one.length < SHORTEST_GLUED
      ? []
      : Array.from({ length: one.length - SHORTEST_FIRST }, (_, at) => at + SHORTEST_FIRST)
          .filter((at) => smallTalk.has(one.slice(0, at)))
          .map((at) => one.slice(at)),
  );
  return [...new Set([...stems, ...behind].map(partOf))];
}

export const partPath = (part: string): string => `${LEXICON_FOLDER}/${part}.json`;
export const familiesPath = partPath(FAMILIES);

function checked<T extends { readonly version: number }>(file: unknown, field: keyof T): T {
  const read = (file ?? {}) as Partial<T>;
  if (read.version !== LEXICON_VERSION || read[field] === undefined)
    throw new Error('The lexicon of the search is of another version');
  return read as T;
}

/** @throws {Error} when the file is of another version */
export const readPart = (file: unknown): Asks => checked<LexiconPart>(file, 'asks').asks;
/** @throws {Error} when the file is of another version */
export const readFamilies = (file: unknown): FamiliesFile['families'] =>
  checked<FamiliesFile>(file, 'families').families;

/** Small words that change what is asked: "jeux pour les anciens" are no "jeux anciens", "pas de voiture" is no car. */
export const RELATING: ReadonlySet<string> = new Set(['pour', 'sans', 'chez', 'avec', 'contre', 'pas']);

/** Whose it is, or for whom, is told as one likes: "me débarrasser" and "se débarrasser", "ma mère" and "sa mère". */
const OF_SOMEBODY: ReadonlySet<string> = new Set(['me', 'te', 'sa', 'ses']);

/** Is it a word of a phrase that asks? @param text lower case, without accents */
export const isAsked = (text: string): boolean =>
  (carriesMeaning(text) && !OF_SOMEBODY.has(text)) || RELATING.has(text);

/** A phrase as a question holds it: small talk kept ("faire du sport"). */
export const askKey = (phrase: string): string =>
  wordsOfQuestion(phrase)
    .filter(({ text }) => isAsked(text))
    .map(({ stem }) => stem)
    .join(' ');

/** A phrase as a text holds it, of which the index has only the words that carry meaning. */
export const phraseKey = (phrase: string): string =>
  wordsOfQuestion(phrase)
    .filter(({ text }) => carriesMeaning(text))
    .map(({ text, start, end }) => writtenStem(phrase.slice(start, end), text))
    .join(' ');

const DENYING = new Set(['ne', 'n', 'pas', 'plus', 'jamais', 'rien', 'personne', 'aucun', 'aucune']);

/** As `askKey`, without small talk; empty when less than two words are left, of which one alone would ask for too much. */
export function tellingKey(phrase: string): string {
  const all = wordsOfQuestion(phrase);
  // "Je ne peux plus garder mon chien" without its small talk says the contrary.
  if (all.some(({ text }) => DENYING.has(text))) return '';
  const words = all.filter(({ text }) => RELATING.has(text) || (carriesMeaning(text) && !smallTalk.has(text)));
  while (RELATING.has(words.at(-1)?.text ?? '')) words.pop();
  while (RELATING.has(words[0]?.text ?? '')) words.shift();
  const telling = words.filter(({ text }) => !RELATING.has(text)).length;
  return telling < 2 ? '' : words.map(({ stem }) => stem).join(' ');
}

/**
 * Every file of the lexicon, by its path in the bundle.
 * @param common words that everybody uses whatever they speak of
 */
export function lexiconFiles(
  families: readonly WordFamily[],
  common: readonly string[] = [],
): Record<string, LexiconPart | FamiliesFile> {
  const rank = new Map(families.map(({ id }, at) => [id, at]));
  const asks = new Map<string, Set<number>>();
  const own = new Map<string, Set<number>>();
  const put = (into: Map<string, Set<number>>, phrase: string, at: number): void => {
    for (const key of new Set([askKey(phrase), tellingKey(phrase)]))
      if (key !== '') into.set(key, (into.get(key) ?? new Set()).add(at));
  };
  families.forEach(({ says, asks: asked }, at) => {
    for (const phrase of says) put(own, phrase, at);
    for (const phrase of [...says, ...asked]) put(asks, phrase, at);
  });
  for (const word of common) {
    const key = stem(folded(word));
    if (!asks.has(key) && !smallStems.has(key)) asks.set(key, new Set());
  }
  const parts = new Map<string, Record<string, number[]>>(PARTS.map((part) => [part, {}]));
  for (const [key, at] of [...asks].sort(([a], [b]) => (a < b ? -1 : 1)))
    parts.get(partOf(key))![key] = withWider([...at], own.get(key));
  return {
    ...Object.fromEntries(
      [...parts].map(([part, own]) => [partPath(part), { version: LEXICON_VERSION, asks: own }] as const),
    ),
    [familiesPath]: {
      version: LEXICON_VERSION,
      families: families.map(({ label, near = [] }) => [label, near.flatMap((id) => rank.get(id) ?? [])] as const),
    },
  };
}

/** A family that a phrase asks for besides those that it tells of is wider, and stands after them as the complement of its rank. */
const withWider = (all: readonly number[], own: ReadonlySet<number> | undefined): number[] =>
  own === undefined ? [...all] : [...own, ...all.filter((at) => !own.has(at)).map((at) => ~at)];

/** Families that a phrase asks for, each with whether it is wider than what the phrase tells of. */
export const familiesAsked = (ranks: readonly number[]): { readonly family: number; readonly isWider: boolean }[] =>
  ranks.map((rank) => ({ family: rank < 0 ? ~rank : rank, isWider: rank < 0 }));

const PARTS = [...'abcdefghijklmnopqrstuvwxyz', OTHER];

/** Expressions of one word, as they are written: somebody may mistype them. */
export const singleWords = (families: readonly WordFamily[]): string[] =>
  families.flatMap(({ says, asks }) => [...says, ...asks]).filter((phrase) => /^\p{Ll}{4,}$/u.test(phrase));

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
  const knownOf = (key: string): { readonly told: readonly number[]; readonly hinted: readonly number[] } =>
    known.get(key) ?? { told: [], hinted: [] };
  return (stems) => {
    const [told, hinted] = [new Set<number>(), new Set<number>()];
    // A phrase silences what stands within it ("échec scolaire" is no game of chess), but for what it asks for itself: who tells of
    // "demander une subvention" tells of subsidies.
    let from = 0;
    let asked: readonly number[] = [];
    for (const { at, count, key } of phrasesIn(stems, has)) {
      const known = knownOf(key);
      if (at < from) {
        for (const family of known.told) if (asked.includes(family)) told.add(family);
        continue;
      }
      for (const family of known.told) told.add(family);
      for (const family of known.hinted) hinted.add(family);
      from = at + count;
      asked = known.hinted;
    }
    return { told, hinted: new Set([...hinted].filter((family) => !told.has(family))) };
  };
}
