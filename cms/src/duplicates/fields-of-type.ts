/** The fields of a type that two records are joined by, and how. */
import type { Core } from '@strapi/strapi';
import type { DuplicateType } from '../domain/contract/desk/duplicates.ts';
import type { FieldKind, JoinedField } from '../domain/duplicates/joined-content.ts';
import { contentAttributes, isToMany, type ContentAttribute } from '../entries/record-content.ts';

/** The address on the site stays that of the record that stays; the other one leads there. */
const OF_THE_RECORD: readonly string[] = ['slug'];

/** Who verified an entry, and how often it missed since, says nothing without the day. */
const WITH: Readonly<Record<string, string>> = {
  verifiedBy: 'verifiedOn',
  missedEditions: 'verifiedOn',
  noticeUntil: 'noticeKind',
  noticeNote: 'noticeKind',
};

function kindOf(name: string, attribute: ContentAttribute): FieldKind {
  if (name === 'contacts') return 'contacts';
  if (name === 'internalNote' || name === 'words') return 'notes';
  if (attribute.type === 'component') return attribute.repeatable ? 'list' : 'one';
  return (attribute.type === 'relation' || attribute.type === 'media') && isToMany(attribute) ? 'list' : 'one';
}

export const fieldsOfType = (strapi: Core.Strapi, uid: DuplicateType): JoinedField[] =>
  contentAttributes(strapi, uid)
    .filter(([name]) => !OF_THE_RECORD.includes(name))
    .map(([name, attribute]) => ({
      name,
      kind: kindOf(name, attribute),
      ...(WITH[name] === undefined ? {} : { goesWith: WITH[name] }),
    }));
