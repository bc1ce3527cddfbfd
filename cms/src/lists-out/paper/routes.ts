import type { Core } from '@strapi/strapi';
import { MailingQuestion } from '../../domain/contract/desk/list-letter.ts';
import { LabelsLookQuestion, LabelsQuestion, SheetsQuestion } from '../../domain/contract/desk/lists-out.ts';
import { seenBy } from '../../finding/read-lists.ts';
import { adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { mayWrite } from '../letters/may-write.ts';
import { lookAtLabels, makeLabels } from './labels.ts';
import { makeMailing } from './mailing.ts';
import { makeSheets } from './sheets.ts';

/**
 * A list on paper, for every signed-in editor (letters: for who may write for the office), of what the account may read: `POST /trame/lists-out/labels/look`
 * (LabelsLookQuestion → LabelsLook) · `POST /trame/lists-out/labels` (LabelsQuestion → MadeFile) ·
 * `POST /trame/lists-out/mailing` (MailingQuestion → MadeFile) · `POST /trame/lists-out/sheets` (SheetsQuestion → MadeFile).
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
    adminRoute(strapi, mayWrite, ['POST', `${path}/mailing`], async (context) => {
      const asked = bodyOf(context, MailingQuestion);
      return makeMailing(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
    adminRoute(strapi, 'signed-in', ['POST', `${path}/sheets`], async (context) => {
      const asked = bodyOf(context, SheetsQuestion);
      return makeSheets(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
  ]);
}
