import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mayDecide, adminRoute, bodyOf, editorOf, idOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { boardCsv } from './board-csv.ts';
import { readBoard, readCurrent } from './board.ts';
import { forecastOpening } from './forecast.ts';
import { resendLetter, revokeLink } from './one-request.ts';
import { closeCampaign, openCampaign } from './open-campaign.ts';
import { previewLetter } from './preview-letter.ts';
import {
  PreviewQuestion,
  RemindQuestion,
  type CurrentCampaign,
  type ResentLetter,
} from '../../domain/contract/desk/campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { listRequests } from './list-requests.ts';
import { remindNow } from './remind-now.ts';
import { sendSample } from './send-sample.ts';

const Nothing = z.strictObject({});
const Resending = z.strictObject({ email: z.string().trim().max(254).nullable().default(null) });

/**
 * The campaign's page:
 * `GET /trame/campaigns` (CampaignListing[]) · `GET /trame/campaigns/current` (CurrentCampaign) · `GET /trame/campaigns/:id/board` (CampaignBoard) · `…/board.csv` ·
 * `GET …/forecast` (CampaignForecast) · `GET …/requests` (CampaignRequest[]) ·
 * `POST …/preview` (PreviewQuestion → LetterPreview) · `POST …/preview/send` (→ SentSample) · `POST …/remind`
 * (RemindQuestion → Reminded) · `POST …/open` (OpenedCampaign) · `POST …/close` ·
 * `POST …/requests/:request/revoke` · `POST …/requests/:request/resend` ({ email } → ResentLetter).
 */
export function registerCampaignRoutes(strapi: Core.Strapi): void {
  const one = '/trame/campaigns/:id';
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/campaigns/current'], async (): Promise<CurrentCampaign> => ({
      campaign: await readCurrent(strapi),
    })),
    adminRoute(strapi, mayDecide, ['GET', '/trame/campaigns'], () => listCampaigns(strapi)),
    adminRoute(strapi, mayDecide, ['GET', `${one}/board`], (context) => readBoard(strapi, idOf(context))),
    adminRoute(strapi, mayDecide, ['GET', `${one}/board.csv`], async (context) => {
      await readBoard(strapi, idOf(context)); // there is such a campaign
      const csv = await boardCsv(strapi, idOf(context));
      context.set('Content-Type', 'text/csv; charset=utf-8');
      context.set('Content-Disposition', 'attachment; filename="campagne.csv"');
      return csv;
    }),
    adminRoute(strapi, mayDecide, ['GET', `${one}/forecast`], (context) => forecastOpening(strapi, idOf(context))),
    adminRoute(strapi, mayDecide, ['GET', `${one}/requests`], (context) => listRequests(strapi, idOf(context))),
    adminRoute(strapi, mayDecide, ['POST', `${one}/preview`], (context) =>
      previewLetter(strapi, idOf(context), bodyOf(context, PreviewQuestion)),
    ),
    adminRoute(strapi, mayDecide, ['POST', `${one}/preview/send`], (context) =>
      sendSample(strapi, idOf(context), bodyOf(context, PreviewQuestion), context.state.user?.email ?? ''),
    ),
    adminRoute(strapi, mayDecide, ['POST', `${one}/remind`], (context) =>
      remindNow(strapi, idOf(context), bodyOf(context, RemindQuestion), editorOf(context)),
    ),
    adminRoute(strapi, mayDecide, ['POST', `${one}/open`], (context) => {
      bodyOf(context, Nothing);
      return openCampaign(strapi, idOf(context), editorOf(context));
    }),
    adminRoute(strapi, mayDecide, ['POST', `${one}/close`], async (context) => {
      bodyOf(context, Nothing);
      await closeCampaign(strapi, idOf(context), editorOf(context));
      return { closed: true };
    }),
    adminRoute(strapi, mayDecide, ['POST', `${one}/requests/:request/revoke`], async (context) => {
      bodyOf(context, Nothing);
      await revokeLink(strapi, idOf(context), idOf(context, 'request'), editorOf(context));
      return { revoked: true };
    }),
    adminRoute(
      strapi,
      mayDecide,
      ['POST', `${one}/requests/:request/resend`],
      async (context): Promise<ResentLetter> => ({
        queued: await resendLetter(
          strapi,
          idOf(context),
          idOf(context, 'request'),
          bodyOf(context, Resending).email,
          editorOf(context),
        ),
      }),
    ),
  ]);
}
