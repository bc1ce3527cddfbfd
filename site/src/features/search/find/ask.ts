/**
 * A question from its words to its answer: what is understood is applied, what is left is ranked, a word that nobody wrote is
 * corrected, and where nothing answers it is said what comes closest.
 */
import { agesOverlap, type AgeRange } from '@trame/cms/domain/ages';
import { readRange } from '../facts/ages.ts';
import type { Point } from '../facts/distance.ts';
import type { Facts, Flag, PageKind } from '../facts/format.ts';
import { folded } from '../question.ts';
import { understand, type UnderstoodQuestion } from '../understand/understand.ts';
import { fittingOf, hasCriteria, noCriteria, type Criteria, type From } from './criteria.ts';
import { join } from './join.ts';
import { lendsAnything, letsRooms } from './lending.ts';
import type { Library } from './library.ts';
import { closeTo, lookUp, type LookedFor } from './look-up.ts';
import { mend, type Unknown } from './mend.ts';
import { isAbout, LAST, rank, type Ask, type FoundTerm, type RankedPage, type Ranking } from './rank.ts';
import { termsOf, tokensOf } from './terms.ts';

export interface Question {
  readonly q: string;
  /** What was ticked. */
  readonly ticked: Criteria;
  /** The words as they are, even where nobody wrote them. */
  readonly literally: boolean;
  /** Where who asks stands; absent when they did not ask for what is near them. */
  readonly from?: Point | null;
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
  const mended = await mend(library, question.q, first.answer.understood, first);
  if (mended === null) return first.answer;
  const second = await answerOnce(library, mended.q, question, mended.begun);
  return { ...second.answer, corrected: mended.corrected };
}

/**
 * Pages that are all of what is asked, and nothing that is only close: every word that tells something stands on them, as it was
 * typed or by its family, and no criterion is missed. For who is told of new pages and did not look at the others.
 * @returns null when nothing is asked
 */
export async function askStrictly(library: Library, question: Question): Promise<readonly RankedPage[] | null> {
  const { answer, saysAll } = await answerOnce(library, question.q, question);
  if (answer.idle) return null;
  return answer.exact.filter(({ page }) => saysAll(page));
}

interface Once extends Unknown {
  readonly answer: Answer;
  /** Does a page say every word that is looked for? None does where a need as a whole is nowhere. */
  readonly saysAll: (page: number) => boolean;
}

async function answerOnce(
  library: Library,
  q: string,
  { ticked, open = [], from: at = null }: Question,
  begun: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Once> {
  const { facts, places, today } = library;
  const understood = understand(q, { places, today });
  const joined = join(
    ticked,
    understood.pieces.map(({ piece }) => piece),
  );
  const criteria: Criteria = { ...joined, ...Object.fromEntries(open.map((key) => [key, noCriteria[key]])) };
  // Without the file of points, communes tell the distance well enough.
  const points = at === null ? null : library.points().catch(() => () => null);
  // What the words themselves stand in comes beside what the lexicon makes of them.
  library.index.expect(termsOf(q, understood, {}).flatMap(tokensOf));
  const asks = await library.asks(understood.words.map((word) => word.stem));
  const terms = termsOf(q, understood, asks);
  const all = (await Promise.all(terms.map((term) => lookUp(library, term, begun)))).flat();
  const lookedFor = storyAside(facts, all, understood.pieces.length > 0);
  const hard = lookedFor.filter(({ term }) => !term.soft);
  // A subject that nobody offers is not answered by the little words around it.
  const meant = hard.filter(
    ({ isEmpty, isPart, isMentioned, close }) => !isEmpty && !isPart && !isMentioned && close === null,
  );
  const isWhole = hard.every(({ isEmpty }) => !isEmpty);
  const hasSubject =
    hard.length === 0 || (meant.length > 0 && (isWhole || meant.some(({ found }) => isAbout(facts, found))));
  const closest = hasSubject ? undefined : hard.find(({ close }) => close !== null);
  const absent = hard
    .filter(({ isEmpty, isMentioned, close }) => isEmpty || ((close !== null || isMentioned) && !hasSubject))
    .map(({ term }) => term);
  const intents = intentsOf(understood);
  const from: From | null = at === null || points === null ? null : { at, exact: await points };
  const asking = {
    fitting: fittingOf(facts, criteria, hard.length > 0, today, from),
    prefers: intents,
    favours: favoursOf(facts, q, criteria.volunteers),
    byDistance: criteria.within !== null || from !== null,
    isForSomebody: criteria.ages.length > 0 && intents.length === 0,
    hasCriteria: hasCriteria(criteria) || intents.length > 0 || from !== null,
  };
  const rankAll = (found: readonly FoundTerm[]): Ranking => rank(facts, { ...asking, terms: found });
  // Of what is close to a subject that is absent, the little words around it say nothing.
  const heard = lookedFor
    .filter(({ isEmpty, term }) => !isEmpty && (hasSubject || !term.soft))
    .map(({ found }) => found);
  const found = heard.length > 0 || hasSubject ? rankAll(heard) : nothing;
  const borrowed = understood.pieces.flatMap(({ piece }) => (piece.kind === 'pret' ? [piece.what] : []))[0];
  const lends =
    borrowed === undefined || hard.length === 0
      ? null
      : borrowed === 'salle'
        ? letsRooms(library)
        : await lendsAnything(library);
  const lent =
    lends === null
      ? found
      : rank(facts, {
          ...asking,
          terms: heard,
          fitting: (page, row) => (lends(page) ? asking.fitting(page, row) : null),
        });
  const isLent = lent.exact.length + lent.near.length > 0;
  const ranking = isLent ? lent : found;
  // What nobody lends is not there, whoever does something with it.
  const isHere = hasSubject && (isLent || found.exact.length + found.near.length === 0);
  // What only the plan of action and others elsewhere say in passing is no answer to a resident.
  const isThere = isHere && !(hard.length > 0 && isOnlyInPassing(facts, ranking, hard));
  const closeToSubject = isHere
    ? await insteadOf(library, ranking, hard, rankAll)
    : asClose(closest?.close ?? null, 'partly', associationsFirst(facts, [...ranking.exact, ...ranking.near]));
  const isNothing = closeToSubject === null && (!isThere || ranking.exact.length + ranking.near.length === 0);
  // Never nothing: where nobody has the subject, what fits the age, the day and the place that were said.
  const close =
    isNothing && hard.length > 0 && saysWho(criteria)
      ? asClose(
          null,
          'partly',
          rank(facts, restOf(facts, asking, criteria, lookedFor, { today, from })).exact.filter(isPastime(facts)),
        )
      : closeToSubject;
  return {
    answer: {
      q,
      corrected: [],
      understood,
      criteria,
      ...(close === null && isThere ? ranking : nothing),
      absent: (absent.length === 0 && (close !== null || !isThere) ? hard.map(({ term }) => term) : absent).map(
        ({ said }) => said,
      ),
      close,
      marked: lookedFor.flatMap(({ term: { word } }) => (word === null ? [] : [word.stem])),
      idle: lookedFor.length === 0 && !asking.hasCriteria,
    },
    unknown: absent.filter(
      ({ word, alternatives }) => word !== null && alternatives.every(({ family }) => family === null),
    ),
    hasOther: hard.some(({ isEmpty, close }) => !isEmpty && close === null),
    saysAll: (page) =>
      hard.every(({ found, isPart, close }) => isPart === undefined && close === null && isSaidOn(facts, found, page)),
  };
}

/**
 * What everybody says tells the story where something else is asked, unless some page is about it: "exercices pour la tête".
 * @param isBeside is something understood besides the words?
 */
function storyAside(facts: Facts, lookedFor: readonly LookedFor[], isBeside: boolean): LookedFor[] {
  const isStory = ({ term, found }: LookedFor): boolean => term.isCommon && !isAbout(facts, found);
  const hasSubject = lookedFor.some((one) => !one.term.soft && !isStory(one));
  if (!hasSubject && !isBeside) return [...lookedFor];
  return lookedFor.map((one) =>
    isStory(one) ? { ...one, term: { ...one.term, soft: true }, found: { ...one.found, soft: true } } : one,
  );
}

/** Is it told for whom or when? A place alone says too little of what somebody may like. */
const saysWho = ({ ages, days: on, moments, dates }: Criteria): boolean =>
  ages.length + on.length + moments.length > 0 || dates !== null;

/** What is left of a question without its subject. */
const restOf = (
  facts: Facts,
  asking: Omit<Ask, 'terms'>,
  criteria: Criteria,
  lookedFor: readonly LookedFor[],
  { today, from }: { readonly today: string; readonly from: From | null },
): Ask => ({
  ...asking,
  fitting: fittingOf(facts, criteria, false, today, from),
  terms: lookedFor.filter(({ term, isEmpty }) => term.soft && !isEmpty).map(({ found }) => found),
});

const isPastime =
  (facts: Facts) =>
  ({ page }: RankedPage): boolean =>
    !LAST.includes(facts.kind(page));

const isSaidOn = (facts: Facts, { themes, alternatives }: FoundTerm, page: number): boolean =>
  alternatives.some(({ places }) => places.has(page)) || facts.themes(page).some((theme) => themes.includes(theme));

/** As close as the closest, within this. */
const AS_CLOSE = 0.6;

/** Who has a need that nobody answers is helped by who is there, rather than by a date or a form. */
const associationsFirst = (facts: Facts, pages: readonly RankedPage[]): RankedPage[] => {
  const best = Math.max(...pages.map(({ score }) => score));
  const isFirst = ({ page, score }: RankedPage): boolean =>
    facts.kind(page) === 'associations' && score >= best * AS_CLOSE;
  const isLast = ({ page }: RankedPage): boolean => LAST.includes(facts.kind(page));
  if (pages.every(isLast)) return [];
  const between = pages.filter((one) => !isFirst(one) && !isLast(one));
  return [...pages.filter(isFirst), ...between, ...pages.filter(isLast)];
};

const isOnlyInPassing = (facts: Facts, { exact, near }: Ranking, subject: readonly LookedFor[]): boolean =>
  [...exact, ...near].every(({ page }) => LAST.includes(facts.kind(page))) &&
  !subject.some(({ found }) => isAbout(facts, found));

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
  return isOnlyInPassing(library.facts, ranking, subject) ? null : asClose(null, 'elsewhere', ranking.exact);
}

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
  [/en famille|parents? enfants?|avec mes enfants|toute la famille|petits et grands|tous ensemble/, [], 'famille'],
];

/** With whom somebody wants to spend the time that they give: no age of their own. */
const BESIDE: readonly (readonly [RegExp, readonly Flag[], string])[] = [
  [/\benfants?\b|\bgamins\b|\bpetits\b|\becole/, [], 'enfant'],
  [/\bjeunes\b|\bados?\b|adolescents?/, [], 'ado'],
  [/\bages?e?s?\b|\baines\b|\bseniors?\b|\banciens\b|\bvieux\b/, [], 'senior'],
];

const CHILDREN: AgeRange = { ageMin: 3, ageMax: 8 };
const welcomesChildren = (ages: string): boolean => agesOverlap(CHILDREN, readRange(ages));

/** Whoever asks how it is done is told by a guide or by who helps with it, rather than by who does it. */
const HOW =
  /\bcomment (?:(?:on|je|nous|peut|doit|faut il|bien) )*(?:fait|faire|organise|organiser|cree|creer|monte|monter|avoir|obtenir|demander|declarer|trouver|gerer|assurer|remplir)\b/;
const TELLING_HOW: readonly PageKind[] = ['guides', 'ressources'];

function favoursOf(facts: Facts, q: string, givesTime: boolean): Ask['favours'] {
  const text = folded(q).replace(/[^a-z0-9]+/g, ' ');
  const said = [...FAVOURED, ...(givesTime ? BESIDE : [])].filter(([pattern]) => pattern.test(text));
  const asksHow = HOW.test(text);
  if (said.length === 0 && !asksHow) return () => false;
  const flags = said.flatMap(([, own]) => own);
  const publics = said.flatMap(([, , own]) =>
    own === null ? [] : facts.file.publics.flatMap((slug, rank) => (slug.includes(own) ? [rank] : [])),
  );
  const together = said.some(([, , own]) => own === 'famille');
  return (page, row) =>
    (asksHow && TELLING_HOW.includes(facts.kind(page))) ||
    flags.some((flag) => facts.has(page, flag)) ||
    (publics.some((one) => facts.publics(page).includes(one)) &&
      // A building site from 16 on is no outing with children, whoever the association welcomes besides.
      (!together || welcomesChildren(facts.row(row).ages)));
}
