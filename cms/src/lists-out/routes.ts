import type { Core } from '@strapi/strapi';
import { AddressesQuestion, LookQuestion, TableQuestion } from '../domain/contract/desk/lists-out.ts';
import { seenBy } from '../finding/read-lists.ts';
import { adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { readAddresses } from './addresses.ts';
import { lookAtList, makeTableFile } from './table-file.ts';

/**
 * Lists on their way out, for every signed-in editor, of what the account may read (`domain/contract/desk/lists-out.ts`):
 * `POST /trame/lists-out/look` (LookQuestion → ListOutLook) · `POST /trame/lists-out/table` (TableQuestion → MadeFile) ·
 * `POST /trame/lists-out/addresses` (AddressesQuestion → AddressesAnswer).
 */
export function registerListsOutRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    // Reads only; what is asked for is too much for an address.
    adminRoute(strapi, 'signed-in', ['POST', '/trame/lists-out/look'], async (context) =>
      lookAtList(strapi, await seenBy(strapi, context), editorOf(context), bodyOf(context, LookQuestion), new Date()),
    ),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/lists-out/addresses'], async (context) => {
      const asked = bodyOf(context, AddressesQuestion);
      return readAddresses(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/lists-out/table'], async (context) =>
      makeTableFile(
        strapi,
        await seenBy(strapi, context),
        editorOf(context),
        bodyOf(context, TableQuestion),
        new Date(),
      ),
    ),
  ]);
}
