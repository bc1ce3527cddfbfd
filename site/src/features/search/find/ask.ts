/**
 * A question from its words to its answer: what is understood is applied, what is left is ranked, a word that nobody wrote is
 * corrected, and where nothing answers it is said what comes closest.
 */
import { days } from '@trame/cms/domain/vocabulary/days';
import type { Facts, Flag, PageKind } from '../facts/format.ts';
import { familyToken, tokenOf } from '../bundle/tokens.ts';
import { folded } from '../question.ts';
import { stem } from '../stem.ts';
import type { Piece } from '../understand/pieces.ts';
import { placePatterns, type PlaceName } from '../understand/places.ts';
import { understand, type UnderstoodQuestion } from '../understand/understand.ts';
import { fittingOf, noCriteria, type Criteria } from './criteria.ts';
import type { LexiconFile } from '../bundle/lexicon.ts';
import { rank, type FoundTerm, type RankedPage } from './rank.ts';
import { apart, begunBy, dictionaryOf, guesses, type Dictionary } from './spelling.ts';
import { termsOf, type Term } from './terms.ts';
import type { Places, WordIndex } from './word-index.ts';

/** What an answer is made from. The last two are fetched when they are needed. */
export interface Library {
  readonly facts: Facts;
  readonly index: WordIndex;
  readonly lexicon: () => Promise<LexiconFile | null>;
  /** Words of the index, as they are written. */
  readonly spelling: () => Promise<readonly string[]>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface Question {
  readonly q: string;
  /** What was ticked. */
  readonly ticked: Criteria;
  /** The words as they are, even where nobody wrote them. */
  readonly literally: boolean;
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
  /** What is close to the subject that is absent: label of the family, and its pages. */
  readonly close: { readonly label: string; readonly pages: readonly RankedPage[] } | null;
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
  { ticked }: Question,
  begun: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Once> {
  const { facts, today } = library;
  const understood = understand(q, { places: placeNames(facts), today });
  const criteria = join(
    ticked,
    understood.pieces.map(({ piece }) => piece),
  );
  const lexicon = q.trim() === '' ? null : await library.lexicon();
  const look = async (term: Term): Promise<LookedFor[]> => {
    const found = await findTerm(library, withBegun(term, begun));
    const isEmpty = found.themes.length === 0 && found.alternatives.every(({ places }) => places.size === 0);
    // A need that nobody offers as a whole is looked for by its words.
    if (isEmpty && term.parts.length > 0) return (await Promise.all(term.parts.map(look))).flat();
    return [{ term, found, isEmpty }];
  };
  const lookedFor = (await Promise.all(termsOf(q, understood, lexicon).map(look))).flat();
  const hard = lookedFor.filter(({ term }) => !term.soft);
  // A subject that nobody offers is not answered by the little words around it.
  const hasSubject = hard.length === 0 || hard.some(({ isEmpty }) => !isEmpty);
  const absent = hard.filter(({ isEmpty }) => isEmpty).map(({ term }) => term);
  const intents = intentsOf(understood);
  const asking = {
    fitting: fittingOf(facts, criteria),
    prefers: intents,
    favours: favoursOf(facts, q),
    byDistance: criteria.within !== null,
    hasCriteria: hasCriteria(criteria) || intents.length > 0,
  };
  const heard = lookedFor.filter(({ isEmpty }) => !isEmpty).map(({ found }) => found);
  const ranking = hasSubject ? rank(facts, { ...asking, terms: heard }) : { exact: [], near: [] };
  const close = hasSubject
    ? null
    : await closeTo(library, absent, lexicon, (places) =>
        rank(facts, { ...asking, terms: [{ soft: false, themes: [], alternatives: [{ weight: 1, places }] }] }),
      );
  return {
    answer: {
      q,
      corrected: [],
      understood,
      criteria,
      ...ranking,
      absent: absent.map(({ said }) => said),
      close,
      marked: lookedFor.flatMap(({ term: { word } }) => (word === null ? [] : [word.stem])),
      idle: lookedFor.length === 0 && !asking.hasCriteria,
    },
    unknown: absent.filter(
      ({ word, alternatives }) => word !== null && alternatives.every(({ family }) => family === null),
    ),
    hasOther: hard.some(({ isEmpty }) => !isEmpty),
  };
}

interface LookedFor {
  readonly term: Term;
  readonly found: FoundTerm;
  readonly isEmpty: boolean;
}

const findTerm = async ({ facts, index }: Library, { soft, word, alternatives }: Term): Promise<FoundTerm> => ({
  soft,
  themes: word === null ? [] : themesSaying(facts, word.stem),
  alternatives: await Promise.all(
    alternatives.map(async ({ tokens, weight }) => ({ weight, places: await placesOfAll(index, tokens) })),
  ),
});

/** Pages that have every token; where they are is where the rarest of them stands. */
async function placesOfAll(index: WordIndex, tokens: readonly string[]): Promise<Places> {
  const [rarest, ...others] = (await Promise.all(tokens.map((token) => index.placesOf(token)))).sort(
    (a, b) => a.size - b.size,
  );
  if (rarest === undefined || others.length === 0) return rarest ?? new Map<number, readonly number[]>();
  return new Map([...rarest].filter(([page]) => others.every((other) => other.has(page))));
}

const stemsOfThemes = new WeakMap<Facts, readonly (readonly string[])[]>();

/** Themes of which a word of the name has that stem. */
function themesSaying(facts: Facts, asked: string): number[] {
  const known = stemsOfThemes.get(facts) ?? facts.file.themes.map((slug) => slug.split('-').map(stem));
  stemsOfThemes.set(facts, known);
  return known.flatMap((stems, theme) => (stems.includes(asked) ? [theme] : []));
}

function withBegun(term: Term, begun: ReadonlyMap<string, readonly string[]>): Term {
  const words = term.word === null ? undefined : begun.get(term.word.text);
  if (words === undefined) return term;
  const more = words.map((word) => ({
    tokens: [tokenOf(stem(folded(word)))],
    weight: (term.word?.text.length ?? 0) / word.length,
    family: null,
  }));
  return { ...term, alternatives: [...term.alternatives, ...more] };
}

interface Mended {
  readonly q: string;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** Words that go on as they were typed. */
  readonly begun: ReadonlyMap<string, readonly string[]>;
}

/** A shorter word than this says little of what it goes on to be. */
const SUREST_BEGINNING = 4;

/** Words that join others: "ecoledemusique". */
const CONNECTING = new Set('de la le les du des et au aux en'.split(' '));
/** Where the question has another subject, a word is only read otherwise when it sounds the same. */
const SURE = 0.8;

async function mend(library: Library, q: string, { unknown, answer, hasOther }: Once): Promise<Mended | null> {
  const dictionary = await dictionaryFor(library);
  // A word alone is what somebody looks for, not a day.
  const isAlone = answer.understood.pieces.length === 0 && !hasOther && unknown.length === 1;
  const corrected: { from: string; to: string }[] = [];
  const begun = new Map<string, readonly string[]>();
  let mended = q;
  for (const { word, said } of [...unknown].reverse()) {
    if (word === null) continue;
    const best = guesses(word.text, dictionary).find(
      ({ word: guess, slips, letters }) =>
        (!hasOther || (slips < SURE && letters <= 1)) &&
        !(isAlone && (days.values as readonly string[]).includes(guess)),
    );
    const longer = begunBy(word.text, dictionary);
    const isBeginning = longer.length > 0 && word.text.length >= SUREST_BEGINNING;
    if (best !== undefined && !(isBeginning && best.slips >= 1 && goesOn(word.text, longer[0]!))) {
      const start = word.end - said.length;
      mended = `${mended.slice(0, start)}${best.word}${mended.slice(word.end)}`;
      corrected.unshift({ from: said, to: best.word });
    } else if (longer.length > 0) {
      begun.set(word.text, longer);
    } else {
      const pieces = apart(word.text, (piece) => dictionary.known.has(piece), CONNECTING);
      if (pieces === null) continue;
      const to = pieces.join(' ');
      mended = `${mended.slice(0, word.end - said.length)}${to}${mended.slice(word.end)}`;
      corrected.unshift({ from: said, to });
    }
  }
  return corrected.length === 0 && begun.size === 0 ? null : { q: mended, corrected, begun };
}

/** Most of the word is there. */
const goesOn = (typed: string, word: string): boolean => typed.length / word.length >= 0.6;

const dictionaries = new WeakMap<Library, Promise<Dictionary>>();

/** Words of the index first, then what the lexicon, the map and the calendar know. */
function dictionaryFor(library: Library): Promise<Dictionary> {
  const known = dictionaries.get(library);
  if (known) return known;
  const made = (async () => {
    const [written, lexicon] = await Promise.all([library.spelling(), library.lexicon()]);
    const asked = Object.keys(lexicon?.asks ?? {}).filter((key) => !key.includes(' ') && key.length > 3);
    const places = [...placePatterns(placeNames(library.facts)).keys()].filter((name) => !name.includes(' '));
    return dictionaryOf([...new Set([...written, ...days.values, ...places, ...asked])]);
  })();
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

/** What is close to a subject of which there is nothing: the families that stand next to its own. */
async function closeTo(
  { index }: Library,
  absent: readonly Term[],
  lexicon: LexiconFile | null,
  rankOf: (places: Awaited<ReturnType<WordIndex['placesOf']>>) => { exact: readonly RankedPage[] },
): Promise<Answer['close']> {
  if (lexicon === null) return null;
  const families = absent.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ family }) => (family === null ? [] : [family])),
  );
  for (const near of families.flatMap((family) => lexicon.families[family]?.[1] ?? [])) {
    const { exact } = rankOf(await index.placesOf(familyToken(near)));
    if (exact.length > 0) return { label: lexicon.families[near]![0], pages: exact.slice(0, MOST_CLOSE) };
  }
  return null;
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
