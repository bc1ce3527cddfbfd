/**
 * The three-way merge of a record: two people changed it, both from the same state. What they changed apart is taken from both;
 * where they touch, it is told, and somebody chooses (`resolve.ts`). Pure.
 */
import { isValues, type Values } from '../visit.ts';
import { align } from './align.ts';
import { mergeOrders } from './order.ts';
import { isEmpty, same } from './same.ts';
import type { RecordShape, Shape } from './shape.ts';

/** Where two changes touch. */
export interface Conflict {
  /** Into the merged record: `summary`, `contacts.1`, `activities.0.price`. A row that is null is one that is taken away. */
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** Holds mine where two changes touch; a row that I took away and they changed is there as theirs until somebody chooses. */
  readonly content: Values;
  readonly conflicts: readonly Conflict[];
  /** Fields of the record of which theirs, or a part of it, was taken over. */
  readonly taken: readonly string[];
}

interface Part {
  readonly value: unknown;
  readonly conflicts: readonly Conflict[];
}

const of = (value: unknown): Part => ({ value, conflicts: [] });

const below = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

const touching = (path: string, base: unknown, mine: unknown, theirs: unknown): Part => ({
  value: mine,
  conflicts: [{ path, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null }],
});

function mergeValue(shape: Shape, path: string, base: unknown, mine: unknown, theirs: unknown): Part {
  if (same(mine, theirs)) return of(mine);
  if (same(base, mine)) return of(theirs);
  if (same(base, theirs)) return of(mine);
  switch (shape.kind) {
    case 'whole':
      return touching(path, base, mine, theirs);
    case 'set':
      return mergeSets(path, base, mine, theirs);
    case 'group':
      return isValues(mine) && isValues(theirs)
        ? mergeFields(shape.of, path, isValues(base) ? base : {}, mine, theirs)
        : touching(path, base, mine, theirs);
    case 'rows':
      return mergeRows(shape.of, path, base, mine, theirs);
  }
}

/** What a holder says together, each unit and each field that stands alone. */
const bundlesOf = ({ fields, units }: RecordShape): (readonly string[])[] => [
  ...units,
  ...Object.keys(fields).flatMap((name) => (units.some((unit) => unit.includes(name)) ? [] : [[name]])),
];

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

/**
 * A unit that both changed is one place where they touch: of a component, the whole of it, so that it is chosen at once; of the
 * record itself, each field.
 */
function mergeFields(shape: RecordShape, path: string, base: Values, mine: Values, theirs: Values): Part {
  const value: Values = {};
  const chosenTheirs: Values = {};
  const conflicts: Conflict[] = [];
  let isSplit = false;
  for (const names of bundlesOf(shape)) {
    const [name = ''] = names;
    const field = shape.fields[name];
    if (names.length === 1 && field) {
      const part = mergeValue(field, below(path, name), base[name], mine[name], theirs[name]);
      value[name] = part.value ?? null;
      chosenTheirs[name] = (part.conflicts.length > 0 ? theirs[name] : part.value) ?? null;
      conflicts.push(...part.conflicts);
      continue;
    }
    const [was, is, other] = [pick(base, names), pick(mine, names), pick(theirs, names)];
    const isTheirs = same(was, is) && !same(is, other);
    const touches = !same(was, is) && !same(was, other) && !same(is, other);
    Object.assign(value, isTheirs ? other : is);
    Object.assign(chosenTheirs, isTheirs || touches ? other : is);
    if (!touches) continue;
    isSplit = true;
    for (const key of names)
      if (!same(is[key], other[key]))
        conflicts.push(...touching(below(path, key), was[key], is[key], other[key]).conflicts);
  }
  if (!isSplit || path === '') return { value, conflicts };
  return { value, conflicts: [{ path, base, mine: value, theirs: chosenTheirs }] };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

function mergeSets(path: string, base: unknown, mine: unknown, theirs: unknown): Part {
  const [was, is, other] = [listOf(base), listOf(mine), listOf(theirs)];
  const items = [...new Set([...was, ...is, ...other])];
  const keys = (list: readonly unknown[]) => [...new Set(list)].map((item) => items.indexOf(item));
  const result = new Set(
    keys(items).filter((key) => {
      const item = items[key];
      return was.includes(item) ? is.includes(item) && other.includes(item) : is.includes(item) || other.includes(item);
    }),
  );
  const order = mergeOrders(keys(was), keys(is), keys(other), result);
  return order === null ? touching(path, base, mine, theirs) : of(order.map((key) => items[key]));
}

/** The rows of three versions of a list under one number each: a row has the same in every version that has it. */
function numberRows(
  shape: RecordShape,
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
) {
  const isOf = align(mine, base, shape);
  const otherOf = align(theirs, base, shape);
  let next = base.length;
  const mineKeys = isOf.map((key) => key ?? next++);
  const [addedMine, addedTheirs] = [isOf, otherOf].map((list) =>
    list.flatMap((key, index) => (key === null ? [index] : [])),
  ) as [number[], number[]];
  // Both added the same association's number, or the same activity.
  const twins = align(
    addedTheirs.map((index) => theirs[index]),
    addedMine.map((index) => mine[index]),
    shape,
  );
  const theirKeys = otherOf.map((key, index) => {
    if (key !== null) return key;
    const twin = twins[addedTheirs.indexOf(index)] ?? null;
    return twin === null ? next++ : (mineKeys[addedMine[twin] as number] as number);
  });
  return { baseKeys: base.map((_, index) => index), mineKeys, theirKeys };
}

function mergeRows(shape: RecordShape, path: string, base: unknown, mine: unknown, theirs: unknown): Part {
  const [was, is, other] = [listOf(base), listOf(mine), listOf(theirs)];
  const { baseKeys, mineKeys, theirKeys } = numberRows(shape, was, is, other);
  const row = (keys: readonly number[], rows: readonly unknown[], key: number): unknown =>
    rows[keys.indexOf(key)] ?? null;
  const stays = (key: number): boolean => {
    const [old, my, their] = [row(baseKeys, was, key), row(mineKeys, is, key), row(theirKeys, other, key)];
    if (my !== null && their !== null) return true;
    // Taken away by one: gone, unless the other one changed it.
    return !same(old, my ?? their);
  };
  const all = [...new Set([...baseKeys, ...mineKeys, ...theirKeys])];
  const result = new Set(all.filter((key) => (mineKeys.includes(key) || theirKeys.includes(key)) && stays(key)));
  const order = mergeOrders(baseKeys, mineKeys, theirKeys, result);
  if (order === null) return touching(path, base, mine, theirs);

  const parts = order.map((key, index) => {
    const here = below(path, index);
    const [old, my, their] = [row(baseKeys, was, key), row(mineKeys, is, key), row(theirKeys, other, key)];
    if (my !== null && their !== null) {
      if (!isValues(my) || !isValues(their)) return mergeValue({ kind: 'whole' }, here, old, my, their);
      if (same(my, their)) return of(my);
      return mergeFields(shape, here, isValues(old) ? old : {}, my, their);
    }
    if (old === null) return my === null ? of(their) : of(my);
    return { ...touching(here, old, my, their), value: my ?? their };
  });
  return { value: parts.map(({ value }) => value), conflicts: parts.flatMap(({ conflicts }) => conflicts) };
}

/**
 * Merges two changes of a record.
 * @param base from which both were made
 * @param mine what is about to be saved
 * @param theirs what stands today
 */
export function merge(shape: RecordShape, base: Values, mine: Values, theirs: Values): Merged {
  const { value, conflicts } = mergeFields(shape, '', base, mine, theirs);
  const content = pick(value as Values, Object.keys(shape.fields));
  return { content, conflicts, taken: Object.keys(content).filter((name) => !same(content[name], mine[name])) };
}

/**
 * What is chosen when it is not known from which state something was made: every field in which the two differ.
 * @param mine only the fields that the form holds
 */
export function compareWithoutBase(shape: RecordShape, mine: Values, theirs: Values): Merged {
  const differing = Object.keys(shape.fields).filter((name) => name in mine && !same(mine[name], theirs[name]));
  return {
    content: { ...theirs, ...pick(mine, differing) },
    conflicts: differing.map((path) => ({ path, base: null, mine: mine[path] ?? null, theirs: theirs[path] ?? null })),
    taken: [],
  };
}
