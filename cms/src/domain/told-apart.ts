/** Two « Comité des fêtes » of two communes: a list that gives names alone says which is which, and says no more than that. */
import { withoutAccents } from './french.ts';

/** What an entry is called, and where its seat is; null where that is not known. */
export interface Named {
  readonly name: string;
  readonly commune: string | null;
}

/** As readers compare names: neither accents, case, punctuation nor spaces make another one. */
const sameName = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * How each entry of a list is written: by its name, with its commune after it when another entry of the list bears the same
 * name. Linear in the length of the list.
 * @param read what an entry is called and where it is
 */
export function tellApart<Entry>(entries: readonly Entry[], read: (entry: Entry) => Named): (entry: Entry) => string {
  const bearers = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    const key = sameName(read(entry).name);
    const found = bearers.get(key);
    if (found === undefined) bearers.set(key, new Set([entry]));
    else found.add(entry);
  }
  return (entry) => {
    const { name, commune } = read(entry);
    const shared = (bearers.get(sameName(name))?.size ?? 0) > 1;
    return shared && commune !== null ? `${name} (${commune})` : name;
  };
}
