/**
 * A question from its words to its answer: what is understood is applied, what is left is ranked, a word that nobody wrote is
 * corrected, and where nothing answers it is said what comes closest.
 */
import { days } from '@trame/cms/domain/vocabulary/days';
import type { Facts, Flag, PageKind } from '../facts/format.ts';
import { tokenOf } from '../bundle/tokens.ts';
import { folded, type QuestionWord } from '../question.ts';
import { stem } from '../stem.ts';
import type { Piece } from '../understand/pieces.ts';
import { placePatterns, type PlaceName } from '../understand/places.ts';
import { smallTalk } from '../understand/small-talk.ts';
import { understand, type UnderstoodQuestion } from '../understand/understand.ts';
import { fittingOf, noCriteria, type Criteria } from './criteria.ts';
import type { Library } from './library.ts';
import { closeTo, lookUp, type LookedFor } from './look-up.ts';
import { isAbout, LAST, rank, type FoundTerm, type RankedPage, type Ranking } from './rank.ts';
import { apart, begunBy, dictionaryOf, guesses, type Dictionary, type Guess } from './spelling.ts';
import { termsOf, type Term } from './terms.ts';

export interface Question {
  readonly q: string;
  /** What was ticked. */
  readonly ticked: Criteria;
  /** The words as they are, even where nobody wrote them. */
  readonly literally: boolean;
  /** Criteria that are left open whatever the words say, to count what each of their values would give. */
  readonly open?: readonly (keyof Criteria)[];
}

export interface Answer {
  /** The question that was answered: as it was typed, or corrected. */
  readonly q: string;
  /** Words that were read otherwise, as typed and as read. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  readonly understood: UnderstoodQuestion;
  readonly criteria: Criteria;
  /** What was asked. */
  readonly exact: readonly RankedPage[];
  /** What is almost that, each with its reasons. */
  readonly near: readonly RankedPage[];
  /** Words about which the directory has nothing. */
  readonly absent: readonly string[];
  /** What is close to a subject that is absent, and pages: label of its family, or where only others or a part of it are found. */
  readonly close: {
    readonly label: string | null;
    readonly why: 'elsewhere' | 'partly';
    readonly pages: readonly RankedPage[];
  } | null;
  /** Stems to mark in what is shown. */
  readonly marked: readonly string[];
  /** Was anything asked? */
  readonly idle: boolean;
}

const MOST_CLOSE = 10;

export async function ask(library: Library, question: Question): Promise<Answer> {
  const first = await answerOnce(library, question.q, question);
  if (question.literally || first.unknown.length === 0) return first.answer;
  const mended = await mend(library, question.q, first);
  if (mended === null) return first.answer;
  const second = await answerOnce(library, mended.q, question, mended.begun);
  return { ...second.answer, corrected: mended.corrected };
}

interface Once {
  readonly answer: Answer;
  /** Terms of one word that nobody wrote and no family knows. */
  readonly unknown: readonly Term[];
  /** Is something else asked that was found? */
  readonly hasOther: boolean;
}

async function answerOnce(
  library: Library,
  q: string,
  { ticked, open = [] }: Question,
  begun: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Once> {
  const { facts, today } = library;
  const understood = understand(q, { places: placeNames(facts), today });
  const joined = join(
    ticked,
    understood.pieces.map(({ piece }) => piece),
  );
  const criteria: Criteria = { ...joined, ...Object.fromEntries(open.map((key) => [key, noCriteria[key]])) };
  const asks = await library.asks(understood.words.map((word) => word.stem));
  const terms = termsOf(q, understood, asks);
  const lookedFor = (await Promise.all(terms.map((term) => lookUp(library, term, begun)))).flat();
  const hard = lookedFor.filter(({ term }) => !term.soft);
  // A subject that nobody offers is not answered by the little words around it.
  const meant = hard.filter(({ isEmpty, isPart, close }) => !isEmpty && !isPart && close === null);
  const isWhole = hard.every(({ isEmpty }) => !isEmpty);
  const hasSubject =
    hard.length === 0 || (meant.length > 0 && (isWhole || meant.some(({ found }) => isAbout(facts, found))));
  const closest = hasSubject ? undefined : hard.find(({ close }) => close !== null);
  const absent = hard
    .filter(({ isEmpty, close }) => isEmpty || (close !== null && !hasSubject))
    .map(({ term }) => term);
  const intents = intentsOf(understood);
  const asking = {
    fitting: fittingOf(facts, criteria, hard.length > 0, today),
    prefers: intents,
    favours: favoursOf(facts, q),
    byDistance: criteria.within !== null,
    hasCriteria: hasCriteria(criteria) || intents.length > 0,
  };
  const rankAll = (found: readonly FoundTerm[]): Ranking => rank(facts, { ...asking, terms: found });
  const heard = lookedFor.filter(({ isEmpty }) => !isEmpty).map(({ found }) => found);
  const ranking = heard.length > 0 || hasSubject ? rankAll(heard) : nothing;
  const close = hasSubject
    ? await insteadOf(library, ranking, hard, rankAll)
    : asClose(closest?.close ?? null, 'partly', [...ranking.exact, ...ranking.near]);
  return {
    answer: {
      q,
      corrected: [],
      understood,
      criteria,
      ...(close === null && hasSubject ? ranking : nothing),
      absent: (absent.length === 0 && close !== null ? hard.map(({ term }) => term) : absent).map(({ said }) => said),
      close,
      marked: lookedFor.flatMap(({ term: { word } }) => (word === null ? [] : [word.stem])),
      idle: lookedFor.length === 0 && !asking.hasCriteria,
    },
    unknown: absent.filter(
      ({ word, alternatives }) => word !== null && alternatives.every(({ family }) => family === null),
    ),
    hasOther: hard.some(({ isEmpty, close }) => !isEmpty && close === null),
  };
}

const nothing: Ranking = { exact: [], near: [] };

const asClose = (label: string | null, why: 'elsewhere' | 'partly', pages: readonly RankedPage[]): Answer['close'] =>
  pages.length === 0 ? null : { label, why, pages: pages.slice(0, MOST_CLOSE) };

/**
 * Where only the plan of action and other territories speak of the subject: what stands close to it here, then those.
 * @returns null when something of the territory answers
 */
async function insteadOf(
  library: Library,
  ranking: Ranking,
  subject: readonly LookedFor[],
  rankAll: (found: readonly FoundTerm[]) => Ranking,
): Promise<Answer['close']> {
  const isOwn = ({ page }: RankedPage): boolean => !LAST.includes(library.facts.kind(page));
  if (subject.length === 0 || [...ranking.exact, ...ranking.near].some(isOwn)) return null;
  for (const { term, found } of subject) {
    const close = await closeTo(library, term);
    if (close === null) continue;
    const { exact } = rankAll([{ ...found, themes: [], alternatives: close.alternatives }]);
    const own = exact.filter(isOwn);
    if (own.length > 0) return asClose(close.label, 'elsewhere', [...own.slice(0, MOST_CLOSE - 3), ...ranking.exact]);
  }
  return asClose(null, 'elsewhere', ranking.exact);
}

interface Mended {
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

async function mend(library: Library, q: string, { unknown, answer, hasOther }: Once): Promise<Mended | null> {
  const dictionary = await dictionaryFor(library).catch(() => null);
  // Without the list of words nothing is read otherwise.
  if (dictionary === null) return null;
  // A word alone is what somebody looks for, not a day.
  const isAlone = answer.understood.pieces.length === 0 && !hasOther && unknown.length === 1;
  const corrected: { from: string; to: string }[] = [];
  const begun = new Map<string, readonly string[]>();
  let mended = q;
  for (const { word, said } of [...unknown].reverse()) {
    if (word === null) continue;
    const best = await meantBy(library, word, dictionary, { hasOther, isAlone, understood: answer.understood });
    const longer = begunBy(word.text, dictionary);
    const isBeginning = longer.length > 0 && word.text.length >= SUREST_BEGINNING;
    if (best !== undefined && !(isBeginning && goesOn(word.text, longer[0]!))) {
      const start = word.end - said.length;
      mended = `${mended.slice(0, start)}${best.word}${mended.slice(word.end)}`;
      corrected.unshift({ from: said, to: best.word });
    } else if (longer.length > 0) {
      begun.set(word.text, longer);
    } else {
      const pieces = apart(word.text, (piece) => dictionary.known.has(piece) && !smallTalk.has(piece), CONNECTING);
      if (pieces === null) continue;
      const to = pieces.join(' ');
      mended = `${mended.slice(0, word.end - said.length)}${to}${mended.slice(word.end)}`;
      corrected.unshift({ from: said, to });
    }
  }
  return corrected.length === 0 && begun.size === 0 ? null : { q: mended, corrected, begun };
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
    const communes = placePatterns(placeNames(library.facts));
    return all.find(({ word: guess }) => communes.has(folded(guess)));
  }
  const likely = all.filter(
    ({ word: guess, slips, letters }) =>
      (!hasOther || (slips < SURE && letters <= 1)) && !(isAlone && (days.values as readonly string[]).includes(guess)),
  );
  return firstThatStands(library, likely, hasOther);
}

/** As sure as the surest, within this. */
const AS_SURE = 0.3;

/** Of guesses that are as good, one that an entry says. */
async function firstThatStands(
  { index, facts }: Library,
  likely: readonly Guess[],
  hasOther: boolean,
): Promise<Guess | undefined> {
  const [best] = likely;
  for (const guess of likely) {
    if (best === undefined || guess.slips > best.slips + AS_SURE) break;
    const places = await index.placesOf(tokenOf(stem(folded(guess.word))));
    // Beside another subject only what something is called is meant: "cassé" is no "caisse".
    const isMeant = hasOther
      ? isAbout(facts, { soft: false, themes: [], alternatives: [{ weight: 1, places }] })
      : places.size > 0;
    if (isMeant) return guess;
  }
  return hasOther ? undefined : best;
}

const IN = new Set(['a', 'au', 'aux', 'sur', 'vers']);

/** Does a word that says a place lead to it? */
function isSaidOfPlace({ words }: UnderstoodQuestion, word: QuestionWord): boolean {
  const before = words[words.indexOf(word) - 1];
  return before !== undefined && IN.has(before.text);
}

/** Most of the word is there. */
const goesOn = (typed: string, word: string): boolean => typed.length / word.length >= 0.4;

const dictionaries = new WeakMap<Library, Promise<Dictionary>>();

/** Words of the index and of the lexicon first, then what the map and the calendar know. */
function dictionaryFor(library: Library): Promise<Dictionary> {
  const known = dictionaries.get(library);
  if (known) return known;
  const made = (async () => {
    const written = await library.spelling();
    const places = [...placePatterns(placeNames(library.facts)).keys()].filter((name) => !name.includes(' '));
    return dictionaryOf([...new Set([...written, ...days.values, ...places])]);
  })();
  made.catch(() => dictionaries.delete(library));
  dictionaries.set(library, made);
  return made;
}

const names = new WeakMap<Facts, readonly PlaceName[]>();

export function placeNames(facts: Facts): readonly PlaceName[] {
  const known = names.get(facts);
  if (known) return known;
  const made = facts.file.communes.map(({ slug, name, others, postalCodes }) => ({
    slug,
    names: [name, ...others],
    postalCodes,
  }));
  names.set(facts, made);
  return made;
}

/** What was ticked and what was understood, as one: two places or two days add to each other, an age more is one more person. */
export function join(ticked: Criteria, pieces: readonly Piece[]): Criteria {
  let all: Criteria = ticked;
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'age':
        all = { ...all, ages: [...all.ages, ...piece.ranges] };
        break;
      case 'jour':
        all = { ...all, days: both(all.days, piece.days) };
        break;
      case 'moment':
        all = { ...all, moments: both(all.moments, piece.moments) };
        break;
      case 'dates':
        all = { ...all, dates: piece };
        break;
      case 'lieu':
        all = {
          ...all,
          communes: both(all.communes, piece.communes),
          within: piece.within === null ? all.within : Math.max(piece.within, all.within ?? 0),
        };
        break;
      case 'prix':
        all = { ...all, price: Math.min(piece.most, all.price ?? Infinity) };
        break;
      case 'benevolat':
        all = { ...all, volunteers: true };
        break;
      case 'pret':
        break;
    }
  }
  return all;
}

export const hasCriteria = (criteria: Criteria): boolean =>
  (Object.keys(noCriteria) as (keyof Criteria)[]).some((key) => {
    const value = criteria[key];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && key !== 'within';
  });

function intentsOf({ pieces }: UnderstoodQuestion): PageKind[] {
  const kinds = pieces.flatMap(({ piece }): PageKind[] =>
    piece.kind === 'pret' ? ['ressources'] : piece.kind === 'dates' ? ['agenda'] : [],
  );
  return [...new Set(kinds)];
}

/** Words that favour who says expressly that they welcome those people. */
const FAVOURED: readonly (readonly [RegExp, readonly Flag[], string | null])[] = [
  [/\bhandicap|\bfauteuil|mobilite reduite|\bpmr\b/, ['mobility', 'mind'], 'handicap'],
  [/\bsourds?\b|malentendant/, ['hearing'], 'handicap'],
  [/aveugle|malvoyant/, ['sight'], 'handicap'],
  [/autis|trisomi|\bdys\b/, ['mind'], 'handicap'],
  [/en famille|parents? enfants?|avec mes enfants/, [], 'famille'],
];

function favoursOf(facts: Facts, q: string): (page: number) => boolean {
  const text = folded(q).replace(/[^a-z0-9]+/g, ' ');
  const said = FAVOURED.filter(([pattern]) => pattern.test(text));
  if (said.length === 0) return () => false;
  const flags = said.flatMap(([, own]) => own);
  const publics = said.flatMap(([, , own]) =>
    own === null ? [] : facts.file.publics.flatMap((slug, rank) => (slug.includes(own) ? [rank] : [])),
  );
  return (page) =>
    flags.some((flag) => facts.has(page, flag)) || publics.some((one) => facts.publics(page).includes(one));
}
