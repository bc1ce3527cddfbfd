import type { Core } from '@strapi/strapi';
import { change, olderThan } from './connection.ts';

/** Nobody decided within twice the time that decided answers are kept: nobody will. */
const STALE_FACTOR = 2;

/** JSON columns hold SQL null or a JSON null, which both say nothing. */
const says = (column: string): string => `coalesce(${column}::text, 'null') <> 'null'`;

const SAYS_SOMETHING = [
  'sender is not null',
  'logo_file is not null',
  'reason is not null',
  'opened_by is not null',
  says('entry'),
  says('base'),
  says('details'),
].join(' or ');

const words = {
  reason: 'Sans suite dans le délai.',
  by: 'Le programme',
  title: 'Réponse effacée',
};

/**
 * Takes out of old answers who sent them and what they said. Kind, state, channel and day stay, for the boards of past years.
 * The name of an association stays only on what is about an association of the directory.
 * @returns how many were erased
 */
export async function eraseAnswers(strapi: Core.Strapi, now: Date, keepDays: number): Promise<number> {
  await change(
    strapi,
    `update submissions set state = 'refusée', decided_at = (?::timestamptz at time zone 'utc'), decided_by = ?, reason = ?
      where state = 'à relire' and ${olderThan('sent_at')}`,
    [now, words.by, words.reason, now, keepDays * STALE_FACTOR],
  );
  return change(
    strapi,
    `update submissions
        set sender = null, entry = null, base = null, base_version = null, details = null, logo_file = null, reason = null,
            opened_by = null, opened_by_id = null, opened_at = null,
            title = case when association_id is null then ? else title end
      where state <> 'à relire' and (${SAYS_SOMETHING})
        and (${olderThan('coalesce(decided_at, sent_at)')} or ${olderThan('sent_at')} and decided_by = ?)`,
    [words.title, now, keepDays, now, keepDays * STALE_FACTOR, words.by],
  );
}
