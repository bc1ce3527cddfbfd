/** Where the terms of a question stand in the index, and what stands in for those that nobody offers. */
import { familyToken, hintToken, tokenOf } from '../bundle/tokens.ts';
import { folded } from '../question.ts';
import { stem } from '../stem.ts';
import type { Library } from './library.ts';
import { isAbout, isTold, type FoundTerm } from './rank.ts';
import type { Term } from './terms.ts';
import type { Places, WordIndex } from './word-index.ts';

export interface LookedFor {
  readonly term: Term;
  readonly found: FoundTerm;
  readonly isEmpty: boolean;
  /** Is it a need of which texts only speak in passing? */
  readonly isMentioned?: true;
  /** Is it a word of a need that as a whole is nowhere ("maison de retraite")? */
  readonly isPart?: true;
  /** Label of the family that stands in for one of which the directory has nothing. */
  readonly close: string | null;
}

/** How well what is close stands for what is asked. */
const OF_CLOSE = 0.45;
const MOST_CLOSE_FAMILIES = 3;

/**
 * A phrase that nobody offers as a whole is its words, and what stands close to it.
 * @param begun words that go on as they were typed, by how they were typed
 */
export async function lookUp(
  library: Library,
  term: Term,
  begun: ReadonlyMap<string, readonly string[]>,
): Promise<LookedFor[]> {
  const found = await findTerm(library, withBegun(term, begun));
  if (!isEmpty(found)) {
    const isMentioned = !isOffered(library, term, found);
    const { whole, label } = await completed(library, term, found);
    return isMentioned
      ? [{ term, found: whole, isEmpty: false, close: label, isMentioned }]
      : [{ term, found: whole, isEmpty: false, close: null }];
  }
  const close = await closeTo(library, term);
  const instead =
    close === null
      ? [{ term, found, isEmpty: true, close: null }]
      : [{ term, found: { ...found, alternatives: close.alternatives }, isEmpty: false, close: close.label }];
  // Of "vieux tracteurs" the tractors are what is looked for.
  const telling = term.parts.some(({ soft }) => !soft) ? term.parts.filter(({ soft }) => !soft) : term.parts;
  const parts = (await Promise.all(telling.map((part) => lookUp(library, part, begun)))).flat();
  // Where something stands close to the need, a word of it in passing is no answer: a lost cat is no lost cup.
  const heard = parts.filter(
    (part) =>
      !part.isEmpty &&
      part.close === null &&
      !part.isMentioned &&
      (close === null || isAbout(library.facts, part.found)),
  );
  if (heard.length === 0) return instead;
  const weighed = heard.map((part): LookedFor => ({ ...part, isPart: true, found: lighter(part.found) }));
  return close === null ? weighed : [...weighed, ...instead];
}

/**
 * A need that the lexicon knows is offered where a text tells of it, or where what there is is called so; elsewhere it is only spoken
 * of. One word of it may stand anywhere but in passing; what no family knows is offered wherever it is said.
 */
function isOffered({ facts }: Library, { word, alternatives }: Term, found: FoundTerm): boolean {
  if (alternatives.every(({ family }) => family === null)) return true;
  const tells = alternatives.some(
    ({ family, tokens, isWider }, rank) =>
      family !== null &&
      isWider === undefined &&
      tokens[0] === familyToken(family) &&
      found.alternatives[rank]!.places.size > 0,
  );
  const plainly = {
    ...found,
    alternatives: found.alternatives
      .filter((_, rank) => {
        const one = alternatives[rank]!;
        return one.isWider === undefined && !isHint(one) && (word !== null || !isOneWord(one));
      })
      .map(({ places }) => ({ weight: 1, places })),
  };
  return tells || (word === null ? isAbout(facts, plainly) : isTold(facts, plainly));
}

/** Of "faire les courses" only "courses" can be looked for, which is run too. */
const isOneWord = ({ family, tokens }: Term['alternatives'][number]): boolean => family === null && tokens.length < 2;

/** A name that has one of the words by which people ask: a breath in the name of a club is no class of relaxation. */
const isHint = ({ family, tokens }: Term['alternatives'][number]): boolean =>
  family !== null && tokens[0] === hintToken(family);

/** So few pages offer a need that what stands close to it is shown too. */
const FEW_OFFERS = 2;

/** A need that is known, of which texts only have some words: what stands close to it counts too. */
async function completed(
  library: Library,
  term: Term,
  found: FoundTerm,
): Promise<{ readonly whole: FoundTerm; readonly label: string | null }> {
  const known = term.alternatives.flatMap(({ family }, rank) => (family === null ? [] : [rank]));
  const offers = known.reduce((sum, rank) => sum + found.alternatives[rank]!.places.size, 0);
  const isOffered = known.length === 0 || offers >= FEW_OFFERS;
  const close = isOffered || term.parts.length === 0 ? null : await closeTo(library, term);
  if (close === null) return { whole: found, label: null };
  const said = found.alternatives.filter((_, rank) => !isOneWord(term.alternatives[rank]!));
  return { whole: { ...found, alternatives: [...said, ...close.alternatives] }, label: close.label };
}

const isEmpty = ({ themes, alternatives }: FoundTerm): boolean =>
  themes.length === 0 && alternatives.every(({ places }) => places.size === 0);

const findTerm = async ({ facts, index }: Library, { soft, word, alternatives }: Term): Promise<FoundTerm> => ({
  soft,
  isNeed: word === null,
  themes: word === null ? [] : facts.themesSaying(word.stem),
  alternatives: await Promise.all(
    alternatives.map(async ({ tokens, weight, inOrder }) => ({
      weight,
      places: await (inOrder ? placesOfPhrase(index, tokens) : placesOfAll(index, tokens)),
    })),
  ),
});

/** A word of a phrase that as a whole is nowhere says less than one that was asked for itself. */
const OF_PART = 0.6;

const lighter = (found: FoundTerm): FoundTerm => ({
  ...found,
  alternatives: found.alternatives.map((one) => ({ ...one, weight: one.weight * OF_PART })),
});

/** The families that stand next to those of a term, when somebody offers them. */
export async function closeTo(
  { index, families }: Library,
  { alternatives }: Term,
): Promise<{ readonly label: string; readonly alternatives: FoundTerm['alternatives'] } | null> {
  const own = [...new Set(alternatives.flatMap(({ family }) => (family === null ? [] : [family])))];
  if (own.length === 0) return null;
  const known = await families();
  const nextTo = (families: readonly number[]): number[] => families.flatMap((family) => known[family]?.[1] ?? []);
  const offeredOf = async (ring: readonly number[]): Promise<{ label: string; places: Places }[]> => {
    const offered: { label: string; places: Places }[] = [];
    for (const family of ring) {
      const places = await index.placesOf(familyToken(family));
      if (places.size > 0) offered.push({ label: known[family]![0], places });
      if (offered.length === MOST_CLOSE_FAMILIES) break;
    }
    return offered;
  };
  const near = [...new Set(nextTo(own))];
  const next = await offeredOf(near);
  // Where nobody offers what is next to it, what is next to that by more than one way: gentle gymnastics is next to exercise in
  // the water, and no answer to who wants to learn to swim.
  const offered =
    next.length > 0
      ? next
      : await offeredOf(oftenIn(near.map((one) => nextTo([one]))).filter((one) => !own.includes(one)));
  const [first] = offered;
  if (first === undefined) return null;
  // Families come in the order of how close they are.
  return {
    label: first.label,
    alternatives: offered.map(({ places }, rank) => ({ weight: OF_CLOSE / (1 + rank / 2), places })),
  };
}

/** What stands in more than one list, what stands in most of them first. */
function oftenIn(lists: readonly (readonly number[])[]): number[] {
  const counts = new Map<number, number>();
  for (const one of lists.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .map(([one]) => one);
}

/** Pages that have every token; where they are is where the rarest of them stands. */
async function placesOfAll(index: WordIndex, tokens: readonly string[]): Promise<Places> {
  const [rarest, ...others] = (await Promise.all(tokens.map((token) => index.placesOf(token)))).sort(
    (a, b) => a.size - b.size,
  );
  if (rarest === undefined || others.length === 0) return rarest ?? new Map<number, readonly number[]>();
  return new Map([...rarest].filter(([page]) => others.every((other) => other.has(page))));
}

/** Where tokens stand one behind the other: the place of the first. */
async function placesOfPhrase(index: WordIndex, tokens: readonly string[]): Promise<Places> {
  const [first, ...others] = await Promise.all(tokens.map((token) => index.placesOf(token)));
  const found = new Map<number, number[]>();
  for (const [page, positions] of first ?? []) {
    const here = positions.filter((position) =>
      others.every((other, rank) => other.get(page)?.includes(position + rank + 1) === true),
    );
    if (here.length > 0) found.set(page, here);
  }
  return found;
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
