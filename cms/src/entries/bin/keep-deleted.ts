import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { textOf } from '../../domain/visit.ts';
import { editorOfRequest } from '../../platform/http/admin-route.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readContent, type RecordContent } from '../record-content.ts';
import { addToBin } from './bin-store.ts';
import { linksTo } from './links.ts';

/** The program's own records: they are erased by their own terms. */
const OF_THE_PROGRAM = /^api::(update-request|submission|journal-entry|membership)\./;

/** Does a deletion of this type go to the bin? */
export const isBinned = (uid: string): boolean => uid.startsWith('api::') && !OF_THE_PROGRAM.test(uid);

const titleOf = (content: RecordContent | null): string => textOf(content?.['name']) || textOf(content?.['title']);

const MOST_TITLE = 255;

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string };
}

/**
 * The document middleware that keeps what an editor deletes, in the transaction of the deletion: from a form, a list or in bulk.
 * What the program erases because its time is over does not come back.
 */
export function keepDeleted(strapi: Core.Strapi) {
  return async ({ uid, action, params }: DocumentContext, next: () => Promise<unknown>): Promise<unknown> => {
    const { documentId } = params;
    const editor = action === 'delete' && documentId !== undefined && isBinned(uid) ? editorOfRequest(strapi) : null;
    if (editor === null || documentId === undefined) return next();
    return inTransaction(strapi, async () => {
      const model = strapi.getModel(uid as 'api::theme.theme');
      const draft = contentTypes.hasDraftAndPublish(model)
        ? ((await readContent(strapi, uid, documentId, 'draft'))?.content ?? null)
        : null;
      const published = (await readContent(strapi, uid, documentId, 'published'))?.content ?? null;
      const links = await linksTo(strapi, uid, documentId);
      const result = await next();
      if (draft !== null || published !== null) {
        await addToBin(strapi, {
          uid,
          documentId,
          title: (titleOf(draft) || titleOf(published) || model.info.displayName).slice(0, MOST_TITLE),
          deletedBy: editor.name,
          deletedById: editor.id,
          draft,
          published,
          links,
        });
      }
      return result;
    });
  };
}
