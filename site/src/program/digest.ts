/** Whether two answers are the same, without keeping them. */
import { hash } from 'node:crypto';

/** Hexadecimal. Pages are compared by it and nobody is kept out: the shortest that no two contents share. */
export const digestOfBytes = (bytes: string | Uint8Array): string => hash('sha256', bytes).slice(0, 32);

/** As long as a digest. */
const SHORT = 32;

/**
 * Digests of plain data of one content, which does not change: a record that stands in many lists is digested once. Maps and sets
 * are plain data, too.
 *
 * @returns null for what holds something that nobody can compare, as a function
 */
export function createDigests(): (value: unknown) => string | null {
  const known = new WeakMap<object, string | null>();
  const fresh = (value: unknown): string | null => {
    // One by one: the records of a list were met in other lists, too.
    if (Array.isArray(value)) return ofParts('list', value.map(digest));
    const text = written(value);
    // A short text stands for itself: it says its length, and is no part of another one.
    return text === null || text.length <= SHORT ? text : digestOfBytes(text);
  };
  const digest = (value: unknown): string | null => {
    if (typeof value !== 'object' || value === null) return fresh(value);
    let found = known.get(value);
    if (found === undefined) known.set(value, (found = fresh(value)));
    return found;
  };
  return digest;
}

const ofParts = (kind: string, parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : digestOfBytes([kind, ...parts].join(' '));

/** Of what a page is given by name. @returns null when one of them cannot be compared */
export const digestOfProps = (
  digest: ReturnType<typeof createDigests>,
  props: Readonly<Record<string, unknown>>,
): string | null =>
  ofParts(
    'props',
    Object.entries(props).flatMap(([name, value]) => [digest(name), digest(value)]),
  );

/**
 * A value as one text, which two values share only when they are the same: JSON loses what is undefined, and the keys of a map.
 * (`v8.serialize` writes the same number in two ways, as the engine happens to hold it.)
 *
 * @returns null for what holds something else than plain data
 */
function written(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return `"${value.length}:${value}`;
    case 'number':
    case 'boolean':
    case 'undefined':
      return `${String(value)};`;
    case 'object':
      if (value === null) return '-';
      if (Array.isArray(value)) return writtenAll('[', value);
      if (value instanceof Map) return writtenAll('M', pairs([...value]));
      if (value instanceof Set) return writtenAll('S', [...value]);
      return isPlain(value) ? writtenAll('{', pairs(Object.entries(value))) : null;
    default:
      return null;
  }
}

function writtenAll(kind: string, parts: readonly unknown[]): string | null {
  let text = kind;
  for (const part of parts) {
    const one = written(part);
    if (one === null) return null;
    text += one;
  }
  return `${text}]`;
}

/** One after the other, without opening what they hold. */
const pairs = (entries: readonly (readonly [unknown, unknown])[]): unknown[] =>
  entries.flatMap(([key, value]) => [key, value]);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
