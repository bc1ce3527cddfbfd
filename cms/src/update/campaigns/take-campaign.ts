import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/database/transaction.ts';
import { refusals } from '../../platform/http/refused.ts';
import { findCampaign, type Campaign } from './request-store.ts';

/**
 * The campaign, held until the transaction of the caller ends: two editors who act at the same moment do it one after the other.
 * @throws {Refused} when there is none
 */
export async function takeCampaign(strapi: Core.Strapi, campaignId: string): Promise<Campaign> {
  await inTransaction(strapi, (trx) =>
    trx.raw('select id from campaigns where document_id = ? for update', [campaignId]),
  );
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  return campaign;
}
