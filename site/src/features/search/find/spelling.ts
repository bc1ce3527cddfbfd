/** Typing errors, forgiven against words that exist: letters too many, too few or changed, sounds written otherwise, missing spaces. */
import { slipsAllowed, slipsBetween } from '@trame/cms/domain/search/typos';
import { folded } from '../question.ts';

export interface Dictionary {
  /** As they are written. */
  readonly words: readonly string[];
  /** The same, folded. */
  readonly plain: readonly string[];
  readonly sounds: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Stems of words that are no slip, though nobody of the directory writes them. */
  readonly common: ReadonlySet<string>;
}

/** @param words in the order in which they are preferred */
export function dictionaryOf(words: readonly string[], common: ReadonlySet<string> = new Set()): Dictionary {
  const plain = words.map(folded);
  return {
    words,
    plain,
    sounds: words.map((word) => soundOf(folded(word.replace(/ç/giu, 'ss')))),
    known: new Set(plain),
    common,
  };
}

/** Letters that sound the same in French, written one way; never shown. */
export function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu|q|ck|k|ch(?=[lr]|or)|c(?=[aouklrt])/g, 'k')
    .replace(/c(?=[eiy])|ss/g, 's')
    .replace(/th/g, 't')
    .replace(/(?<![cps])h/g, '')
    .replace(/y/g, 'i')
    .replace(/eau|au/g, 'o')
    .replace(/ai|ei/g, 'e')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/z/g, 's')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(?<=.{3})(?:es|e|s|t|d|x)$/, '');
}

/** Written otherwise, but about as long. */
const isNear = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && slipsBetween(a, b, 3, false) <= 3;

/** A word that sounds the same is meant more surely than one with a letter changed. */
export const SAME_SOUND = 0.5;
/** So long a word that sounds the same is meant, however many letters are written otherwise: "bibliotek". */
const SUREST_SOUND = 7;
/** What sounds almost the same is meant where nothing closer is: "aikarel", "radonné". It begins alike, and is no short word. */
const SHORTEST_ALMOST = 6;
const SHORTEST_ALMOST_SOUND = 5;
const OF_ALMOST = 1;
const MOST_ALMOST = 4;
const ELIDED = /^[cdjlmnst]/;
const SHORTEST_OTHERWISE = 6;
const MOST_BEGUN = 8;
const SHORTEST_BEGINNING = 3;

export interface Guess {
  /** As it is written. */
  readonly word: string;
  /** Fewer is surer; the same sound counts little. */
  readonly slips: number;
  /** Letters that differ. */
  readonly letters: number;
}

/** The words that somebody may have meant, the surest first; none where the word is too short to tell. */
export function guesses(typed: string, { words, plain, sounds }: Dictionary): Guess[] {
  const most = slipsAllowed(typed.length);
  if (most === 0) return [];
  const sound = soundOf(typed);
  const found: Guess[] = [];
  const isAlmost = (candidate: string, its: string): boolean =>
    typed.length >= SHORTEST_ALMOST &&
    Math.min(its.length, sound.length) >= SHORTEST_ALMOST_SOUND &&
    candidate[0] === typed[0] &&
    slipsBetween(sound, its, 1, false) <= 1 &&
    slipsBetween(typed, candidate, MOST_ALMOST, false) <= MOST_ALMOST;
  plain.forEach((candidate, at) => {
    const same = sounds[at] === sound;
    if (!same && Math.abs(candidate.length - typed.length) > most + 1) return;
    const slips = slipsBetween(typed, candidate, most, false);
    if (slips > most && !(same && (sound.length >= SUREST_SOUND || isNear(candidate, typed)))) {
      if (isAlmost(candidate, sounds[at]!)) found.push({ word: words[at]!, slips: most + OF_ALMOST, letters: slips });
      return;
    }
    const ofSound = same ? SAME_SOUND : slipsBetween(sound, sounds[at]!, 1, false) <= 1 ? slips - 0.25 : slips;
    const first = candidate[0] === typed[0] ? 0 : 0.3;
    // "piles" is no "ailes": of a short word the first letter is what is surest.
    if (first > 0 && !same && typed.length < SHORTEST_OTHERWISE && candidate[0] !== typed[1]) return;
    // "immobilier" is no "mobilier": who begins otherwise errs in one letter, or in none that is heard.
    // What is elided before a word may be glued to it: "dacordeon".
    if (first > 0 && !same && slips > 1 && !(candidate[0] === typed[1] && ELIDED.test(typed))) return;
    found.push({ word: words[at]!, slips: Math.min(slips, ofSound) + first, letters: slips });
  });
  return found.sort((a, b) => a.slips - b.slips);
}

/** Words that begin so, the shortest first: somebody is still typing, or says "biblio". */
export function begunBy(typed: string, { words, plain }: Dictionary): string[] {
  if (typed.length < SHORTEST_BEGINNING) return [];
  return words
    .filter((_, at) => plain[at]!.length > typed.length && plain[at]!.startsWith(typed))
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_BEGUN);
}

const SHORTEST_PIECE = 4;

/** Two or more known words without their spaces ("ecoledemusique"); null when there is no such way to read it. */
export function apart(typed: string, known: (word: string) => boolean, small: ReadonlySet<string>): string[] | null {
  /** The best way to read the first letters, by their number: the fewest words. */
  const ways: (string[] | null)[] = [[]];
  for (let end = 1; end <= typed.length; end += 1) {
    ways[end] = null;
    for (let start = 0; start < end; start += 1) {
      const before = ways[start];
      const piece = typed.slice(start, end);
      if (!before || !(small.has(piece) || (piece.length >= SHORTEST_PIECE && known(piece)))) continue;
      if (ways[end] === null || before.length + 1 < ways[end]!.length) ways[end] = [...before, piece];
    }
  }
  const way = ways[typed.length];
  return way && way.length > 1 && way.some((piece) => !small.has(piece)) ? way : null;
}
