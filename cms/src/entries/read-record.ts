import type { Core } from '@strapi/strapi';
import type { Values } from '../domain/visit.ts';

export type Populate = Record<string, true | { populate: Populate } | { select: string[] }>;

/** Everything a rule may look at: components whatever their depth, files whole, relations as ids. */
export function populateOf(strapi: Core.Strapi, uid: string): Populate {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]): [string, Populate[string]][] => {
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

/** The draft or the published version of a record, as rules see it; null when there is none. */
export function readRecord(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  version: 'draft' | 'published',
): Promise<Values | null> {
  return strapi.db.query(uid).findOne({
    where: { documentId, publishedAt: version === 'draft' ? null : { $notNull: true } },
    populate: populateOf(strapi, uid),
  }) as Promise<Values | null>;
}
