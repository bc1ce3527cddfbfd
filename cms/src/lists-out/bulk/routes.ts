import type { Core } from '@strapi/strapi';
import { BulkApply, BulkQuestion } from '../../domain/contract/desk/bulk-edit.ts';
import { seenBy } from '../../finding/read-lists.ts';
import { listImports } from '../../import/import-store.ts';
import { toListed } from '../../import/view.ts';
import type { BulkType } from '../../domain/contract/desk/bulk-types.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  isAllowed,
  mayDecide,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { applyBulk } from './apply-bulk.ts';
import { beginBulk, bulkRun } from './bulk-runs.ts';
import { planBulk } from './plan-bulk.ts';

/**
 * One change of many records (`domain/contract/desk/bulk-edit.ts`), for who may publish associations, of what the account may publish: `POST …/look` (BulkQuestion →
 * BulkPlan) · `POST …/apply` (BulkApply → BulkRun) · `GET …/runs/:id` (BulkRun) · `GET /trame/lists-out/bulk` (ListedImport[]).
 * Undone as an import is (`import/admin-routes.ts`).
 */
export function registerBulkRoutes(strapi: Core.Strapi): void {
  const path = '/trame/lists-out/bulk';
  const mayPublishIn = (context: AdminContext) => (uid: BulkType) =>
    isAllowed(strapi, context, { action: mayDecide.action, uid });
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['POST', `${path}/look`], async (context) => {
      const question = bodyOf(context, BulkQuestion);
      return (await planBulk(strapi, await seenBy(strapi, context), question, mayPublishIn(context), new Date())).plan;
    }),
    adminRoute(strapi, mayDecide, ['POST', `${path}/apply`], async (context) => {
      const asked = bodyOf(context, BulkApply);
      const [seen, editor, mayPublish] = [await seenBy(strapi, context), editorOf(context), mayPublishIn(context)];
      return beginBulk(strapi, (onProgress) => applyBulk(strapi, seen, editor, asked, mayPublish, onProgress));
    }),
    adminRoute(strapi, mayDecide, ['GET', `${path}/runs/:id`], (context) => bulkRun(idOf(context))),
    adminRoute(strapi, mayDecide, ['GET', path], async () =>
      (await listImports(strapi.db.connection, 'bulk')).map(toListed),
    ),
  ]);
}
