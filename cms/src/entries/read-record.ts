import type { Core } from '@strapi/strapi';
import type { Values } from '../domain/visit.ts';

export type Populate = Record<string, true | { populate: Populate } | { select: string[] }>;

/**
 * Everything a rule may look at: components whatever their depth, files whole, relations as ids.
 * @param from `both`: relations that are filled from the other side too, a query each; `own`: what is content of the record
 */
export function populateOf(strapi: Core.Strapi, uid: string, from: 'own' | 'both' = 'both'): Populate {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]): [string, Populate[string]][] => {
      if (from === 'own' && attribute['mappedBy'] !== undefined) return [];
      switch (attribute['type']) {
        case 'component':
          return [[name, { populate: populateOf(strapi, String(attribute['component'])) }]];
        case 'media':
          return [[name, true]];
        case 'relation':
          return [[name, { select: ['id', 'documentId'] }]];
        default:
          return [];
      }
    }),
  );
}

const isOfVersion = (version: 'draft' | 'published') => ({
  publishedAt: version === 'draft' ? null : { $notNull: true },
});

/** The draft or the published version of a record, as rules see it; null when there is none. @param from as of `populateOf` */
export function readRecord(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  version: 'draft' | 'published',
  from: 'own' | 'both' = 'both',
): Promise<Values | null> {
  return strapi.db.query(uid).findOne({
    where: { documentId, ...isOfVersion(version) },
    populate: populateOf(strapi, uid, from),
  }) as Promise<Values | null>;
}

/** Is there a draft, or a published version, of a record? Asks for one row, and not for what it says. @param uid of a type with drafts */
export const isThere = async (
  strapi: Core.Strapi,
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
  version: 'draft' | 'published',
): Promise<boolean> => (await strapi.db.query(uid).count({ where: { documentId, ...isOfVersion(version) } })) > 0;
