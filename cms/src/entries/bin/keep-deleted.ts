import type { Core } from '@strapi/strapi';
import { editorOfRequest } from '../../platform/http/admin-route.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { hasDrafts, titleOf, type DocumentContext, type Next } from '../../platform/strapi/document.ts';
import { readContent } from '../record-content.ts';
import { addToBin } from './bin-store.ts';
import { linksTo } from './links.ts';

const MOST_TITLE = 255;

/**
 * The document middleware that keeps what an editor deletes, in the transaction of the deletion: from a form, a list or in bulk.
 * What the program erases because its time is over does not come back.
 */
export function keepDeleted(strapi: Core.Strapi) {
  return async ({ uid, action, params }: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId } = params;
    const editor = action === 'delete' && documentId !== undefined && isContent(uid) ? editorOfRequest(strapi) : null;
    if (editor === null || documentId === undefined) return next();
    return inTransaction(strapi, async () => {
      const model = strapi.getModel(uid as 'api::theme.theme');
      const draft = hasDrafts(strapi, uid)
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
