import type { Core } from '@strapi/strapi';
import { change, olderThan } from './connection.ts';

/** Three editions: after that nobody puts an entry back, and what it said of people is no business of ours. */
const KEEP_DAYS = 3 * 365;

/** That somebody asked to appear no more is kept as long as somebody may ask why; that it was done stays. */
const KEEP_WITHDRAWALS_DAYS = 365;

/** Former states of entries, contacts included; who did what and when stays. @returns how many lines were emptied */
export const eraseFormerStates = (strapi: Core.Strapi, now: Date): Promise<number> =>
  change(
    strapi,
    `update journal_entries set before = null, after = null, changes = null
      where ${olderThan('at')} and (coalesce(before::text, 'null') <> 'null' or coalesce(after::text, 'null') <> 'null'
        or coalesce(changes::text, 'null') <> 'null')`,
    [now, KEEP_DAYS],
  );

/** What the journal says of a contact that withdrew. @returns how many lines were emptied */
export const eraseWithdrawals = (strapi: Core.Strapi, now: Date): Promise<number> =>
  change(
    strapi,
    `update journal_entries set note = null where act in ('contact retiré', 'retrait maintenu') and note is not null and ${olderThan('at')}`,
    [now, KEEP_WITHDRAWALS_DAYS],
  );
