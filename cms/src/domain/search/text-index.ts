/**
 * An index in memory of everything by which a record may be remembered. PostgreSQL’s own means (`unaccent`, `pg_trgm`) are
 * extensions, which a customer’s database may not have and its account may not be allowed to add; none of them knows that
 * 0536490000 and « 05 36 49 00 00 » are one number. A directory fits into memory many times over.
 */
import { readQuestion, type Term } from './read-question.ts';
import { lettersOf, mayBeWithin, slipsAllowed, slipsBetween } from './typos.ts';
import { digitsOf, foldAddress, numbersIn, wordsOf } from './words.ts';

/** How a value is looked for, and how much it says about what somebody means. */
export type ValueKind = 'title' | 'person' | 'number' | 'address' | 'place' | 'activity' | 'text';

const WEIGHT: Readonly<Record<ValueKind, number>> = {
  title: 10,
  person: 8,
  number: 8,
  address: 8,
  place: 5,
  activity: 4,
  text: 1,
};

export interface IndexedValue {
  /** Of the record’s type: what a role may or may not read. */
  readonly attribute: string;
  readonly kind: ValueKind;
  readonly text: string;
  /** What to call it where it is the reason of a result: « Marie Dupont, présidente ». */
  readonly note?: string;
}

export interface IndexedDocument<Data> {
  readonly data: Data;
  /** What is looked for every day comes before the rest; 0 when it is not said. */
  readonly worth?: number;
  readonly values: readonly IndexedValue[];
}

export interface Match<Data> {
  readonly data: Data;
  readonly score: number;
  /** The values that matched beside the title, the most telling first. */
  readonly because: readonly IndexedValue[];
}

export interface Search<Data> {
  /** Whether who asks may know this record. */
  readonly mayKnow?: (data: Data) => boolean;
  /** Whether who asks may read this attribute of it: what may not be read finds nothing, or asking would tell it. */
  readonly mayRead?: (data: Data, attribute: string) => boolean;
}

export interface TextIndex<Data> {
  readonly documents: readonly Data[];
  /** Everything that answers the question, the best first; of the same worth, in the order in which they were given. */
  search(question: string, search?: Search<Data>): Match<Data>[];
}

/** A document’s number and its value’s, in one number. */
const VALUES = 1024;

interface Best {
  score: number;
  value: number;
}
type Found = Map<number, Best>;

const keep = (found: Found, document: number, value: number, score: number): void => {
  const best = found.get(document);
  if (best === undefined) found.set(document, { score, value });
  else if (score > best.score) {
    best.score = score;
    best.value = value;
  }
};

/** How well digits answer those that were asked for; 0 when they do not. The end of a number is what people remember. */
function digitsScore(digits: string, asked: string): number {
  if (digits === asked) return 1;
  if (digits.endsWith(asked)) return 0.9;
  if (digits.startsWith(asked)) return 0.8;
  return asked.length > 5 && digits.includes(asked) ? 0.5 : 0;
}

class MemoryIndex<Data> implements TextIndex<Data> {
  readonly documents: readonly Data[];
  private readonly values: readonly (readonly IndexedValue[])[];
  private readonly worths: Float32Array;
  /** Word → where it stands. */
  private readonly postings = new Map<string, number[]>();
  private readonly words: readonly string[];
  /** Of each word. */
  private readonly letters: Int32Array;
  /** How many words the name of each document has; 0 when it has none. */
  private readonly titleLengths: Uint16Array;
  private readonly numbers: { digits: string; at: number }[] = [];
  private readonly addresses: { text: string; at: number }[] = [];

  constructor(documents: readonly IndexedDocument<Data>[]) {
    this.documents = documents.map(({ data }) => data);
    this.worths = Float32Array.from(documents, ({ worth }) => worth ?? 0);
    this.values = documents.map(({ values }) => values.slice(0, VALUES));
    this.values.forEach((values, document) =>
      values.forEach((value, rank) => this.add(value, document * VALUES + rank)),
    );
    this.words = [...this.postings.keys()].sort();
    this.letters = Int32Array.from(this.words, lettersOf);
    this.titleLengths = Uint16Array.from(this.values, (values) => {
      const title = values.find(({ kind }) => kind === 'title');
      return title === undefined ? 0 : wordsOf(title.text).length;
    });
  }

  private add({ kind, text }: IndexedValue, at: number): void {
    if (kind === 'number') this.numbers.push({ digits: digitsOf(text), at });
    else if (kind === 'text') for (const digits of numbersIn(text)) this.numbers.push({ digits, at });
    if (kind === 'address') this.addresses.push({ text: foldAddress(text), at });
    for (const word of new Set(wordsOf(text))) {
      const places = this.postings.get(word);
      if (places === undefined) this.postings.set(word, [at]);
      else places.push(at);
    }
  }

  search(question: string, asked: Search<Data> = {}): Match<Data>[] {
    const terms = readQuestion(question);
    if (terms.length === 0) return [];
    const may = this.reading(asked);
    // What is spelled as it was typed comes alone: « judo » asks for no « ludo ».
    const exact = this.matching(terms, may, false);
    const found = exact.length > 0 ? exact : this.matching(terms, may, true);
    return found.sort((a, b) => b.score - a.score || a.document - b.document).map((one) => this.match(one));
  }

  /** Whether a place of the index may be read, each document asked about once. */
  private reading({ mayKnow, mayRead }: Search<Data>): (at: number) => boolean {
    const known = new Int8Array(this.documents.length);
    return (at) => {
      const document = Math.floor(at / VALUES);
      const data = this.documents[document]!;
      if (known[document] === 0) known[document] = mayKnow === undefined || mayKnow(data) ? 1 : -1;
      if (known[document] === -1) return false;
      return mayRead === undefined || mayRead(data, this.values[document]![at % VALUES]!.attribute);
    };
  }

  private matching(terms: readonly Term[], may: (at: number) => boolean, withSlips: boolean) {
    const all = terms.map((term) => this.placesOf(term, may, withSlips));
    const [fewest, ...others] = [...all].sort((a, b) => a.size - b.size);
    const found: { document: number; score: number; bests: Best[] }[] = [];
    for (const [document, best] of fewest ?? new Map<number, Best>()) {
      const bests = [best];
      for (const other of others) {
        const more = other.get(document);
        if (more === undefined) break;
        bests.push(more);
      }
      if (bests.length < terms.length) continue;
      const score = bests.reduce((sum, one) => sum + one.score, 0);
      found.push({ document, score: score + this.wholeTitle(document, terms) + this.worths[document]!, bests });
    }
    return found;
  }

  /** A name that says all that was asked and little else is the one that was meant. */
  private wholeTitle(document: number, terms: readonly Term[]): number {
    const length = this.titleLengths[document]!;
    return length === 0 ? 0 : (2 * terms.length) / (terms.length + length);
  }

  private match({ document, score, bests }: { document: number; score: number; bests: readonly Best[] }): Match<Data> {
    const values = this.values[document]!;
    const reasons = [...bests].sort((a, b) => b.score - a.score).map(({ value }) => values[value]!);
    const because = [...new Set(reasons)].filter(({ kind }) => kind !== 'title');
    return { data: this.documents[document]!, score, because };
  }

  private placesOf(term: Term, may: (at: number) => boolean, withSlips: boolean): Found {
    if (term.kind === 'word') return this.placesOfWord(term.word, may, withSlips);
    const found: Found = new Map();
    if (term.kind === 'address') {
      for (const { text, at } of this.addresses)
        if (text.includes(term.text) && may(at)) this.keepAt(found, at, text === term.text ? 1 : 0.8);
      return found;
    }
    for (const { digits, at } of this.numbers) {
      const score = digitsScore(digits, term.digits);
      if (score > 0 && may(at)) this.keepAt(found, at, score);
    }
    // A year in a name, a postal code: digits that are words.
    const [first, ...others] = term.parts.map((part) => this.placesOfWord(part, may, false));
    for (const [document, best] of first ?? new Map<number, Best>())
      if (others.every((other) => other.has(document))) keep(found, document, best.value, best.score);
    return found;
  }

  private keepAt(found: Found, at: number, share: number): void {
    const document = Math.floor(at / VALUES);
    const rank = at % VALUES;
    keep(found, document, rank, share * WEIGHT[this.values[document]![rank]!.kind]);
  }

  private placesOfWord(word: string, may: (at: number) => boolean, withSlips: boolean): Found {
    const found: Found = new Map();
    const take = (known: string, share: number) => {
      for (const at of this.postings.get(known) ?? []) if (may(at)) this.keepAt(found, at, share);
    };
    for (let rank = this.firstFrom(word); this.words[rank]?.startsWith(word); rank += 1) {
      const known = this.words[rank]!;
      take(known, known === word ? 1 : 0.7);
    }
    const most = withSlips ? slipsAllowed(word.length) : 0;
    if (most === 0) return found;
    const letters = lettersOf(word);
    for (const [rank, known] of this.words.entries()) {
      if (known.length < word.length - most || !mayBeWithin(letters, this.letters[rank]!, most)) continue;
      const slips = slipsBetween(word, known, most, true);
      if (slips > 0 && slips <= most) take(known, 0.5 / slips);
    }
    return found;
  }

  /** Rank of the first word that does not come before this one. */
  private firstFrom(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Makes an index of documents; linear in what they say. */
export const textIndex = <Data>(documents: readonly IndexedDocument<Data>[]): TextIndex<Data> =>
  new MemoryIndex(documents);
