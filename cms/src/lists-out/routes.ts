import type { Core } from '@strapi/strapi';
import { LookQuestion, TableQuestion } from '../domain/contract/desk/lists-out.ts';
import { seenBy } from '../finding/read-lists.ts';
import { adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { lookAtList, makeTableFile, tableTypes } from './table-file.ts';

/**
 * Lists on their way out, for every signed-in editor, of what the account may read (`domain/contract/desk/lists-out.ts`):
 * `POST /trame/lists-out/look` (LookQuestion → ListOutLook) · `POST /trame/lists-out/table` (TableQuestion → the file).
 */
export function registerListsOutRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    // Reads only; what is asked for is too much for an address.
    adminRoute(strapi, 'signed-in', ['POST', '/trame/lists-out/look'], async (context) =>
      lookAtList(strapi, await seenBy(strapi, context), editorOf(context), bodyOf(context, LookQuestion), new Date()),
    ),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/lists-out/table'], async (context) => {
      const asked = bodyOf(context, TableQuestion);
      const seen = await seenBy(strapi, context);
      const file = await makeTableFile(strapi, seen, editorOf(context), asked, new Date());
      context.set('Content-Type', tableTypes[asked.format]);
      context.set('Content-Disposition', 'attachment');
      context.set('X-Content-Type-Options', 'nosniff');
      return file;
    }),
  ]);
}
