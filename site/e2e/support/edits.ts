/** Edits of a directory, as editors make them in a year, on an export that stays one. */
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import fc from 'fast-check';
import { parseExport } from '../../src/loaders/parse-export.ts';

export interface Edit {
  readonly name: string;
  /** @param whole what an unpublished record comes back from @returns the document as it was when the edit has no place in it */
  apply(document: SiteExport, whole: SiteExport): SiteExport;
}

type Collection =
  'associations' | 'events' | 'guides' | 'resources' | 'communes' | 'venues' | 'themes' | 'audiences' | 'actionPlans';
const COLLECTIONS: readonly Collection[] = [
  ...(['associations', 'associations', 'associations', 'events', 'guides', 'resources'] as const),
  ...(['communes', 'venues', 'themes', 'audiences', 'actionPlans'] as const),
];
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Loose = Record<string, Json>;

/** What says who a record is, and dates and addresses that have a form of their own. */
const FIXED =
  /^(?:id|slug|parent|owner|venue|commune|.*Code|hash|url|mime|begin|end|timezone|day|from|to|siret|rnaId|format|.*Colour)$/;

/** Every text, number and yes-or-no of a value that an editor could write otherwise. */
function leaves(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...path, at]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => (FIXED.test(key) ? [] : leaves(one, [...path, key])));
  return value === null || path.length === 0 ? [] : [path];
}

function written(value: Json, [key, ...rest]: (string | number)[], change: (leaf: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? written(one, rest, change) : one));
  const record = value as Loose;
  return { ...record, [key]: written(record[key]!, rest, change) };
}

const otherwise =
  (n: number) =>
  (leaf: Json): Json =>
    typeof leaf === 'string' ? `${leaf} ${n}` : typeof leaf === 'number' ? leaf + 1 : !leaf;

/** As it was, when the contract refuses what came out: an editor is refused it, too. */
const ifValid = (before: SiteExport, after: unknown): SiteExport => {
  try {
    return parseExport(structuredClone(after));
  } catch {
    return before;
  }
};
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const recordsOf = (document: SiteExport, collection: Collection) => document[collection] as unknown as Loose[];
const changed = (document: SiteExport, collection: Collection, to: (records: Loose[]) => Loose[]): SiteExport =>
  ifValid(document, { ...document, [collection]: to(recordsOf(document, collection)) });

const number = fc.nat(1e6);
const collection = fc.constantFrom(...COLLECTIONS);

const rewrite = fc.tuple(collection, number, number).map(([of, n, m]): Edit => ({
  name: `a field of ${of} ${n}/${m}`,
  apply: (document) =>
    changed(document, of, (records) => {
      const target = pick(records, n);
      const leaf = target && pick(leaves(target), m);
      return records.map((one) => (one === target && leaf ? (written(one, leaf, otherwise(m)) as Loose) : one));
    }),
}));
const unpublish = fc.tuple(collection, number).map(([of, n]): Edit => ({
  name: `unpublishes one of ${of} ${n}`,
  apply: (document) => changed(document, of, (records) => records.filter((one) => one !== pick(records, n))),
}));
const publish = fc.tuple(collection, number).map(([of, n]): Edit => ({
  name: `publishes one of ${of} ${n}`,
  apply: (document, whole) =>
    changed(document, of, (records) => {
      const here = new Set(records.map(({ id }) => id));
      const back = pick(
        recordsOf(whole, of).filter(({ id }) => !here.has(id)),
        n,
      );
      return back ? [...records, back] : records;
    }),
}));
const rename = fc
  .tuple(fc.constantFrom<Collection>('associations', 'events', 'guides', 'resources'), number)
  .map(([of, n]): Edit => ({
    name: `gives another address to one of ${of} ${n}`,
    apply: (document) =>
      changed(document, of, (records) =>
        records.map((one) => (one === pick(records, n) ? { ...one, slug: `${one['slug'] as string}-${n}` } : one)),
      ),
  }));
const refile = fc.tuple(number, number).map(([n, m]): Edit => ({
  name: `files an association elsewhere ${n}/${m}`,
  apply: (document) =>
    changed(document, 'associations', (records) =>
      records.map((one) =>
        one === pick(records, n)
          ? {
              ...one,
              themes: [pick(document.themes, m)!.id],
              commune: pick(document.communes, m)?.id ?? null,
              audiences: [pick(document.audiences, m)?.id ?? []].flat(),
            }
          : one,
      ),
    ),
}));
const settings = fc.tuple(fc.constantFrom('settings', 'home', 'legal'), number).map(([of, n]): Edit => ({
  name: `a line of the ${of} ${n}`,
  apply(document) {
    const value = document[of as 'home'] as unknown as Json;
    const leaf = pick(leaves(value), n);
    return leaf ? ifValid(document, { ...document, [of]: written(value, leaf, otherwise(n)) }) : document;
  },
}));
const reorder = fc.tuple(collection, number).map(([of, n]): Edit => ({
  name: `${of} in another order ${n}`,
  apply: (document) =>
    changed(document, of, (records) => [
      ...records.slice(n % records.length || 0),
      ...records.slice(0, n % records.length || 0),
    ]),
}));

export const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: rewrite },
  { weight: 3, arbitrary: unpublish },
  { weight: 3, arbitrary: publish },
  { weight: 2, arbitrary: rename },
  { weight: 2, arbitrary: refile },
  { weight: 2, arbitrary: settings },
  { weight: 1, arbitrary: reorder },
);
