import type { Core } from '@strapi/strapi';
import { change } from './connection.ts';

/**
 * What is left of a letter once its text and address are erased: the fingerprint of the address, which whoever has the address
 * could recognise, and the server's answer, which may quote it. The key stays: it says that the letter was sent, once for ever.
 * @returns how many were erased
 */
export const eraseLetterTraces = (strapi: Core.Strapi, now: Date, keepDays: number): Promise<number> =>
  change(
    strapi,
    `update trame_letters set recipient_hash = '', answer = null, notice_words = null
      where recipient is null and state not in ('queued', 'sending', 'committing')
        and (recipient_hash <> '' or answer is not null or notice_words is not null)
        and state_at < ?::timestamptz - make_interval(days => ?)`,
    [now, keepDays],
  );
