import type { Core } from '@strapi/strapi';
import { change } from './connection.ts';

/** Nobody reads one that is over; the office may still ask about it for so long. */
export const KEEP_NOTICES_DAYS = 30;

/** Notices of associations that are over, on the draft and on what is published. @returns how many were erased */
export const eraseNotices = (strapi: Core.Strapi, now: Date): Promise<number> =>
  change(
    strapi,
    `update associations set notice_kind = null, notice_until = null, notice_note = null
      where notice_until < (?::timestamptz at time zone 'Europe/Paris')::date - ?::int`,
    [now, KEEP_NOTICES_DAYS],
  );
