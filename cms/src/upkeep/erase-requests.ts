import type { Core } from '@strapi/strapi';
import { change, olderThan } from './connection.ts';

/** The addresses that a campaign wrote to, once it has been over for long. @returns how many were erased */
export const eraseRequestAddresses = (strapi: Core.Strapi, now: Date, keepDays: number): Promise<number> =>
  change(
    strapi,
    `update update_requests set email = null, bounce_reason = null
       from campaigns
      where campaigns.document_id = update_requests.campaign_id and campaigns.stage = 'close'
        and ${olderThan('campaigns.closed_at')}
        and (update_requests.email is not null or update_requests.bounce_reason is not null)`,
    [now, keepDays],
  );
