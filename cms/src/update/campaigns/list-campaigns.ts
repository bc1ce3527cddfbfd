import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { CampaignListing } from '../../domain/contract/desk/campaign.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { findMany } from '../../platform/database/records.ts';
import { campaignSummary } from './board.ts';
import { CAMPAIGN, type Campaign } from './request-store.ts';

const Counts = z.object({ campaign: z.string(), asked: z.int(), answered: z.int(), waiting: z.int() });

/** Every campaign there was, the latest first: what was asked and answered then stays to be read. */
export async function listCampaigns(strapi: Core.Strapi): Promise<CampaignListing[]> {
  const campaigns = await findMany<Campaign>(strapi, CAMPAIGN, {
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  });
  const counts = await rowsOf(
    strapi.db.connection,
    Counts,
    `select request.campaign_id as campaign,
            count(*) filter (where request.state <> 'annulée')::int as asked,
            count(*) filter (where request.state = 'répondue')::int as answered,
            count(*) filter (where exists (select 1 from submissions submission
              where submission.request_id = request.document_id and submission.state = 'à relire'))::int as waiting
       from update_requests request group by request.campaign_id`,
  );
  const byId = new Map(counts.map((count) => [count.campaign, count]));
  const notOpened = campaigns.filter(({ openedAt }) => openedAt === null);
  const opened = campaigns.filter(({ openedAt }) => openedAt !== null);
  return [...notOpened, ...opened].map((campaign) => {
    const { asked = 0, answered = 0, waiting = 0 } = byId.get(campaign.documentId) ?? {};
    return { ...campaignSummary(campaign), asked, answered, waitingForReview: waiting };
  });
}
