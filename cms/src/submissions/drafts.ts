import type { Core } from '@strapi/strapi';
import { readRecord } from '../document-middlewares/engine/record-to-publish.ts';

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
]);
/** Only what is filled from this side; the other types' lists may lag behind without anyone having edited this record. */
const OF_OTHERS = new Set(['organisedEvents', 'attendedEvents', 'resources', 'guides', 'actions', 'highlightedOn']);

function said(value: unknown, isTop: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => said(entry, false));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null;
  const holder = value as Record<string, unknown>;
  // A relation or a file is who it is, not what it holds.
  if (!isTop && typeof holder['documentId'] === 'string') return holder['documentId'];
  return Object.fromEntries(
    Object.entries(holder)
      .filter(([key]) => !OF_THE_ROW.has(key) && !(isTop && OF_OTHERS.has(key)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, said(inner, false)]),
  );
}

/**
 * Does an editor have changes of this association that are saved and not published? There is one draft per record, and a
 * publication takes all of it: an answer accepted meanwhile would publish what the editor had not finished.
 */
export async function hasUnpublishedChanges(strapi: Core.Strapi, associationId: string): Promise<boolean> {
  const [draft, published] = [
    await readRecord(strapi, ASSOCIATION, associationId, 'draft'),
    await readRecord(strapi, ASSOCIATION, associationId, 'published'),
  ];
  return JSON.stringify(said(draft, true)) !== JSON.stringify(said(published, true));
}
