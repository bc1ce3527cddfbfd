/**
 * A question from its words to its answer: what is understood is applied, what is left is ranked, a word that nobody wrote is
 * corrected, and where nothing answers it is said what comes closest.
 */
import type { Facts, Flag, PageKind } from '../facts/format.ts';
import { folded } from '../question.ts';
import { understand, type UnderstoodQuestion } from '../understand/understand.ts';
import { fittingOf, hasCriteria, noCriteria, type Criteria } from './criteria.ts';
import { join } from './join.ts';
import type { Library } from './library.ts';
import { closeTo, lookUp, type LookedFor } from './look-up.ts';
import { mend, type Unknown } from './mend.ts';
import { isAbout, LAST, rank, type FoundTerm, type RankedPage, type Ranking } from './rank.ts';
import { termsOf } from './terms.ts';

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
  const mended = await mend(library, question.q, first.answer.understood, first);
  if (mended === null) return first.answer;
  const second = await answerOnce(library, mended.q, question, mended.begun);
  return { ...second.answer, corrected: mended.corrected };
}

interface Once extends Unknown {
  readonly answer: Answer;
}

async function answerOnce(
  library: Library,
  q: string,
  { ticked, open = [] }: Question,
  begun: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Once> {
  const { facts, places, today } = library;
  const understood = understand(q, { places, today });
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
