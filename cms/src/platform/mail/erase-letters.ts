import type { Connection } from './outbox.ts';

/** A link that lets somebody in is worth nothing an hour later, and opens an account until then. */
const KEEP_SIGN_IN_HOURS = 1;

/**
 * Erases what letters say and to whom, once they have left and are old. A letter that is under way is left alone.
 * @param keepDays MAIL_KEEP_DAYS
 * @returns how many were erased
 */
export async function eraseLetterTexts(connection: Connection, now: Date, keepDays: number): Promise<number> {
  const { rowCount } = await connection.raw(
    `update trame_letters set recipient = null, reply_to = null, subject = null, body_text = null, body_html = null, notice_words = null
      where recipient is not null and state not in ('queued', 'sending', 'committing')
        and state_at < ?::timestamptz - case when kind in ('sign-in', 'new-password', 'editor-invitation') then make_interval(hours => ?) else make_interval(days => ?) end`,
    [now, KEEP_SIGN_IN_HOURS, keepDays],
  );
  return rowCount;
}
