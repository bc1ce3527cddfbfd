import type { Core } from '@strapi/strapi';
import { LabelsLookQuestion, LabelsQuestion, SheetsQuestion } from '../../domain/contract/desk/lists-out.ts';
import { seenBy } from '../../finding/read-lists.ts';
import { adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { lookAtLabels, makeLabels } from './labels.ts';
import { makeSheets } from './sheets.ts';

/**
 * A list on paper, for every signed-in editor, of what the account may read: `POST /trame/lists-out/labels/look`
 * (LabelsLookQuestion → LabelsLook) · `POST /trame/lists-out/labels` (LabelsQuestion → MadeFile) ·
 * `POST /trame/lists-out/sheets` (SheetsQuestion → MadeFile).
 */
export function registerListPaperRoutes(strapi: Core.Strapi): void {
  const path = '/trame/lists-out';
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['POST', `${path}/labels/look`], async (context) => {
      const { taken } = bodyOf(context, LabelsLookQuestion);
      return lookAtLabels(strapi, await seenBy(strapi, context), taken, new Date());
    }),
    adminRoute(strapi, 'signed-in', ['POST', `${path}/labels`], async (context) => {
      const asked = bodyOf(context, LabelsQuestion);
      return makeLabels(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
    adminRoute(strapi, 'signed-in', ['POST', `${path}/sheets`], async (context) => {
      const asked = bodyOf(context, SheetsQuestion);
      return makeSheets(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
  ]);
}
