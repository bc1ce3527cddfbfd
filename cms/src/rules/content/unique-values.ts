import type { Core } from '@strapi/strapi';
import { UNIQUE_COLUMNS } from '../engine/unique-indexes.ts';
import type { Fault, Rule } from '../engine/rule.ts';
import { describeTaken, titleAttribute, type Holder } from '../engine/already-taken.ts';

/** Another record that has this value: of any state, or among the published ones only. */
async function findHolder(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  value: string,
  exceptDocumentId: string | undefined,
  among: 'all' | 'published',
): Promise<Holder | null> {
  const title = titleAttribute(strapi, uid);
  const holder = (await strapi.db.query(uid).findOne({
    select: ['documentId', title as 'name'],
    where: {
      [attribute]: value,
      ...(exceptDocumentId === undefined ? {} : { documentId: { $ne: exceptDocumentId } }),
      ...(among === 'published' ? { publishedAt: { $notNull: true } } : {}),
    },
  })) as Record<string, string> | null;
  return holder && { title: holder[title] ?? '' };
}

async function faultsOf(
  strapi: Core.Strapi,
  uid: string,
  values: Record<string, unknown>,
  exceptDocumentId: string | undefined,
  among: 'all' | 'published',
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { attribute } of UNIQUE_COLUMNS.filter((column) => column.uid === uid)) {
    const value = values[attribute];
    if (typeof value !== 'string' || value === '') continue;
    const holder = await findHolder(strapi, uid, attribute, value, exceptDocumentId, among);
    if (holder) faults.push(describeTaken(attribute, value, holder));
  }
  return faults;
}

/** No two records share a page address, an RNA id or an INSEE code; the message names the other. The database is the backstop. */
export const uniqueValues: Rule = {
  appliesTo: [...new Set(UNIQUE_COLUMNS.map(({ uid }) => uid))],
  onSave: ({ strapi, uid, action, documentId, data }) =>
    faultsOf(strapi, uid, data, action === 'update' ? documentId : undefined, 'all'),
  onPublish: ({ strapi, uid, documentId, record }) => faultsOf(strapi, uid, record, documentId, 'published'),
};
