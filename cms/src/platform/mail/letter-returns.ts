/** What came back of letters, as the outbox keeps it. */
import { z } from 'zod';
import { TroubledLetter } from '../../domain/contract/desk/mail-report.ts';
import type { Connection } from '../database/connection.ts';
import { changed, rowsOf } from '../database/sql.ts';
import type { BounceVerdict } from './bounce-report.ts';
import { noticeWords, readAnswer } from './server-words.ts';

/**
 * What was heard of a letter that did not fail, the graver last: a later notice never hides a graver one. The database holds them
 * to a CHECK: a new one needs a migration.
 */
export const LETTER_NOTICES = ['delayed', 'unclear', 'complaint'] as const;
export type LetterNotice = (typeof LETTER_NOTICES)[number];

/** How a returned message names its letter. Whoever knows none of these cannot change anything. */
export interface LetterNames {
  /** Of the return path (VERP), which nobody but a server that had the letter knows. */
  readonly tokens: readonly string[];
  /** Left part of Message-IDs, without angle brackets: a digest of the letter's key. */
  readonly digests: readonly string[];
}

/**
 * - the verdict itself: it was noted;
 * - `again`: the letter is known to have come back, or is on its way once more: nothing changes;
 * - `unknown`: it is about no letter of ours.
 */
export type ReturnNoted = BounceVerdict | 'again' | 'unknown';

const Found = z.object({ id: z.string(), state: z.string(), notice: z.enum(LETTER_NOTICES).nullable() });

/** States in which the letter has left us, so that something can be heard of it. */
const OUT = ['sent', 'doubtful', 'committing'];

/**
 * Writes down what a returned message says of its letter, inside the caller's transaction.
 * @param answer the server's words; of what is unclear, what the editor reads of it
 */
export async function noteReturn(
  trx: Connection,
  { tokens, digests }: LetterNames,
  { verdict, answer }: { readonly verdict: BounceVerdict; readonly answer: string },
): Promise<ReturnNoted> {
  const [letter] = await rowsOf(
    trx,
    Found,
    `select id, state, notice from trame_letters
      where return_token = any(?) or left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 32) = any(?)
      order by return_token = any(?) desc, id desc limit 1 for update`,
    [tokens, digests, tokens],
  );
  if (!letter) return 'unknown';
  if (!OUT.includes(letter.state)) return 'again';
  if (verdict === 'failed') {
    const { words, fault } = readAnswer(answer);
    await trx.raw(
      `update trame_letters set state = 'returned', state_at = now(), answer = ?, fault = ?, reported = false, seen = false,
              notice = null, notice_at = null, notice_words = null
        where id = ?`,
      [words, fault, letter.id],
    );
    return 'failed';
  }
  if (letter.notice !== null && LETTER_NOTICES.indexOf(letter.notice) > LETTER_NOTICES.indexOf(verdict)) return verdict;
  await trx.raw(
    `update trame_letters set notice = ?, notice_at = now(), notice_words = ?, seen = seen and notice is not distinct from ?
      where id = ?`,
    [verdict, noticeWords[verdict](answer), verdict, letter.id],
  );
  return verdict;
}

/** Servers give up after five days at most as a rule (RFC 5321, 4.5.4.1): a delay of which nothing more is heard is over. */
const DELAY_DAYS = 6;
const SHOWN_DAYS = 60;
const MOST_SHOWN = 500;

/**
 * The letters that somebody should look at, the last first: refused because of us; returned and of no campaign, whose page tells
 * of its own; late; complained of; unclear.
 */
export async function troubledLetters(connection: Connection): Promise<TroubledLetter[]> {
  const rows = await rowsOf(
    connection,
    TroubledLetter.extend({ at: z.date() }),
    `select key, kind, request, recipient as "to", coalesce(notice_at, state_at) as at,
            case when notice is not null then notice when fault = 'sender' then 'sender' else 'returned' end as what,
            coalesce(notice_words, answer, '') as words
       from trame_letters
      where not seen and coalesce(notice_at, state_at) > now() - make_interval(days => ?)
        and (state in ('refused', 'returned') and (fault = 'sender' or kind not in ('invitation', 'reminder'))
          or state in ('sent', 'doubtful') and notice is not null
             and (notice <> 'delayed' or notice_at > now() - make_interval(days => ?)))
      order by coalesce(notice_at, state_at) desc, id desc limit ?`,
    [SHOWN_DAYS, DELAY_DAYS, MOST_SHOWN],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The editor's act: has looked at these. What is heard of one later shows again. @returns how many were noted */
export const markSeen = (connection: Connection, keys: readonly string[]): Promise<number> =>
  changed(connection, `update trame_letters set seen = true where key = any(?) and not seen`, [keys]);
