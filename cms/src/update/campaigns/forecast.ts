import type { Core } from '@strapi/strapi';
import { parseEmail } from '../../domain/email.ts';
import { refusals } from '../../platform/http/refused.ts';
import { findCampaign, REQUEST, type UpdateRequest } from './request-store.ts';
import { isAsked, publishedAssociations } from './who-is-asked.ts';
import type { CampaignForecast } from '../../domain/contract/desk/campaign.ts';

/**
 * What opening a campaign would do now: how many associations it would ask that it has not asked yet, how many letters would
 * leave, and how many have no address to write to.
 * @throws {Refused} when there is no such campaign
 */
export async function forecastOpening(strapi: Core.Strapi, campaignId: string): Promise<CampaignForecast> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const requests = (await strapi.db
    .query(REQUEST)
    .findMany({ select: ['associationId'], where: { campaignId } })) as Pick<UpdateRequest, 'associationId'>[];
  const already = new Set(requests.map(({ associationId }) => associationId));
  const asked = (await publishedAssociations(strapi)).filter(
    (one) => isAsked(one, campaign) && !already.has(one.associationId),
  );
  const letters = asked.filter(({ email }) => parseEmail(email ?? '').ok).length;
  return { asked: asked.length, letters, withoutAddress: asked.length - letters };
}
