import type { Core } from '@strapi/strapi';
import type { Values } from '../domain/visit.ts';
import { readRecord } from './read-record.ts';

const ASSOCIATION = 'api::association.association';

/** What differs between two rows of one document whatever they say. */
const OF_THE_ROW = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'localizations',
  'createdBy',
  'updatedBy',
  'firstPublishedAt',
]);
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null;
  const holder = value as Record<string, unknown>;
  // A relation or a file is who it is, not what it holds.
  if (typeof holder['documentId'] === 'string') return holder['documentId'];
  return Object.fromEntries(
    Object.entries(holder)
      .filter(([key]) => !OF_THE_ROW.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, said(inner)]),
  );
}

/** Only what is filled from this side; the other types' lists may lag behind without anyone having edited this record. */
const isOfOthers = (strapi: Core.Strapi, uid: string, name: string): boolean => {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  return attributes[name]?.['mappedBy'] !== undefined;
};

/**
 * The attributes in which two versions of a record differ (`readRecord`), by name, in the order of the schema. What differs
 * between two rows whatever they say is left out.
 */
export function differingAttributes(
  strapi: Core.Strapi,
  uid: string,
  before: Values | null,
  after: Values | null,
): string[] {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme');
  const text = (record: Values | null, name: string) => JSON.stringify(said(record?.[name] ?? null));
  return Object.keys(attributes).filter(
    (name) => !OF_THE_ROW.has(name) && !isOfOthers(strapi, uid, name) && text(before, name) !== text(after, name),
  );
}

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
