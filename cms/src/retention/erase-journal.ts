import type { Core } from '@strapi/strapi';
import { change, olderThan } from './connection.ts';

/** Three editions: after that nobody puts an entry back, and what it said of people is no business of ours. */
const KEEP_DAYS = 3 * 365;

/** Former states of entries, contacts included; who did what and when stays. @returns how many lines were emptied */
export const eraseFormerStates = (strapi: Core.Strapi, now: Date): Promise<number> =>
  change(
    strapi,
    `update journal_entries set before = null, after = null
      where ${olderThan('at')} and (coalesce(before::text, 'null') <> 'null' or coalesce(after::text, 'null') <> 'null')`,
    [now, KEEP_DAYS],
  );
