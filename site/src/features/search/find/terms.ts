/** The words that are left of a question as terms to look for, each with everything that may stand for it. */
import { familyToken, hintToken, tokenOf } from '../bundle/tokens.ts';
import type { QuestionWord } from '../question.ts';
import { stem } from '../stem.ts';
import { people, qualifying } from '../understand/small-talk.ts';
import { isTelling, type UnderstoodQuestion } from '../understand/understand.ts';
import { carriesMeaning } from '../../../view/search-words.ts';
import { familiesAsked, isAsked, phrasesIn, RELATING, type Asks } from '../bundle/lexicon.ts';

export interface Alternative {
  /** Of the index; several stand for the term together, on one page. */
  readonly tokens: readonly string[];
  /** Do they stand one behind the other? */
  readonly inOrder?: true;
  /** How well it stands for the term, up to 1. */
  readonly weight: number;
  readonly family: number | null;
  /** Is it a family that says more than the term, which has one of its own ("dessin" among the arts)? */
  readonly isWider?: true;
}

export interface Term {
  /** As it was typed. */
  readonly said: string;
  readonly alternatives: readonly Alternative[];
  /** A criterion says the same already ("bébé"): it ranks, it is not the subject. */
  readonly soft: boolean;
  /** Is it one of everybody's words, which tells the story around a subject more often than the subject ("tête", "remplir")? */
  readonly isCommon: boolean;
  /** The one word of the term, when it is one; a typing error may be in it. */
  readonly word: QuestionWord | null;
  /** Of a phrase, its words as terms of their own. */
  readonly parts: readonly Term[];
}

/** What stands for a term, as the index holds it. */
export const tokensOf = ({ alternatives }: Term): string[] => alternatives.flatMap(({ tokens }) => tokens);

const OF_FAMILY = 0.85;
/** A text that only has words of the family. */
const OF_HINT = 0.5;
/** The phrase itself, as it was typed. */
const OF_SAME_PHRASE = 1.8;
/** All words of a phrase, which was understood as a whole, on one page. */
const OF_PHRASE = 0.6;

/** @param question as it was typed @param asks of the lexicon, at least what begins with one of its words */
export function termsOf(question: string, understood: UnderstoodQuestion, asks: Asks): Term[] {
  const { words, left, pieces, aside } = understood;
  const soft = new Set(pieces.flatMap(({ words: [from, to] }) => range(from, to)));
  const has = (key: string): boolean => Object.hasOwn(asks, key);
  const telling = left.filter((rank) => isTelling(words[rank]!));
  const all = words.map((_, rank) => rank).filter((rank) => !aside.has(rank));
  const tellingIn = (ranks: readonly number[]): number => ranks.filter((rank) => telling.includes(rank)).length;
  // A phrase may hold words that a criterion took: "maison des jeunes", "club du troisième âge".
  const phrases = [
    all.filter((rank) => isAsked(words[rank]!.text)),
    all.filter((rank) => telling.includes(rank) || RELATING.has(words[rank]!.text)),
    // "Emmener ma mère à l'hôpital", "garder mon fils autiste": for whom stands between.
    all.filter((rank) => isAsked(words[rank]!.text) && !people.has(words[rank]!.text)),
  ]
    .flatMap((ranks) =>
      phrasesIn(
        ranks.map((rank) => words[rank]!.stem),
        has,
      ).map(({ at, count, key }) => ({ ranks: ranks.slice(at, at + count), key })),
    )
    // Several words of small talk may be the subject together: "il ne sait pas lire".
    .filter(({ ranks }) => ranks.length > 1 || ranks.some((rank) => telling.includes(rank)))
    .filter(({ ranks }) => !reachesOver(ranks, understood))
    .sort((a, b) => tellingIn(b.ranks) - tellingIn(a.ranks) || b.ranks.length - a.ranks.length);

  // Alone, such a word is the subject after all.
  const hasMore = telling.some((rank) => !soft.has(rank) && !qualifying.has(words[rank]!.text)) || pieces.length > 0;

  /** The term of one word. @param isBeside does more than itself tell what is looked for? */
  const ofWord = (rank: number, isBeside: boolean): Term => {
    const word = words[rank]!;
    // "basket ball" is one word for some.
    const joined = [rank - 1, rank + 1]
      .filter((other) => telling.includes(other))
      .flatMap((other): Alternative[] => {
        const [first, second] = other < rank ? [words[other]!, word] : [word, words[other]!];
        const joined = stem(first.text + second.text);
        return [
          { tokens: [tokenOf(joined)], weight: 1, family: null },
          ...families(has(joined) ? asks[joined] : undefined, OF_FAMILY),
        ];
      });
    return {
      said: question.slice(word.start, word.end).replace(/^.*['’ʼ]/u, ''),
      alternatives: [
        literal(word),
        ...families(has(word.stem) ? asks[word.stem] : apartIn(word, asks), OF_FAMILY),
        ...joined,
      ],
      soft: soft.has(rank) || (isBeside && qualifying.has(word.text)),
      isCommon: has(word.stem) && asks[word.stem]!.length === 0,
      word,
      parts: [],
    };
  };

  const terms: Term[] = [];
  const used = new Set<number>();
  for (const { ranks, key } of phrases) {
    if (ranks.length < 2 || ranks.some((rank) => used.has(rank))) continue;
    for (const rank of ranks) used.add(rank);
    const own = ranks.filter((rank) => isTelling(words[rank]!));
    terms.push({
      said: question.slice(words[ranks[0]!]!.start, words[ranks.at(-1)!]!.end),
      alternatives: [
        ...families(asks[key], 1),
        ...phraseOf(ranks.map((rank) => words[rank]!).filter(({ text }) => carriesMeaning(text))),
        {
          tokens: own.map((rank) => tokenOf(words[rank]!.stem)),
          weight: OF_PHRASE,
          family: null,
        },
      ],
      // "Sortir de chez moi le dimanche", "activités enfants": what one would do says less than when and for whom.
      soft:
        ranks.every((rank) => soft.has(rank)) ||
        ((pieces.some(({ piece }) => WHEN.has(piece.kind)) || ranks.some((rank) => soft.has(rank))) &&
          ranks.every((rank) => !isTelling(words[rank]!))),
      isCommon: false,
      word: null,
      parts: own.map((rank) => ofWord(rank, hasMore)),
    });
  }
  // Beside a whole need, too: "en fin de vie à la maison".
  const isBeside = hasMore || terms.some(({ soft }) => !soft);
  terms.push(...telling.filter((rank) => !used.has(rank)).map((rank) => ofWord(rank, isBeside)));
  return terms;
}

/**
 * A phrase does not reach over what was understood of the question ("sport … 13 ans … mercredi"), nor take a day or a place into it:
 * these say when and where. An age may be of its name: "maison des jeunes".
 */
const reachesOver = (ranks: readonly number[], { pieces }: UnderstoodQuestion): boolean =>
  pieces.some(({ piece, words: [from, to] }) => {
    const holds = ranks.some((rank) => rank >= from && rank <= to);
    if (holds) return ranks.length > 1 && WHEN_OR_WHERE.has(piece.kind);
    return ranks[0]! < from && ranks.at(-1)! > to;
  });
const WHEN = new Set(['jour', 'moment', 'dates']);
const WHEN_OR_WHERE = new Set([...WHEN, 'lieu']);

const SHORTEST_HALF = 2;

/** Families of two words that were written as one ("taichi", "basketball"): their parts begin with the same letter. */
function apartIn({ text }: QuestionWord, asks: Asks): readonly number[] | undefined {
  for (let at = SHORTEST_HALF; at <= text.length - SHORTEST_HALF; at += 1) {
    const key = `${stem(text.slice(0, at))} ${stem(text.slice(at))}`;
    if (Object.hasOwn(asks, key)) return asks[key];
  }
  return undefined;
}

const literal = (word: QuestionWord): Alternative => ({
  tokens: [tokenOf(word.stem)],
  weight: 1,
  family: null,
});
/** Words one behind the other; the index has none of the little ones between. */
const phraseOf = (said: readonly QuestionWord[]): Alternative[] =>
  said.length < 2
    ? []
    : [{ tokens: said.map((word) => tokenOf(word.stem)), inOrder: true, weight: OF_SAME_PHRASE, family: null }];
const families = (ranks: readonly number[] | undefined, weight: number): Alternative[] =>
  familiesAsked(ranks ?? []).flatMap(({ family, isWider }) =>
    [
      { tokens: [familyToken(family)], weight, family },
      { tokens: [hintToken(family)], weight: weight * OF_HINT, family },
    ].map((one) => (isWider ? { ...one, isWider } : one)),
  );
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, rank) => from + rank);
