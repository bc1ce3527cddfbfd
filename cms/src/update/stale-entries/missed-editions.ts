import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { missedEditions } from '../../domain/silence.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { z } from 'zod';

const AskedRow = z.object({ association_id: z.string(), opened_at: z.date() });
const EntryRow = z.object({
  document_id: z.string(),
  /** `YYYY-MM-DD` */
  verified_on: z.string().nullable(),
  /** Of the draft and of what is published: both are kept alike. */
  stored: z.array(z.int().nullable()),
});

/**
 * Writes on each association how many editions passed it by, where that changed: the site, the booklet and the admin's lists
 * read it from there, and the change of a row is what wakes a build. One statement; nothing is written when nothing changed.
 * An association whose letter could not be delivered because of us was not asked; one whose answer waits, or was refused, was not
 * silent.
 * @returns how many associations changed
 */
export async function noteMissedEditions(strapi: Core.Strapi): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const asked = await rowsOf(
      trx,
      AskedRow,
      `select requests.association_id, campaigns.opened_at at time zone 'utc' as opened_at
         from update_requests requests join campaigns on campaigns.document_id = requests.campaign_id
        where campaigns.stage = 'close' and campaigns.opened_at is not null and requests.state not in ('annulée', 'à renvoyer', 'répondue')`,
    );
    const entries = await rowsOf(
      trx,
      EntryRow,
      `select document_id, to_char(max(verified_on), 'YYYY-MM-DD') as verified_on, array_agg(missed_editions) as stored
         from associations group by document_id`,
    );
    const days = new Map<string, string[]>();
    for (const { association_id, opened_at } of asked) {
      days.set(association_id, [...(days.get(association_id) ?? []), dayOf(opened_at)]);
    }
    const changed = entries.flatMap(({ document_id, verified_on, stored }) => {
      const missed = missedEditions(verified_on, days.get(document_id) ?? []);
      return stored.every((value) => value === missed) ? [] : [{ document_id, missed }];
    });
    if (changed.length === 0) return 0;
    await trx.raw(
      `update associations set missed_editions = given.missed
         from json_to_recordset(?::json) as given (document_id text, missed int)
        where associations.document_id = given.document_id and associations.missed_editions is distinct from given.missed`,
      [JSON.stringify(changed)],
    );
    return changed.length;
  });
}
