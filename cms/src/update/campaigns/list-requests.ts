import type { Core } from '@strapi/strapi';
import { refusals } from '../../platform/http/refused.ts';
import { boardLines } from './board.ts';
import { findCampaign } from './request-store.ts';
import type { CampaignRequest } from '../../domain/contract/desk/campaign.ts';

const instant = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());

/**
 * Every association that a campaign asks, by name, for finding the one that is on the telephone.
 * @throws {Refused} when there is no such campaign
 */
export async function listRequests(strapi: Core.Strapi, campaignId: string): Promise<CampaignRequest[]> {
  if (!(await findCampaign(strapi, campaignId))) throw refusals.unknownCampaign();
  const lines = await boardLines(strapi, campaignId);
  return lines.map(({ request, association }) => ({
    request: request.documentId,
    association: request.associationId,
    name: request.associationName,
    commune: association?.commune || null,
    state: request.state,
    email: request.email || null,
    sentAt: instant(request.sentAt),
    remindersSent: request.remindersSent,
    answeredAt: instant(request.answeredAt),
    channel: request.channel,
    bounceReason: request.bounceReason || null,
  }));
}
