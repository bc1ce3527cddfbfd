/** The directory as an import is compared with it: every draft as its form, in a dozen queries however many there are. */
import type { Core } from '@strapi/strapi';
import { KnownAssociations, type KnownAssociation } from '../domain/import/match.ts';
import { officeFormOf } from '../domain/entry/office-form.ts';
import type { Values } from '../domain/visit.ts';
import { populateOf } from '../entries/read-record.ts';
import { contentOf, versionOf, type RecordContent } from '../entries/record-content.ts';

export const ASSOCIATION = 'api::association.association';

/** A draft as data, with the name of its state. */
export interface KnownState {
  readonly content: RecordContent;
  readonly version: string;
  readonly isPublished: boolean;
  /** An editor has changes that are saved and not published. */
  readonly isModified: boolean;
}

export interface Directory {
  readonly known: KnownAssociations;
  readonly states: ReadonlyMap<string, KnownState>;
}

export async function readDirectory(strapi: Core.Strapi): Promise<Directory> {
  const populate = populateOf(strapi, ASSOCIATION, 'own');
  const rows = (await strapi.db.query(ASSOCIATION).findMany({ populate })) as Values[];
  const published = new Map<string, string>();
  const drafts = new Map<string, RecordContent>();
  for (const row of rows) {
    const documentId = String(row['documentId']);
    const content = contentOf(strapi, ASSOCIATION, row);
    if (row['publishedAt']) published.set(documentId, JSON.stringify(content));
    else drafts.set(documentId, content);
  }
  const states = new Map<string, KnownState>();
  const associations: KnownAssociation[] = [];
  for (const [documentId, content] of drafts) {
    const online = published.get(documentId);
    states.set(documentId, {
      content,
      version: versionOf(ASSOCIATION, content),
      isPublished: online !== undefined,
      isModified: online !== undefined && online !== JSON.stringify(content),
    });
    associations.push({ documentId, form: officeFormOf(content), isPublished: online !== undefined });
  }
  return { known: new KnownAssociations(associations), states };
}
