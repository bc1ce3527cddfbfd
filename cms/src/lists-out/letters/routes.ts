import type { Core } from '@strapi/strapi';
import { ListLetterQuestion, ListLetterSample, ListLetterSending } from '../../domain/contract/desk/list-letter.ts';
import { seenBy } from '../../finding/read-lists.ts';
import { adminRoute, bodyOf, editorOf, idOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { mayWrite } from './may-write.ts';
import {
  lookAtListLetter,
  previewListLetter,
  readStoppedAddresses,
  sendListLetter,
  sendListSample,
} from './send-letter.ts';

/**
 * A letter to a list, for who may write for the office, to whom the account may read:
 * `POST /trame/lists-out/letter/look` (ListLetterQuestion → ListLetterLook) · `POST …/letter/preview`
 * (ListLetterSample → ListLetterPreview) · `POST …/letter/sample`
 * (ListLetterSample → SentSample) · `POST …/letter/send` (ListLetterSending → SentListLetter). For whoever may read the contacts
 * of an association: `GET …/letter/stopped/:id` (StoppedAddresses).
 */
export function registerListLetterRoutes(strapi: Core.Strapi): void {
  const path = '/trame/lists-out/letter';
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', `${path}/stopped/:id`], async (context) =>
      readStoppedAddresses(strapi, await seenBy(strapi, context), idOf(context)),
    ),
    adminRoute(strapi, mayWrite, ['POST', `${path}/look`], async (context) => {
      const { taken } = bodyOf(context, ListLetterQuestion);
      return lookAtListLetter(strapi, await seenBy(strapi, context), taken, new Date());
    }),
    adminRoute(strapi, mayWrite, ['POST', `${path}/preview`], async (context) => {
      const asked = bodyOf(context, ListLetterSample);
      return previewListLetter(strapi, await seenBy(strapi, context), asked, new Date());
    }),
    adminRoute(strapi, mayWrite, ['POST', `${path}/sample`], async (context) => {
      const asked = bodyOf(context, ListLetterSample);
      const { email = '' } = context.state.user ?? {};
      return sendListSample(strapi, await seenBy(strapi, context), asked, email, new Date());
    }),
    adminRoute(strapi, mayWrite, ['POST', `${path}/send`], async (context) => {
      const asked = bodyOf(context, ListLetterSending);
      return sendListLetter(strapi, await seenBy(strapi, context), editorOf(context), asked, new Date());
    }),
  ]);
}
