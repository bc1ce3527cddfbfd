/** A word that nobody wrote, read as it may have been meant. */
import { days } from '@trame/cms/domain/vocabulary/days';
import { familiesAsked } from '../bundle/lexicon.ts';
import { familyToken, hintToken, tokenOf } from '../bundle/tokens.ts';
import { folded, type QuestionWord } from '../question.ts';
import { stem } from '../stem.ts';
import { smallTalk } from '../understand/small-talk.ts';
import type { UnderstoodQuestion } from '../understand/understand.ts';
import type { Library } from './library.ts';
import { isAbout } from './rank.ts';
import { apart, begunBy, guesses, SAME_SOUND, type Dictionary, type Guess } from './spelling.ts';
import type { Term } from './terms.ts';

export interface Mended {
  readonly q: string;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** Words that go on as they were typed. */
  readonly begun: ReadonlyMap<string, readonly string[]>;
}

/** A shorter word than this says little of what it goes on to be. */
const SUREST_BEGINNING = 5;

/** Words that join others: "ecoledemusique". */
const CONNECTING = new Set('de la le les du des et au aux en'.split(' '));
/** Where the question has another subject, a word is only read otherwise when it sounds the same. */
const SURE = 0.8;

export interface Unknown {
  /** Terms of one word that nobody wrote and no family knows. */
  readonly unknown: readonly Term[];
  /** Is something else asked that was found? */
  readonly hasOther: boolean;
}

/** @returns null when every word stays as it was typed */
export async function mend(
  library: Library,
  q: string,
  understood: UnderstoodQuestion,
  { unknown, hasOther }: Unknown,
): Promise<Mended | null> {
  const dictionary = await library.dictionary().catch(() => null);
  // Without the list of words nothing is read otherwise.
  if (dictionary === null) return null;
  // A word alone is what somebody looks for, not a day.
  const isAlone = understood.pieces.length === 0 && !hasOther && unknown.length === 1;
  const corrected: { from: string; to: string }[] = [];
  const begun = new Map<string, readonly string[]>();
  let mended = q;
  let isWritten = false;
  for (const { word, said } of [...unknown].reverse()) {
    // What everybody knows is meant as it stands.
    if (word === null || dictionary.common.has(word.stem)) continue;
    const put = (text: string): void => {
      mended = `${mended.slice(0, word.end - said.length)}${text}${mended.slice(word.end)}`;
    };
    const whole = afterElision(word.text, dictionary);
    if (whole !== null) {
      // Only the sign is missing: nothing is read otherwise, and nothing is said of it.
      put(whole);
      isWritten = true;
      continue;
    }
    const best = await meantBy(library, word, dictionary, { hasOther, isAlone, understood });
    const longer = begunBy(word.text, dictionary);
    const isBeginning = longer.length > 0 && word.text.length >= SUREST_BEGINNING;
    if (best !== undefined && !(isBeginning && goesOn(word.text, longer[0]!))) {
      put(best.word);
      corrected.unshift({ from: said, to: best.word });
    } else if (longer.length > 0) {
      begun.set(word.text, longer);
    } else {
      // A place that is not of the territory is no two words either.
      if (isSaidOfPlace(understood, word)) continue;
      const pieces = apart(word.text, (piece) => dictionary.known.has(piece) && !smallTalk.has(piece), CONNECTING);
      if (pieces === null) continue;
      const to = pieces.join(' ');
      put(to);
      corrected.unshift({ from: said, to });
    }
  }
  return corrected.length === 0 && begun.size === 0 && !isWritten ? null : { q: mended, corrected, begun };
}

const GLUED = /^(?:qu|[cdjlmnst])(?=[aeiouyh])/;
const SHORTEST_ELIDED = 3;

/** What is elided before a word, typed without its sign ("larc", "dacordeon"): the word, if it is one; null otherwise. */
function afterElision(typed: string, { known }: Dictionary): string | null {
  const word = typed.replace(GLUED, '');
  return word !== typed && word.length >= SHORTEST_ELIDED && known.has(word) ? word : null;
}

interface Beside {
  readonly hasOther: boolean;
  readonly isAlone: boolean;
  readonly understood: UnderstoodQuestion;
}

/** What somebody may have meant by a word that nobody wrote. */
async function meantBy(
  library: Library,
  word: QuestionWord,
  dictionary: Dictionary,
  { hasOther, isAlone, understood }: Beside,
): Promise<Guess | undefined> {
  const all = guesses(word.text, dictionary);
  // "à Bordeaux": a place that is not of the territory is no other word, but one of its communes may be meant.
  if (isSaidOfPlace(understood, word)) {
    return all.find(({ word: guess }) => library.places.has(folded(guess)));
  }
  const likely = all.filter(
    ({ word: guess, slips, letters }) =>
      (!hasOther || (slips < SURE && letters <= (slips <= SAME_SOUND ? 2 : 1))) &&
      !(isAlone && (days.values as readonly string[]).includes(guess)),
  );
  return firstThatStands(library, likely, hasOther);
}

/** As sure as the surest, within this. */
const AS_SURE = 0.3;

/** Of guesses that are as good, one that an entry says. */
async function firstThatStands(
  library: Library,
  likely: readonly Guess[],
  hasOther: boolean,
): Promise<Guess | undefined> {
  const { index, facts } = library;
  const [best] = likely;
  for (const guess of likely) {
    if (best === undefined || guess.slips > best.slips + AS_SURE) break;
    const places = await index.placesOf(tokenOf(stem(folded(guess.word))));
    // Beside another subject only what something is called is meant: "cassé" is no "caisse".
    const isMeant = hasOther
      ? (guess.slips <= SAME_SOUND && places.size > 0) ||
        isAbout(facts, { soft: false, themes: [], alternatives: [{ weight: 1, places }] }) ||
        (await asksForSomething(library, guess))
      : places.size > 0;
    if (isMeant) return guess;
  }
  return hasOther ? undefined : best;
}

/** Is it a word by which people ask for something that somebody offers? */
async function asksForSomething({ asks, index }: Library, { word, letters }: Guess): Promise<boolean> {
  if (letters > 1) return false;
  const key = stem(folded(word));
  const families = familiesAsked((await asks([key]))[key] ?? []);
  const offers = await Promise.all(
    families.flatMap(({ family }) => [familyToken(family), hintToken(family)]).map((token) => index.placesOf(token)),
  );
  return offers.some(({ size }) => size > 0);
}

const IN = new Set(['a', 'au', 'aux', 'sur', 'vers']);

/** Does a word that says a place lead to it? */
function isSaidOfPlace({ words }: UnderstoodQuestion, word: QuestionWord): boolean {
  const before = words[words.indexOf(word) - 1];
  return before !== undefined && IN.has(before.text);
}

/** Most of the word is there. */
const goesOn = (typed: string, word: string): boolean => typed.length / word.length >= 0.4;
