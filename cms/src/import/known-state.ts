/** All records of a type as an import is compared with them: every draft as data, in a dozen queries however many there are. */
import type { Core } from '@strapi/strapi';
import type { Values } from '../domain/visit.ts';
import { populateOf } from '../entries/read-record.ts';
import { contentOf, versionOf, type RecordContent } from '../entries/record-content.ts';

/** A draft as data, with the name of its state. */
export interface KnownState {
  readonly content: RecordContent;
  readonly version: string;
  readonly isPublished: boolean;
  /** An editor has changes that are saved and not published. */
  readonly isModified: boolean;
}

/** @returns the drafts of a type, by documentId */
export async function readStates(strapi: Core.Strapi, uid: string): Promise<ReadonlyMap<string, KnownState>> {
  const populate = populateOf(strapi, uid, 'own');
  const rows = (await strapi.db.query(uid).findMany({ populate })) as Values[];
  const published = new Map<string, string>();
  const drafts = new Map<string, RecordContent>();
  for (const row of rows) {
    const documentId = String(row['documentId']);
    const content = contentOf(strapi, uid, row);
    if (row['publishedAt']) published.set(documentId, JSON.stringify(content));
    else drafts.set(documentId, content);
  }
  const states = new Map<string, KnownState>();
  for (const [documentId, content] of drafts) {
    const online = published.get(documentId);
    states.set(documentId, {
      content,
      version: versionOf(uid, content),
      isPublished: online !== undefined,
      isModified: online !== undefined && online !== JSON.stringify(content),
    });
  }
  return states;
}
