/**
 * What a search knows of every page without opening it: for whom, when, where, at what price. One file of columns
 * (`<bundle>/faits.json`), of which a browser needs the whole; lists that many rows share stand once.
 */

import { stem } from '../stem.ts';

/** A browser that has an older page open asks a newer release: it reads the page again when this differs. */
export const FACTS_VERSION = 5;
export const FACTS_FILE = 'faits.json';

/** What a page is, in the order of the results. */
export const pageKinds = [
  'associations',
  'agenda',
  'ressources',
  'guides',
  'experiences',
  'plan-d-actions',
  'ailleurs',
] as const;
export type PageKind = (typeof pageKinds)[number];

export const flagBits = {
  volunteers: 1,
  mobility: 2,
  hearing: 4,
  sight: 8,
  mind: 16,
  room: 32,
  material: 64,
} as const;
export type Flag = keyof typeof flagBits;

export interface FactsCommune {
  readonly slug: string;
  readonly name: string;
  /** Degrees; null when it is not known where it is. */
  readonly at: readonly [latitude: number, longitude: number] | null;
  readonly postalCodes: readonly string[];
  /** Other names that people use. */
  readonly others: readonly string[];
}

/** What Pagefind asks for first. It stands here since facts and index answer together: one file says which release they are of. */
export interface IndexHead {
  /** `pagefind-entry.json` as it was written. */
  readonly entry: string;
  /** Its list of pages and of words (`bytes-as-signs.ts`). */
  readonly meta: string;
  /** Its pieces of words, in their order: with which word each begins, and what its file is called. */
  readonly pieces: readonly (readonly [begins: string, file: string])[];
  /** What the results show is little: it comes in one file with the rest, and not page by page once the answer is known. */
  readonly isShort: boolean;
}

/** Every column has one number for each page, or for each row: a page without activities has one row. */
export interface FactsFile {
  readonly version: number;
  /** null when there is no page. */
  readonly index: IndexHead | null;
  readonly communes: readonly FactsCommune[];
  /** Slugs. */
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  /** Lists of ranks, shared: `pages.themes[3]` is the rank here of a list of ranks in `themes`. */
  readonly lists: readonly (readonly number[])[];
  /** Age ranges as in `ages.ts`, shared. */
  readonly ages: readonly string[];
  /** Days and moments as in `moments.ts`, shared. */
  readonly times: readonly number[];
  /** Dates to come, shared: pairs of first and last day, counted from `day0`, in order. */
  readonly dates: readonly (readonly number[])[];
  /** `YYYY-MM-DD` */
  readonly day0: string;
  readonly pages: {
    readonly kind: readonly number[];
    readonly themes: readonly number[];
    readonly publics: readonly number[];
    readonly communes: readonly number[];
    readonly flags: readonly number[];
    /** Words of the name, at the beginning of what is indexed. */
    readonly name: readonly number[];
    /** Words of the rest, behind the rows; what is only mentioned stands behind them. */
    readonly text: readonly number[];
    readonly rows: readonly number[];
  };
  readonly rows: {
    /** Words of the label, then of the rest, behind the name and the rows before. */
    readonly label: readonly number[];
    readonly text: readonly number[];
    readonly ages: readonly number[];
    readonly times: readonly number[];
    /** -1: those of the page. */
    readonly communes: readonly number[];
    /** Euros; -1 when nothing is said. */
    readonly price: readonly number[];
    readonly dates: readonly number[];
  };
}

/** What a row says, decoded. */
export interface Row {
  readonly ages: string;
  readonly times: number;
  readonly communes: readonly number[];
  readonly price: number | null;
  readonly dates: readonly number[];
}

export type Facts = ReturnType<typeof readFacts>;

/** @throws {Error} when the file is of another version or no such file: the page that asks is older or newer than the release */
export function readFacts(file: unknown) {
  const facts = file as Partial<FactsFile> | null;
  if (facts?.version !== FACTS_VERSION || facts.pages === undefined || facts.rows === undefined)
    throw new Error('The facts of the search are of another version');
  const { pages, rows, lists } = facts as FactsFile;
  const pageCount = pages.kind.length;
  const firstRow = new Int32Array(pageCount + 1);
  for (let page = 0; page < pageCount; page += 1) firstRow[page + 1] = firstRow[page]! + pages.rows[page]!;
  const pageOf = new Int32Array(firstRow[pageCount]!);
  for (let page = 0; page < pageCount; page += 1) pageOf.fill(page, firstRow[page], firstRow[page + 1]);
  const none: readonly number[] = [];
  const stemsOfThemes = (facts as FactsFile).themes.map((slug) => slug.split('-').map(stem));
  return {
    file: facts as FactsFile,
    pageCount,
    firstRow,
    pageOf,
    kind: (page: number): PageKind => pageKinds[pages.kind[page]!]!,
    themes: (page: number): readonly number[] => lists[pages.themes[page]!] ?? none,
    publics: (page: number): readonly number[] => lists[pages.publics[page]!] ?? none,
    has: (page: number, flag: Flag): boolean => (pages.flags[page]! & flagBits[flag]) !== 0,
    /** Themes of which a word of the name has that stem, by rank. */
    themesSaying: (asked: string): number[] =>
      stemsOfThemes.flatMap((stems, theme) => (stems.includes(asked) ? [theme] : [])),
    /** The same for two rows that say the same of everything that a criterion asks. */
    sameness: (page: number, row: number): string => {
      const own = rows.communes[row]!;
      const communes = own === -1 ? pages.communes[page]! : own;
      const volunteers = pages.flags[page]! & flagBits.volunteers;
      return `${pages.kind[page]} ${volunteers} ${rows.ages[row]} ${rows.times[row]} ${communes} ${rows.price[row]} ${rows.dates[row]}`;
    },
    row(row: number): Row {
      const own = rows.communes[row]!;
      const price = rows.price[row]!;
      return {
        ages: (facts as FactsFile).ages[rows.ages[row]!]!,
        times: (facts as FactsFile).times[rows.times[row]!]!,
        communes: lists[own === -1 ? pages.communes[pageOf[row]!]! : own] ?? none,
        price: price === -1 ? null : price,
        dates: (facts as FactsFile).dates[rows.dates[row]!] ?? none,
      };
    },
  };
}
