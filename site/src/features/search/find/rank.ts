/** Which pages answer, in which order: words are ranked, criteria are kept, and what is almost right comes with its reason. */
import type { Facts, PageKind } from '../facts/format.ts';
import type { Fit, Fitting, Miss } from './criteria.ts';
import type { Places } from './word-index.ts';

/** A term with what was found of it. */
export interface FoundTerm {
  readonly soft: boolean;
  /** Is it a need in several words, which says something however little each of them does ("apprendre à lire")? */
  readonly isNeed?: boolean;
  /** Themes of which the name says it, by rank. */
  readonly themes: readonly number[];
  readonly alternatives: readonly { readonly weight: number; readonly places: Places }[];
}

export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

export interface RankedPage {
  readonly page: number;
  readonly score: number;
  /** The rows that answer, the best first. */
  readonly rows: readonly RankedRow[];
  /** Of the best row; empty when it is what was asked. */
  readonly misses: readonly Miss[];
  readonly km: number | null;
}

export interface Ranking {
  /** What was asked. */
  readonly exact: readonly RankedPage[];
  /** What is closest to it, the reason in `misses`. */
  readonly near: readonly RankedPage[];
}

/** How much a word says where it stands. */
const WORTH = { name: 3, label: 2.6, theme: 1.8, text: 1.4, rest: 1, mention: 0.6, otherRow: 0.25 } as const;
/** What a text says more than once. */
const WORTH_OF_AGAIN = 0.2;
/** More where the summary begins with it: it says what there is before it says how. */
const OF_BEGINNING = 0.4;
const BEGINNING_OF_TEXT = 5;
/** More where a label begins with it: "danse de salon" is danced, "initiation aux danses" leads there. */
const OF_FIRST = 0.3;
/** Less for each word of the name that stands before: what it is called by its statutes comes behind what it calls itself. */
const OF_PLACE_IN_NAME = 0.1;
const FARTHEST_IN_NAME = 6;
/** More where a page is filed under nothing else: it is about that and little besides. */
const OF_ALONE = 0.4;
/** What is filed under a theme that the word names, besides what it says itself. */
const OF_THEME_TOO = 0.3;
/** The subject of a soft term is said by a criterion already. */
const SOFT = 0.4;
/** A row of which the words say less than this share of what the best of those that fit says is about something else. */
const LEAST_SHARE = 0.3;
/** As much of what the best of all says, whether it fits or not. */
const LEAST_OF_ALL = 0.3;
const OF_CLOSENESS = 0.35;
/** Beyond so many kilometres half of the worth is lost, where somebody asks for what is near. */
const HALF_KM = 8;
/** What takes place nobody knows where is not the nearest. */
const KM_OF_UNKNOWN = 16;
/** The plan of action and what others did elsewhere are never before what one can go to here (issue #12). */
export const LAST: readonly PageKind[] = ['plan-d-actions', 'experiences', 'ailleurs'];
const OF_KIND: Readonly<Record<PageKind, number>> = {
  associations: 1,
  agenda: 0.92,
  ressources: 0.85,
  guides: 0.8,
  experiences: 1,
  'plan-d-actions': 1,
  ailleurs: 1,
};
const FOR_NOBODY: readonly PageKind[] = ['ressources', 'guides'];
/** Few answers are completed by what is almost right. */
const ENOUGH = 5;
const MOST_NEAR = 20;

export interface Ask {
  readonly terms: readonly FoundTerm[];
  readonly fitting: Fitting;
  /** Kinds that somebody who asks so means ("emprunter une sono": resources). */
  readonly prefers: readonly PageKind[];
  /** Publics or flags that rank without being required: whether a row of a page has it. */
  readonly favours: (page: number, row: number) => boolean;
  readonly byDistance: boolean;
  /** Is somebody's age told? A room and a guide are for nobody's age. */
  readonly isForSomebody: boolean;
  /** Are there criteria? Without words and criteria nothing is asked. */
  readonly hasCriteria: boolean;
}

export function rank(facts: Facts, ask: Ask): Ranking {
  const { terms } = ask;
  const subject = terms.filter(({ soft }) => !soft);
  const scores = textScores(facts, terms);
  const isLast = (page: number): boolean => LAST.includes(facts.kind(page));
  const own = [...scores].flatMap(([row, score]) => (isLast(facts.pageOf[row]!) ? [] : [score]));
  // What comes last whatever it says is no measure for what comes before it.
  const best = largest(own.length > 0 ? own : [...scores.values()]);
  const exact = new Map<number, Candidate[]>();
  const near = new Map<number, Candidate[]>();
  const consider = (row: number, text: number): void => {
    const page = facts.pageOf[row]!;
    const fit = ask.fitting(page, row);
    if (fit === null) return;
    const into = fit.misses.length === 0 ? exact : near;
    const candidate = { row, text, score: worthOf(facts, ask, { page, row }, text, fit), fit };
    const known = into.get(page);
    if (known) known.push(candidate);
    else into.set(page, [candidate]);
  };
  if (subject.length === 0) {
    // What only criteria say is asked of everything; words that say it too come first.
    if (ask.hasCriteria || terms.length > 0)
      for (let row = 0; row < facts.pageOf.length; row += 1)
        consider(row, 1 + (best === 0 ? 0 : (scores.get(row) ?? 0) / best));
  } else {
    // What only the little words around the subject say is about something else.
    const telling = terms.filter(({ soft, isNeed }) => !soft || isNeed);
    const about = telling.length === terms.length ? scores : textScores(facts, telling);
    for (const [row, score] of scores)
      if (score >= best * LEAST_OF_ALL && (about.get(row) ?? 0) > 0) consider(row, score / best);
    keepTelling(exact);
    keepTelling(near);
  }
  const answers = sorted(facts, exact, ask.byDistance);
  for (const { page } of answers) near.delete(page);
  const almost = answers.length < ENOUGH ? byCost(facts, near).slice(0, MOST_NEAR) : [];
  // What is almost right here comes before what the plan of action says of it.
  if (answers.every(({ page }) => isLast(page)) && almost.some(({ page }) => !isLast(page)))
    return { exact: [], near: [...almost, ...answers] };
  return { exact: answers, near: almost };
}

/** Of tens of thousands, too: more than can be given to a function. */
const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

interface Candidate {
  readonly row: number;
  readonly text: number;
  readonly score: number;
  readonly fit: Fit;
}

/** Leaves out what says much less than the best one. */
function keepTelling(pages: Map<number, Candidate[]>): void {
  const best = Math.max(0, ...[...pages.values()].flat().map(({ text }) => text));
  for (const [page, rows] of pages) {
    const kept = rows.filter(({ text }) => text >= best * LEAST_SHARE);
    if (kept.length > 0) pages.set(page, kept);
    else pages.delete(page);
  }
}

function worthOf(
  facts: Facts,
  { prefers, favours, byDistance, isForSomebody }: Ask,
  { page, row }: { readonly page: number; readonly row: number },
  text: number,
  fit: Fit,
): number {
  const kind = facts.kind(page);
  let score = text * OF_KIND[kind] * (1 + OF_CLOSENESS * fit.closeness);
  if (prefers.length > 0) score *= prefers.includes(kind) ? 2 : 1;
  if (favours(page, row)) score *= 1.3;
  if (isForSomebody && FOR_NOBODY.includes(kind)) score *= 0.5;
  if (byDistance) score *= HALF_KM / (HALF_KM + (fit.km ?? KM_OF_UNKNOWN));
  return score;
}

/** Is a term what some page is about, by its name, the label of an activity or a theme? */
export const isAbout = (facts: Facts, found: FoundTerm): boolean => isSaid(facts, found, WORTH.theme);

/** Does some page say it otherwise than in passing? */
export const isTold = (facts: Facts, found: FoundTerm): boolean => isSaid(facts, found, WORTH.rest);

function isSaid(facts: Facts, { themes, alternatives }: FoundTerm, least: number): boolean {
  if (themes.length > 0) return true;
  return alternatives.some(({ weight, places }) =>
    [...places].some(([page, positions]) =>
      worthOfPlaces(facts, page, positions).some(([, worth]) => weight * worth >= least),
    ),
  );
}

/** Worth of the words of each row, by rank. */
function textScores(facts: Facts, terms: readonly FoundTerm[]): Map<number, number> {
  const total = new Map<number, number>();
  for (const { alternatives, soft, themes } of terms) {
    const pages = new Set(alternatives.flatMap(({ places }) => [...places.keys()]));
    const ofThemes = themes.length === 0 ? [] : pagesOf(facts, themes);
    for (const page of ofThemes) pages.add(page);
    if (pages.size === 0) continue;
    const idf = Math.log(1 + facts.pageCount / pages.size) * (soft ? SOFT : 1);
    const ofTerm = new Map<number, number>();
    for (const { weight, places } of alternatives) {
      for (const [page, positions] of places) {
        if (page < 0 || page >= facts.pageCount) continue;
        for (const [row, worth] of worthOfPlaces(facts, page, positions)) {
          const value = weight * worth;
          if (value > (ofTerm.get(row) ?? 0)) ofTerm.set(row, value);
        }
      }
    }
    for (const page of ofThemes) {
      const worth = WORTH.theme + OF_ALONE / facts.themes(page).length;
      for (let row = facts.firstRow[page]!; row < facts.firstRow[page + 1]!; row += 1)
        ofTerm.set(row, Math.max(worth, (ofTerm.get(row) ?? 0) + OF_THEME_TOO));
    }
    for (const [row, value] of ofTerm) total.set(row, (total.get(row) ?? 0) + idf * value);
  }
  return total;
}

/** Pages that are filed under one of these themes. */
const pagesOf = (facts: Facts, themes: readonly number[]): number[] =>
  Array.from({ length: facts.pageCount }, (_, page) => page).filter((page) =>
    facts.themes(page).some((theme) => themes.includes(theme)),
  );

/** What a word says of each row of a page, after where it stands. */
function worthOfPlaces(facts: Facts, page: number, positions: readonly number[]): [row: number, worth: number][] {
  const { name, text: rest } = facts.file.pages;
  const { label, text } = facts.file.rows;
  const [from, to] = [facts.firstRow[page]!, facts.firstRow[page + 1]!];
  let [nameAt, inRest, inMention, inRow, begins] = [Infinity, 0, false, 0, false];
  const own = new Float64Array(to - from);
  for (const position of positions) {
    let left = position - name[page]!;
    if (left < 0) {
      nameAt = Math.min(nameAt, position);
      continue;
    }
    let row = from;
    for (; row < to; row += 1) {
      if (left < label[row]!) {
        own[row - from] = Math.max(own[row - from]!, WORTH.label + (left === 0 ? OF_FIRST : 0));
        break;
      }
      left -= label[row]!;
      if (left < text[row]!) {
        own[row - from] = Math.max(own[row - from]!, WORTH.text);
        break;
      }
      left -= text[row]!;
    }
    if (row < to) inRow += 1;
    else if (left < rest[page]!) {
      inRest += 1;
      begins ||= left < BEGINNING_OF_TEXT;
    } else inMention = true;
  }
  // The name is read with what it says: a short one that is the word is the one that is meant. What an activity says by itself
  // the summary says of that activity, and not of the others.
  const ofText =
    inRest > 0
      ? WORTH.rest + (inRest > 1 ? WORTH_OF_AGAIN : 0) + (begins ? OF_BEGINNING : 0)
      : inMention
        ? WORTH.mention
        : 0;
  const inName = nameAt < Infinity;
  const ofName = WORTH.name + 1 / Math.max(1, name[page]!) - OF_PLACE_IN_NAME * Math.min(nameAt, FARTHEST_IN_NAME);
  const ofPage = Math.max(inName ? ofName : 0, inRow > 0 ? WORTH.otherRow : ofText);
  const several = (inName ? 0.15 : 0) + (inRest > 0 ? 0.1 : 0);
  return [...own].map((worth, at) => [from + at, Math.max(worth, ofPage) + (worth > 0 ? several : 0)]);
}

const better = (a: Candidate, b: Candidate): number => b.score - a.score || a.row - b.row;

function sorted(facts: Facts, pages: ReadonlyMap<number, readonly Candidate[]>, byDistance: boolean): RankedPage[] {
  return [...pages]
    .map(([page, rows]) => rankedPage(page, [...rows].sort(better)))
    .sort(
      (a, b) =>
        lastness(facts, a.page) - lastness(facts, b.page) ||
        b.score - a.score ||
        (byDistance ? (a.km ?? Infinity) - (b.km ?? Infinity) : 0) ||
        a.page - b.page,
    );
}

function byCost(facts: Facts, pages: ReadonlyMap<number, readonly Candidate[]>): RankedPage[] {
  const costOf = ({ fit, score }: Candidate): number => fit.cost - score;
  return [...pages]
    .map(([page, rows]) => {
      const byCost = [...rows].sort((a, b) => costOf(a) - costOf(b) || a.row - b.row);
      return {
        cost: costOf(byCost[0]!),
        ranked: rankedPage(
          page,
          byCost.filter(({ fit }) => fit.cost === byCost[0]!.fit.cost),
        ),
      };
    })
    .sort(
      (a, b) =>
        lastness(facts, a.ranked.page) - lastness(facts, b.ranked.page) ||
        a.cost - b.cost ||
        a.ranked.page - b.ranked.page,
    )
    .map(({ ranked }) => ranked);
}

const lastness = (facts: Facts, page: number): number => LAST.indexOf(facts.kind(page)) + 1;

function rankedPage(page: number, rows: readonly Candidate[]): RankedPage {
  const [best] = rows;
  return {
    page,
    score: best?.score ?? 0,
    rows: rows.map(({ row, score }) => ({ row, score })),
    misses: best?.fit.misses ?? [],
    km: best?.fit.km ?? null,
  };
}
