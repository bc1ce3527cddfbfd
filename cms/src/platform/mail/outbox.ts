import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DoubtfulLetter } from '../../domain/contract/desk/mail-report.ts';
import { parseEmail } from '../../domain/email.ts';
import type { LetterKind } from '../../domain/letter-kinds.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';
import type { Connection } from '../database/connection.ts';
import { inTransaction } from '../database/transaction.ts';
import { changed, rowsOf } from '../database/sql.ts';
import { z } from 'zod';

/**
 * Where a letter stands. `committing` is written immediately before the final dot, the byte after which nobody but the server
 * can know whether it has the letter (RFC 1047): a letter found there after a crash becomes `doubtful`, never `queued`.
 * The database holds states to a CHECK: a new one needs a migration (cms/database/README.md).
 */
export const LETTER_STATES = [
  'queued',
  'sending',
  'committing',
  'sent',
  /** The server would not take it, or gave up on it later. */
  'refused',
  'returned',
  'doubtful',
  /** No longer wanted when its turn came: answered, cancelled, closed. */
  'cancelled',
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** One letter to one address, cleared and set: ready to leave. `queue-letters.ts` makes it. */
export interface Letter {
  /** Unique for ever: `campaign:<id>:<association>:invitation`. The same key twice is one letter. */
  readonly key: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string | null;
  /** documentId of the update-request that it belongs to. */
  readonly request: string | null;
}

/** Someone waits in front of a screen for some letters; a campaign of 1,200 must not stand before them in the queue. */
const URGENCY: Readonly<Record<LetterKind, number>> = {
  'sign-in': 0,
  'new-password': 0,
  'editor-invitation': 0,
  'manager-invitation': 1,
  receipt: 1,
  'withdrawal-done': 1,
  'withdrawal-notice': 1,
  'own-data': 1,
  accepted: 2,
  refused: 2,
  invitation: 3,
  reminder: 3,
  'offline-warning': 3,
  'list-letter': 3,
  message: 2,
  'message-answer': 2,
  'message-copy': 2,
  'alert-confirmation': 1,
  alert: 3,
  'job-failure': 1,
  alarm: 1,
  sample: 0,
};

/** A campaign's letters may be withdrawn from the queue; an answer to somebody's act may not. */
const OF_A_CAMPAIGN: readonly LetterKind[] = ['invitation', 'reminder'];

/** The keys of a campaign's letters are made here and nowhere else, because the board counts by them. */
export const campaignKey = {
  of: (campaign: string) => `campaign:${campaign}:`,
  invitation: (campaign: string, association: string) => `campaign:${campaign}:${association}:invitation`,
  /** @param step of the ladder, from 1 */
  reminder: (campaign: string, association: string, step: number) =>
    `campaign:${campaign}:${association}:reminder-${step}`,
  /** Once more after the last step, by an editor's act: one a day. @param day `YYYY-MM-DD` */
  reminderOf: (campaign: string, association: string, day: string) =>
    `campaign:${campaign}:${association}:reminder-${day}`,
};

export type { Connection, LetterKind };

/** Two letters to one address can be told without knowing the address: what is kept of it once the letter is erased. */
export const hashRecipient = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('hex');

const ROWS_AT_ONCE = 200;

/** Writes the letters, as `queueLetters` has set them, and says how many were new. @throws {Error} naming the key of a letter without a usable address */
export async function insertLetters(connection: Connection, letters: readonly Letter[]): Promise<number> {
  const rows = letters.map((letter) => {
    const address = parseEmail(letter.to);
    if (!address.ok) throw new Error(`Letter ${letter.key} has no usable address`);
    return {
      key: letter.key,
      kind: letter.kind,
      request: letter.request,
      urgency: URGENCY[letter.kind],
      recipient: address.value,
      recipient_hash: hashRecipient(address.value),
      return_token: randomBytes(9).toString('hex'),
      reply_to: letter.replyTo,
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html,
    };
  });
  let added = 0;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const { rowCount } = await connection.raw(
      `insert into trame_letters (key, kind, request, urgency, recipient, recipient_hash, return_token, reply_to, subject, body_text, body_html)
       select * from json_to_recordset(?::json) as given (key text, kind text, request text, urgency smallint, recipient text,
         recipient_hash text, return_token text, reply_to text, subject text, body_text text, body_html text)
       on conflict (key) do nothing`,
      [JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))],
    );
    added += rowCount;
  }
  return added;
}

/**
 * Takes the letters of a request's campaign that have not left yet out of the queue: it was answered, or its link revoked.
 * One that is just being handed over is stopped too, as long as its final dot is not sent.
 * @returns how many will not leave
 */
export async function withdrawLetters(strapi: Core.Strapi, requests: readonly string[]): Promise<number> {
  if (requests.length === 0) return 0;
  return inTransaction(strapi, (trx) =>
    changed(
      trx,
      `update trame_letters set state = 'cancelled', state_at = now()
        where request = any(?) and kind = any(?) and state in ('queued', 'sending')`,
      [requests, OF_A_CAMPAIGN],
    ),
  );
}

/** How far the letters of a campaign are. `failed`: refused or returned. */
export async function sendingState(strapi: Core.Strapi, campaignId: string): Promise<CampaignBoard['sending']> {
  const [sending] = await rowsOf(
    strapi.db.connection,
    z.object({ queued: z.int(), sent: z.int(), failed: z.int(), doubtful: z.int() }),
    `select count(*) filter (where state in ('queued', 'sending', 'committing'))::int as queued,
            count(*) filter (where state = 'sent')::int as sent,
            count(*) filter (where state in ('refused', 'returned'))::int as failed,
            count(*) filter (where state = 'doubtful')::int as doubtful
       from trame_letters where starts_with(key, ?)`,
    [campaignKey.of(campaignId)],
  );
  return sending!; // an aggregate always gives one row
}

/** @param campaignId null: of everything */
export async function doubtfulLetters(strapi: Core.Strapi, campaignId: string | null): Promise<DoubtfulLetter[]> {
  const rows = await rowsOf(
    strapi.db.connection,
    DoubtfulLetter.extend({ at: z.date() }),
    `select key, kind, request, recipient as "to", state_at as at from trame_letters
      where state = 'doubtful' and starts_with(key, ?) order by id`,
    [campaignId === null ? '' : campaignKey.of(campaignId)],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * The editor's act: sends doubtful, refused or returned letters once more, and those of which something unclear came back, by their
 * keys. It keeps its key and its Message-ID,
 * so that a mailbox which already has it can recognise the copy.
 * @returns how many went back into the queue; one whose text is erased does not
 */
export async function sendAgain(strapi: Core.Strapi, keys: readonly string[]): Promise<number> {
  return inTransaction(strapi, (trx) => requeueLetters(trx, keys));
}

/** `sendAgain` over any connection. */
export async function requeueLetters(connection: Connection, keys: readonly string[]): Promise<number> {
  const { rowCount } = await connection.raw(
    `update trame_letters set state = 'queued', state_at = now(), due_at = now(), first_tried_at = null, attempts = 0, answer = null,
            fault = null, notice = null, notice_at = null, notice_words = null, seen = false
      where key = any(?) and recipient is not null
        and (state in ('doubtful', 'refused', 'returned') or state = 'sent' and notice = 'unclear')`,
    [keys],
  );
  return rowCount;
}

/** The words of a letter. */
const Words = z.object({ id: z.string(), subject: z.string(), text: z.string(), html: z.string() });

/** Between a person and the program alone: nothing in them is about an entry. */
export const PRIVATE_KINDS: readonly LetterKind[] = [
  'sign-in',
  'new-password',
  'editor-invitation',
  'own-data',
  'alert-confirmation',
];

/**
 * Rewrites the letters about entries that have not left, those that could be sent again included, inside the caller's
 * transaction when there is one: what a contact took back is not sent any more. One that a server took stays what it was.
 * @param rewrite gives a text back as it was when nothing of it is to change
 */
export async function rewriteUnsentLetters(strapi: Core.Strapi, rewrite: (text: string) => string): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const letters = await rowsOf(
      trx,
      Words,
      `select id::text as id, subject, body_text as text, body_html as html from trame_letters
        where state <> 'sent' and body_text is not null and kind <> all (?::text[])`,
      [PRIVATE_KINDS],
    );
    for (const { id, subject, text, html } of letters) {
      const [newSubject, newText, newHtml] = [rewrite(subject), rewrite(text), rewrite(html)];
      if (newSubject === subject && newText === text && newHtml === html) continue;
      await trx.raw(
        `update trame_letters set subject = ?, body_text = ?, body_html = ? where id = ? and state <> 'sent'`,
        [newSubject, newText, newHtml, id],
      );
    }
  });
}
