/** What an act of an editor changed of a record, whatever its type: kept by the journal, told in words, put back. */
import type { Core } from '@strapi/strapi';
import { entryFieldLabels } from '../domain/entry/fields.ts';
import type { FieldDifference } from '../domain/contract/desk/review.ts';
import type { KeptChanges } from '../domain/stored/kept-changes.ts';
import type { Values } from '../domain/visit.ts';
import { valuesInWords } from './content-words.ts';
import { fieldLabel } from './field-words.ts';
import { contentAttributes, contentOf, differingAttributes, type RecordContent } from './record-content.ts';

const ASSOCIATION = 'api::association.association';

/** Fields of an association's own form are kept as its form has them (`KeptState`), agreements included. */
const isOfForm = (uid: string, name: string): boolean => uid === ASSOCIATION && name in entryFieldLabels;

/**
 * The attributes in which two states of a record differ, before and after; null when none does.
 * @param before rows as `readRecord` gives them
 */
export function changesBetween(strapi: Core.Strapi, uid: string, before: Values, after: Values): KeptChanges | null {
  const [was, is] = [contentOf(strapi, uid, before), contentOf(strapi, uid, after)];
  const names = differingAttributes(strapi, uid, before, after).filter((name) => !isOfForm(uid, name));
  const only = (content: RecordContent) =>
    Object.fromEntries(names.map((name) => [name, content[name] ?? null])) as KeptChanges['before'];
  return names.length === 0 ? null : { uid, before: only(was), after: only(is) };
}

/** The changes of each side by side, in the words and the order of the form; what they name is read once for all of them. */
export async function changesInWords(
  strapi: Core.Strapi,
  all: readonly KeptChanges[],
): Promise<ReadonlyMap<KeptChanges, FieldDifference[]>> {
  const changed = all.flatMap((changes) => {
    const { uid, before, after } = changes;
    // A type of another release of the program has no words.
    if (!(uid in strapi.contentTypes)) return [];
    return contentAttributes(strapi, uid)
      .filter(([name]) => name in before || name in after)
      .map(([name, attribute]) => ({ changes, name, attribute }));
  });
  const words = await valuesInWords(
    strapi,
    changed.flatMap(({ changes: { before, after }, name, attribute }) => [
      [attribute, before[name]] as const,
      [attribute, after[name]] as const,
    ]),
  );
  const differences = new Map<KeptChanges, FieldDifference[]>(all.map((changes) => [changes, []]));
  changed.forEach(({ changes, name }, index) =>
    differences.get(changes)?.push({
      field: name,
      label: fieldLabel(changes.uid, name),
      before: words[2 * index] ?? [],
      after: words[2 * index + 1] ?? [],
      conflict: null,
    }),
  );
  return differences;
}
