/** Opens what a search needs, from a release: the facts and the index at once, the lexicon with the first words, the dictionary when one is not known. */
import { days } from '@trame/cms/domain/vocabulary/days';
import { BUNDLE } from '../../../view/search-bundle.ts';
import { FACTS_FILE, readFacts, type Facts } from '../facts/format.ts';
import {
  familiesPath,
  partPath,
  partsFor,
  readFamilies,
  readPart,
  type Asks,
  type FamiliesFile,
} from '../bundle/lexicon.ts';
import { placesOf, type Places } from '../understand/places.ts';
import { dictionaryOf, type Dictionary } from './spelling.ts';
import { emptyIndex, openWordIndex, type PagefindModule, type WordIndex } from './word-index.ts';
import { once, oncePerKey } from '../../../once.ts';
import { POINTS_FILE, readPoints, type ExactPlaces } from '../bundle/points-file.ts';
import { foreignPath, readForeign, type InFrench } from '../bundle/foreign.ts';
import { COMMON_FILE, readCommon, readWordList, WORD_LIST_FILE } from '../bundle/word-list.ts';

/** What an answer is made from; what is a function is fetched when it is needed. */
export interface Library {
  readonly facts: Facts;
  readonly index: WordIndex;
  /** What phrases of these stems ask for. */
  readonly asks: (stems: readonly string[]) => Promise<Asks>;
  /** What is known more closely than by its commune. @throws when the file is not there or of another release */
  readonly points: () => Promise<ExactPlaces>;
  readonly families: () => Promise<FamiliesFile['families']>;
  /** Words of another language that the site speaks, in French; none where there are none. @param tag BCP 47 */
  readonly foreign: (tag: string) => Promise<InFrench>;
  /** What the communes are called. */
  readonly places: Places;
  /** Words of the index and of the lexicon first, then what the map and the calendar know. */
  readonly dictionary: () => Promise<Dictionary>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface Sources {
  /** Pagefind's module. */
  readonly load: () => Promise<PagefindModule>;
  /** A file of the bundle, parsed. @throws when it is not there */
  readonly json: (path: string) => Promise<unknown>;
  /** `YYYY-MM-DD` in the territory. */
  readonly today: string;
  /** Of the site; empty in a page of it. */
  readonly origin?: string;
  /** Stems of the question for which it is opened. */
  readonly expected?: readonly string[];
  /** Fetches a file before Pagefind asks for it; absent where no file is far. */
  readonly ahead?: (path: string) => Promise<ArrayBuffer>;
}

/** @throws {Error} when the facts are missing or of another version than this program; what is missing of the index is told when it is asked */
export async function openLibrary({ load, json, today, origin = '', expected = [], ahead }: Sources): Promise<Library> {
  const file = (name: string): Promise<unknown> => json(`${origin}/${BUNDLE}/${name}`);
  // The parts of the lexicon that the first question needs come beside what opens the index.
  const asks = lexiconReader(file);
  void asks(expected);
  const loading = load();
  loading.catch(() => undefined); // it is told with the first word that is looked up
  const facts = readFacts(await file(FACTS_FILE));
  const { index: head } = facts.file;
  const { pageCount } = facts;
  // Pagefind refuses to open an index without pages: a directory that is still empty.
  const index =
    head === null || pageCount === 0
      ? emptyIndex
      : openWordIndex(() => loading, { head, pageCount, origin, ...(ahead && { ahead }) });
  const places = placesOf(
    facts.file.communes.map(({ slug, name, others, postalCodes }) => ({ slug, names: [name, ...others], postalCodes })),
  );
  return {
    facts,
    index,
    today,
    places,
    asks,
    points: once(() => file(POINTS_FILE).then((points) => readPoints(points, facts.pageOf.length))),
    foreign: foreignReader(file),
    families: once(() => file(familiesPath).then(readFamilies)),
    dictionary: once(async () => {
      const [list, common] = await Promise.all([file(WORD_LIST_FILE), file(COMMON_FILE)]);
      const written = readWordList(list);
      const names = [...places.keys()].filter((name) => /^[a-z]+$/.test(name));
      return dictionaryOf([...new Set([...written, ...days.values, ...names])], readCommon(common));
    }),
  };
}

/** Words of languages, each fetched once. Without them a question is looked for as it is. */
function foreignReader(file: (path: string) => Promise<unknown>): Library['foreign'] {
  const words = oncePerKey((tag) => file(foreignPath(tag)).then(readForeign));
  return (tag) => words(tag).catch(() => ({}));
}

/** What phrases ask for, from the parts of the lexicon that their words stand in; each is fetched once. */
function lexiconReader(file: (path: string) => Promise<unknown>): Library['asks'] {
  const read = oncePerKey((part) => file(partPath(part)).then(readPart));
  const none: Asks = {};
  return async (stems) => {
    const found = await Promise.all(
      // What is missing only helps: without it words stand for themselves.
      partsFor(stems).map((part) => read(part).catch(() => none)),
    );
    // Without a prototype: "constructor" is a word like another.
    return Object.assign(Object.create(null) as object, ...found) as Asks;
  };
}
