/** What an act of an editor changed of a record, whatever its type: kept by the journal, told in words, put back. */
import type { Core } from '@strapi/strapi';
import { entryFieldLabels } from '../domain/entry/fields.ts';
import type { FieldDifference } from '../domain/contract/desk/review.ts';
import type { KeptChanges } from '../domain/stored/kept-changes.ts';
import type { Values } from '../domain/visit.ts';
import { valueWords } from './content-words.ts';
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

/** The changes side by side, in the words and the order of the form. */
export async function changesInWords(
  strapi: Core.Strapi,
  { uid, before, after }: KeptChanges,
): Promise<FieldDifference[]> {
  if (!(uid in strapi.contentTypes)) return [];
  const differences: FieldDifference[] = [];
  for (const [name, attribute] of contentAttributes(strapi, uid)) {
    if (!(name in before) && !(name in after)) continue;
    differences.push({
      field: name,
      label: fieldLabel(uid, name),
      before: await valueWords(strapi, attribute, before[name]),
      after: await valueWords(strapi, attribute, after[name]),
      conflict: null,
    });
  }
  return differences;
}
