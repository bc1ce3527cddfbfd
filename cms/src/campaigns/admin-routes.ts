import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { adminRoute, bodyOf, editorOf, idOf, registerAdminRoutes } from '../submissions/admin-context.ts';
import { boardCsv } from './board-csv.ts';
import { readBoard, readCurrent } from './board.ts';
import { forecastOpening } from './forecast.ts';
import { answerByPhone, DictatedAnswer, openForPhone, resendLetter, revokeLink } from './one-request.ts';
import { closeCampaign, openCampaign } from './open-campaign.ts';
import { previewLetter, PreviewQuestion } from './preview-letter.ts';
import { listRequests } from './list-requests.ts';

const Nothing = z.strictObject({});
const Resending = z.strictObject({ email: z.string().trim().max(254).nullable().default(null) });

/**
 * The campaign's page:
 * `GET /trame/campaigns/current` ({ campaign }) · `GET /trame/campaigns/:id/board` (CampaignBoard) · `…/board.csv` ·
 * `GET …/forecast` (CampaignForecast) · `GET …/requests` (CampaignRequest[]) ·
 * `POST …/preview` (PreviewQuestion → { subject, text, html, association, to }) · `POST …/open` (Opened) · `POST …/close` ·
 * `GET …/requests/:request/entry` ({ name, entry, version, choices }) · `POST …/requests/:request/answer-by-phone`
 * (DictatedAnswer → SentAnswer) · `POST …/requests/:request/revoke` · `POST …/requests/:request/resend` ({ email }).
 */
export function registerCampaignRoutes(strapi: Core.Strapi): void {
  const one = '/trame/campaigns/:id';
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'GET', '/trame/campaigns/current', async () => ({ campaign: await readCurrent(strapi) })),
    adminRoute(strapi, 'GET', `${one}/board`, (context) => readBoard(strapi, idOf(context))),
    adminRoute(strapi, 'GET', `${one}/board.csv`, async (context) => {
      await readBoard(strapi, idOf(context)); // there is such a campaign
      const csv = await boardCsv(strapi, idOf(context));
      context.set('Content-Type', 'text/csv; charset=utf-8');
      context.set('Content-Disposition', 'attachment; filename="campagne.csv"');
      return csv;
    }),
    adminRoute(strapi, 'GET', `${one}/forecast`, (context) => forecastOpening(strapi, idOf(context))),
    adminRoute(strapi, 'GET', `${one}/requests`, (context) => listRequests(strapi, idOf(context))),
    adminRoute(strapi, 'POST', `${one}/preview`, (context) =>
      previewLetter(strapi, idOf(context), bodyOf(context, PreviewQuestion)),
    ),
    adminRoute(strapi, 'POST', `${one}/open`, (context) => {
      bodyOf(context, Nothing);
      return openCampaign(strapi, idOf(context), editorOf(context));
    }),
    adminRoute(strapi, 'POST', `${one}/close`, async (context) => {
      bodyOf(context, Nothing);
      await closeCampaign(strapi, idOf(context), editorOf(context));
      return { closed: true };
    }),
    adminRoute(strapi, 'GET', `${one}/requests/:request/entry`, (context) =>
      openForPhone(strapi, idOf(context), idOf(context, 'request')),
    ),
    adminRoute(strapi, 'POST', `${one}/requests/:request/answer-by-phone`, (context) =>
      answerByPhone(strapi, idOf(context), idOf(context, 'request'), bodyOf(context, DictatedAnswer)),
    ),
    adminRoute(strapi, 'POST', `${one}/requests/:request/revoke`, async (context) => {
      bodyOf(context, Nothing);
      await revokeLink(strapi, idOf(context), idOf(context, 'request'), editorOf(context));
      return { revoked: true };
    }),
    adminRoute(strapi, 'POST', `${one}/requests/:request/resend`, async (context) => ({
      queued: await resendLetter(
        strapi,
        idOf(context),
        idOf(context, 'request'),
        bodyOf(context, Resending).email,
        editorOf(context),
      ),
    })),
  ]);
}
