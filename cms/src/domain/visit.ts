/** Walks through a record by patterns like `contacts.*.phone`, where `*` stands for every entry of a list. */

/** A record whose values are not validated yet. */
export type Values = Record<string, unknown>;

/** Where in a record: `['contacts', 0, 'phone']`. */
export type Path = readonly (string | number)[];

/** One value found in a record, with the object that holds it. */
export interface Visit {
  readonly value: unknown;
  readonly holder: Values;
  readonly key: string;
  readonly path: Path;
}

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text; empty when it is anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The values at `pattern`, where `*` stands for every entry of a list: `contacts.*.phone`.
 * A key that is absent gives nothing: an update only carries what it changes.
 */
export function visit(root: Values, pattern: string): Visit[] {
  const walk = (holder: unknown, [key, ...rest]: readonly string[], path: Path): Visit[] => {
    if (key === undefined) return [];
    if (key === '*') {
      return Array.isArray(holder) ? holder.flatMap((entry, index) => walk(entry, rest, [...path, index])) : [];
    }
    if (!isValues(holder) || !(key in holder)) return [];
    const here = [...path, key];
    return rest.length === 0 ? [{ value: holder[key], holder, key, path: here }] : walk(holder[key], rest, here);
  };
  return walk(root, pattern.split('.'), []);
}

/** The objects at `pattern`: `activities.*.slots.*`, or the record itself for an empty pattern. */
export function visitObjects(root: Values, pattern: string): { readonly object: Values; readonly path: Path }[] {
  const walk = (holder: unknown, [key, ...rest]: readonly string[], path: Path): { object: Values; path: Path }[] => {
    if (key === undefined) return isValues(holder) ? [{ object: holder, path }] : [];
    if (key === '*') {
      return Array.isArray(holder) ? holder.flatMap((entry, index) => walk(entry, rest, [...path, index])) : [];
    }
    return isValues(holder) ? walk(holder[key], rest, [...path, key]) : [];
  };
  return walk(root, pattern === '' ? [] : pattern.split('.'), []);
}
