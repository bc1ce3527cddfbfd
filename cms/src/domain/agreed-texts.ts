/**
 * A document without the numbers and addresses that its channel may not show, wherever they stand in it: no list of its texts
 * is needed, so that none can be forgotten. What takes a text's place is decided by the document's own schema.
 */
import type { z } from 'zod';
import { clearedText, REMOVED, type Find } from './cleared-text.ts';
import type { Withheld } from './withheld-contacts.ts';
import { isValues, type Path } from './visit.ts';

export interface Cleared<Value> {
  readonly value: Value;
  /** Where something was taken out, as a path of the document, and what. */
  readonly taken: readonly { readonly path: Path; readonly withheld: readonly Withheld[] }[];
}

/** Keys of values that are no words although the schema takes any line: with words in their place they would be a broken link. */
const NO_WORDS: ReadonlySet<string> = new Set(['value']);

type Holder = Record<string | number, unknown>;

/** One text that says what it may not, and what is tried in its place, one after the other. */
interface Leaf {
  readonly path: Path;
  readonly withheld: readonly Withheld[];
  readonly remedies: (string | null)[];
}

const at = (root: unknown, path: Path): unknown => path.reduce((holder, key) => (holder as Holder)[key], root);

/** Words of one paragraph, in the order in which they are read, whatever is bold or a link in it. */
function inlineTexts(children: readonly unknown[], path: Path): { readonly text: string; readonly path: Path }[] {
  return children.flatMap((child, index) => {
    if (!isValues(child)) return [];
    const here = [...path, index];
    if (typeof child['text'] === 'string') return [{ text: child['text'], path: [...here, 'text'] }];
    return Array.isArray(child['children']) ? inlineTexts(child['children'], [...here, 'children']) : [];
  });
}

function remediesFor(text: string, withheld: readonly Withheld[], key: string | number | undefined): Leaf['remedies'] {
  const cleared = clearedText(text, withheld, { kind: 'text' });
  if (typeof key === 'string' && NO_WORDS.has(key)) return [null];
  return cleared === '' ? [null, REMOVED] : [cleared, null];
}

/** Whether any text of the value says something: nearly none does, and where it stands is asked only then. */
function saysAny(value: unknown, find: Find): boolean {
  if (typeof value === 'string') return find(value).length > 0;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const one of value as readonly unknown[]) if (saysAny(one, find)) return true;
    return false;
  }
  // A value of a contract is plain data: nothing of it is inherited.
  for (const key in value) if (saysAny((value as Holder)[key], find)) return true;
  const children = (value as Holder)['children'];
  return Array.isArray(children) && children.length > 1 && find(wordsOf(children)).length > 0;
}

/** Words of one paragraph in one piece. */
const wordsOf = (children: readonly unknown[]): string =>
  inlineTexts(children, [])
    .map(({ text }) => text)
    .join('');

function leavesOf(root: unknown, find: Find): Leaf[] {
  if (!saysAny(root, find)) return [];
  const leaves: Leaf[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const withheld = find(value);
      if (withheld.length > 0) leaves.push({ path, withheld, remedies: remediesFor(value, withheld, path.at(-1)) });
    } else if (Array.isArray(value)) value.forEach((one, index) => walk(one, [...path, index]));
    else if (isValues(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
      if (Array.isArray(value['children'])) leaves.push(...torn(inlineTexts(value['children'], [...path, 'children'])));
    }
  };
  /** A number whose digits stand in several pieces of a paragraph: all its words go into the first one. */
  const torn = (texts: ReturnType<typeof inlineTexts>): Leaf[] => {
    const whole = texts.map(({ text }) => text).join('');
    const known = texts.flatMap(({ text }) => find(text).map(({ value }) => value));
    const withheld = find(whole).filter(({ value }) => !known.includes(value));
    if (withheld.length === 0) return [];
    const all = find(whole);
    return texts.map(({ path }, index) => ({
      path,
      withheld,
      remedies: [index === 0 ? clearedText(whole, all, { kind: 'text', required: true }) : ''],
    }));
  };
  walk(root, []);
  return leaves;
}

/** Takes out the nearest entry of a list that holds the path. @returns false when the path is in no list */
function dropEntry(path: Path, dropped: Set<string>): boolean {
  const depth = path.findLastIndex((key) => typeof key === 'number');
  if (depth < 0) return false;
  dropped.add(JSON.stringify(path.slice(0, depth + 1)));
  return true;
}

/** The document without the entries of lists at these paths. */
function without(value: unknown, dropped: ReadonlySet<string>, path: Path = []): unknown {
  if (Array.isArray(value))
    return value.flatMap((one, index) => {
      const here = [...path, index];
      return dropped.has(JSON.stringify(here)) ? [] : [without(one, dropped, here)];
    });
  if (!isValues(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, without(inner, dropped, [...path, key])]),
  );
}

function put(root: unknown, path: Path, value: string | null): void {
  (at(root, path.slice(0, -1)) as Holder)[path.at(-1) ?? ''] = value;
}

/** Whether an issue is about this leaf: at it, or about something that holds it. */
const isAbout = (issue: z.core.$ZodIssue, path: Path): boolean =>
  issue.path.length <= path.length && issue.path.every((key, index) => key === path[index]);

/**
 * The value without what `find` finds in any of its texts. A sentence says « (coordonnées retirées) » in its place; a text that
 * was nothing else becomes null; what can be neither (an address of a page, the number of a registration) leaves with the entry
 * of the list that it stands in.
 *
 * @param value accepted by the schema
 * @returns null when the schema takes it in no other way: the whole document has to stay away
 */
export function withoutWithheldTexts<Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
  find: Find,
): Cleared<z.output<Schema>> | null {
  const leaves = leavesOf(value, find);
  if (leaves.length === 0) return { value, taken: [] };
  const copy: unknown = structuredClone(value);
  const dropped = new Set<string>();
  const next = ({ path, remedies }: Leaf): boolean => {
    const remedy = remedies.shift();
    if (remedy === undefined) return dropEntry(path, dropped);
    put(copy, path, remedy);
    return true;
  };
  for (let wrong = leaves; wrong.length > 0;) {
    if (!wrong.every(next)) return null;
    const result = schema.safeParse(without(copy, dropped));
    if (result.success) {
      return saysAny(result.data, find) ? null : { value: result.data, taken: leaves };
    }
    // Paths of issues are those of the document without what was dropped: only leaves that still stand are tried again.
    const standing = leaves.filter(({ path }) => !isDropped(path, dropped));
    const shifted = (path: Path) => pathWithout(path, dropped);
    wrong = standing.filter(({ path }) => result.error.issues.some((issue) => isAbout(issue, shifted(path))));
    if (wrong.length === 0) return null;
  }
  return null;
}

const isDropped = (path: Path, dropped: ReadonlySet<string>): boolean =>
  path.some((_, index) => dropped.has(JSON.stringify(path.slice(0, index + 1))));

/** Where a path stands once the entries before it have left their lists. */
const pathWithout = (path: Path, dropped: ReadonlySet<string>): Path =>
  path.map((key, index) =>
    typeof key !== 'number'
      ? key
      : key -
        [...Array(key).keys()].filter((one) => dropped.has(JSON.stringify([...path.slice(0, index), one]))).length,
  );
