import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { changed } from '../../platform/database/sql.ts';

/**
 * The stop rule, for letters that are still in the queue: whoever has answered, whose request is cancelled or whose address
 * returned a letter gets no invitation and no reminder any more, and nobody does once the campaign is closed or over.
 * @returns how many letters will not leave
 */
export async function stopUnwantedLetters(strapi: Core.Strapi, now: Date): Promise<number> {
  return changed(
    strapi.db.connection,
    `update trame_letters letter set state = 'cancelled', state_at = ?
       from update_requests request left join campaigns campaign on campaign.document_id = request.campaign_id
      where letter.request = request.document_id
        and letter.kind in ('invitation', 'reminder') and letter.state in ('queued', 'sending')
        and (request.state in ('répondue', 'annulée', 'revenue')
          or campaign.stage is distinct from 'ouverte' or campaign.closes_on < ?::date)`,
    [now, dayOf(now)],
  );
}
