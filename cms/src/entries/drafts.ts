import type { Core } from '@strapi/strapi';
import { readRecord } from './read-record.ts';
import { differingAttributes } from './record-content.ts';

const ASSOCIATION = 'api::association.association';

/**
 * Does an editor have changes of this record that are saved and not published? There is one draft per record, and a publication
 * takes all of it: an answer accepted meanwhile would publish what the editor had not finished.
 * @param uid of a type with drafts
 */
export async function hasUnpublishedChanges(
  strapi: Core.Strapi,
  documentId: string,
  uid: string = ASSOCIATION,
): Promise<boolean> {
  const [draft, published] = [
    await readRecord(strapi, uid, documentId, 'draft'),
    await readRecord(strapi, uid, documentId, 'published'),
  ];
  return differingAttributes(strapi, uid, draft, published).length > 0;
}
