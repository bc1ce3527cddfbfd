/** A record as it stands, draft and published, and a name for that state: what is merged is what an editor saw. */
import type { Core } from '@strapi/strapi';
import type { DuplicateType } from '../domain/contract/desk/duplicates.ts';
import { readContent, type ReadContent } from '../entries/record-content.ts';

export interface BothVersions {
  readonly draft: ReadContent;
  readonly published: ReadContent | null;
  /** Of both versions: whoever saves or publishes makes another. */
  readonly version: string;
}

/** Null when there is no such record. */
export async function readBoth(
  strapi: Core.Strapi,
  uid: DuplicateType,
  documentId: string,
): Promise<BothVersions | null> {
  const draft = await readContent(strapi, uid, documentId, 'draft');
  if (!draft) return null;
  const published = await readContent(strapi, uid, documentId, 'published');
  return { draft, published, version: `${draft.version}.${published?.version ?? ''}` };
}
