/** Names of the territory's own lists in a cell: themes, audiences, communes, several if need be. */
import { tellingWords } from '../../name-likeness.ts';
import type { Cell } from '../workbook.ts';
import { notUnderstood, understood, type CellReading } from './read.ts';
import { plainWords, saysNothing, tidyLine, tidyText } from './words.ts';

/** One of a list, by every name that people give it. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Other names: codes, everyday words, former names. */
  readonly aliases: readonly string[];
}

/** How names are told apart: « St-Savin », « SAINT SAVIN » and « Saint-Savin » are one; articles, plurals and « et » do not count. */
export const nameKey = (name: string): string =>
  plainWords(name)
    .replace(/(?<![\p{L}])st(e?)(?![\p{L}])/gu, 'saint$1')
    .split(' ')
    .filter((word) => !['et', 'de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'a', 'au', 'aux', '&'].includes(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join(' ');

export class ChoiceIndex {
  readonly #byKey = new Map<string, Choice>();
  readonly #choices: readonly Choice[];
  readonly #what: string;
  readonly #names: readonly string[];

  /** @param what for the sentence: "un thème" */
  constructor(what: string, choices: readonly Choice[]) {
    this.#what = what;
    this.#choices = choices;
    this.#names = choices.map(({ name }) => name);
    for (const choice of choices) {
      for (const name of [choice.name, ...choice.aliases]) {
        const key = nameKey(name);
        if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, choice);
      }
    }
  }

  find(name: string): Choice | undefined {
    return this.#byKey.get(nameKey(name));
  }

  /** The nearest ones, for a sentence and for a list to choose from. */
  near(name: string): Choice[] {
    const asked = new Set(tellingWords(name).map((word) => word.slice(0, 5)));
    return this.#choices
      .map((choice) => {
        const shared = [choice.name, ...choice.aliases]
          .flatMap(tellingWords)
          .filter((word) => asked.has(word.slice(0, 5))).length;
        return { choice, shared };
      })
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, 3)
      .map(({ choice }) => choice);
  }

  /** As the list writes them: always the same array. */
  get names(): readonly string[] {
    return this.#names;
  }

  get what(): string {
    return this.#what;
  }
}

const words = {
  unknown: (names: readonly string[], what: string, near: readonly string[]) =>
    `${names.map((name) => `«\u00a0${name}\u00a0»`).join(', ')} ${names.length > 1 ? 'ne correspondent' : 'ne correspond'} à ${what} de la liste.${
      near.length > 0 ? ` Peut-être ${near.map((name) => `«\u00a0${name}\u00a0»`).join(' ou ')}\u00a0?` : ''
    }`,
};

/** How many parts of a cell are looked at whole before it is cut further. */
const PARTS: readonly RegExp[] = [/[;|\n•]+/, /\s*\/\s*|\s[+&]\s/, /\s*,\s*/, /\s+(?:et|ou|-|–)\s+/i];

/** What an editor decided of a value of the file, once for all its lines: what it stands for, if anything. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;

function readPart(
  part: string,
  index: ChoiceIndex,
  known: KnownValues,
  depth: number,
): { ids: string[]; unknown: string[] } {
  const text = tidyLine(part).replace(/^[\s\d.)–-]+(?=\p{L})/u, '');
  if (saysNothing(text)) return { ids: [], unknown: [] };
  const decided = known.get(nameKey(text));
  if (decided !== undefined) return { ids: [...decided], unknown: [] };
  const whole = index.find(text) ?? index.find(part.trim());
  if (whole) return { ids: [whole.id], unknown: [] };
  const cut = PARTS[depth];
  if (cut === undefined) return { ids: [], unknown: [text] };
  const parts = part.split(cut).filter((one) => one.trim() !== '');
  if (parts.length < 2) return readPart(part, index, known, depth + 1);
  const read = parts.map((one) => readPart(one, index, known, depth + 1));
  const unknown = read.flatMap((one) => one.unknown);
  // Nothing of it is known: it is told as it was written, not in pieces.
  return unknown.length === parts.length
    ? { ids: [], unknown: depth === PARTS.length - 1 ? [text] : unknown }
    : { ids: read.flatMap((one) => one.ids), unknown };
}

export interface ReadNames {
  /** In the order of the cell, each once. */
  readonly ids: readonly string[];
  /** What is none of the list, as it was written. */
  readonly unknown: readonly string[];
}

/** Reads a cell of names. */
export function readNames(cell: Cell, index: ChoiceIndex, known: KnownValues): CellReading<ReadNames> {
  const text = tidyText(cell.text);
  const { ids, unknown } = readPart(text, index, known, 0);
  const value = { ids: [...new Set(ids)], unknown };
  if (unknown.length === 0) return understood(value);
  const near = unknown.flatMap((name) => index.near(name)).map(({ name }) => name);
  return notUnderstood(value, words.unknown(unknown, index.what, [...new Set(near)].slice(0, 3)));
}
