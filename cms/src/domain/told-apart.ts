/** Two « Comité des fêtes » of two communes: a list that gives names alone says which is which, and says no more than that. */
import { withoutAccents } from './french.ts';

/** What an entry is called, and where its seat is; null where that is not known. */
export interface Named {
  readonly name: string;
  readonly commune: string | null;
  /** What may tell it from another of the same name and commune, the best first: its acronym, what it does. */
  readonly marks?: readonly (string | null)[];
}

/** As readers compare names: neither accents, case, punctuation nor spaces make another one. */
const sameName = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Who bears something, each once. */
class Bearers<Entry> {
  readonly #entries = new Map<string, Set<Entry>>();
  add(what: string, entry: Entry): void {
    const found = this.#entries.get(what);
    if (found === undefined) this.#entries.set(what, new Set([entry]));
    else found.add(entry);
  }
  /** By another entry as well. */
  isShared(what: string): boolean {
    return (this.#entries.get(what)?.size ?? 0) > 1;
  }
}

const inCommune = ({ name, commune }: Named): string => `${sameName(name)}\n${commune ?? ''}`;
const withMark = (named: Named, mark: string): string => `${inCommune(named)}\n${sameName(mark)}`;
const marksOf = ({ marks = [] }: Named): string[] =>
  marks.filter((mark) => mark !== null && sameName(mark) !== '') as string[];

/**
 * How each entry of a list is written: by its name, with its commune after it when another entry of the list bears the same
 * name, and with the first of its marks that the other has not when that one is of the same commune. Linear in the length of
 * the list.
 * @param read what an entry is called and where it is
 */
export function tellApart<Entry>(entries: readonly Entry[], read: (entry: Entry) => Named): (entry: Entry) => string {
  const bearers = new Bearers<Entry>();
  for (const entry of entries) {
    const named = read(entry);
    bearers.add(sameName(named.name), entry);
    bearers.add(inCommune(named), entry);
    for (const mark of marksOf(named)) bearers.add(withMark(named, mark), entry);
  }
  return (entry) => {
    const named = read(entry);
    const { name, commune } = named;
    if (!bearers.isShared(sameName(name))) return name;
    const mark = bearers.isShared(inCommune(named))
      ? marksOf(named).find((one) => !bearers.isShared(withMark(named, one)))
      : undefined;
    const said = [commune, mark].filter((one) => one !== null && one !== undefined);
    return said.length > 0 ? `${name} (${said.join(', ')})` : name;
  };
}
