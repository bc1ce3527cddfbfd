import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { CampaignBoard } from '../domain/contract/review.ts';
import { parseEmail } from '../domain/email.ts';

/** What letters there are; each has its text in `letters/`. */
export const LETTER_KINDS = [
  'invitation',
  'reminder',
  'receipt',
  'accepted',
  'refused',
  'sign-in',
  'manager-invitation',
  'withdrawal-done',
  'withdrawal-notice',
  'own-data',
  'offline-warning',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/**
 * Where a letter stands. `committing` is written immediately before the final dot, the byte after which nobody but the server
 * can know whether it has the letter (RFC 1047): a letter found there after a crash becomes `doubtful`, never `queued`.
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

/** One letter to one address, ready to leave. */
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
};

const CREATE_TABLE = `
  create table if not exists trame_letters (
    id bigserial primary key,
    key text not null unique,
    kind text not null,
    request text,
    urgency smallint not null,
    recipient text,
    recipient_hash text not null,
    return_token text not null unique,
    reply_to text,
    subject text,
    body_text text,
    body_html text,
    state text not null default 'queued' check (state in (${LETTER_STATES.map((state) => `'${state}'`).join(', ')})),
    state_at timestamptz not null default now(),
    queued_at timestamptz not null default now(),
    due_at timestamptz not null default now(),
    first_tried_at timestamptz,
    attempts integer not null default 0,
    answer text,
    reported boolean not null default false
  )`;
const CREATE_INDEXES = [
  `create index if not exists trame_letters_queue on trame_letters (urgency, id) where state = 'queued'`,
  `create index if not exists trame_letters_request on trame_letters (request) where request is not null`,
  `create index if not exists trame_letters_unreported on trame_letters (id) where not reported`,
  `create index if not exists trame_letters_key on trame_letters (key text_pattern_ops)`,
];

/** Whatever can run a statement with `?` for values: Strapi's knex or a transaction of it. */
export interface Connection {
  raw(sql: string, values?: readonly unknown[]): PromiseLike<{ rows: unknown[]; rowCount: number }>;
}

/** Makes the table of letters. Safe to run at each start. */
export async function createOutbox(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['trame_letters']);
    await createOutboxTables(trx);
  });
}

/** The same without Strapi, for a test of the sender alone. */
export async function createOutboxTables(connection: Connection): Promise<void> {
  for (const statement of [CREATE_TABLE, ...CREATE_INDEXES]) await connection.raw(statement);
}

/** Two letters to one address can be told without knowing the address: what is kept of it once the letter is erased. */
export const hashRecipient = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('hex');

const ROWS_AT_ONCE = 200;

/** Writes the letters and says how many were new. @throws {Error} naming the key of a letter without a usable address */
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

const listeners = new Set<() => void>();

/** Calls when letters were queued and their transaction has committed. @returns how to end that */
export function onLettersQueued(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Puts letters into the queue, inside the caller's `strapi.db.transaction` when there is one: they leave once it has
 * committed, and not at all when it rolls back. A key that was used before, at any time, is left as it is.
 *
 * @returns how many are new
 * @throws {Error} when an address cannot be one; nothing is queued then
 */
export async function queueLetters(strapi: Core.Strapi, letters: readonly Letter[]): Promise<number> {
  if (letters.length === 0) return 0;
  return strapi.db.transaction(({ trx, onCommit }) => {
    onCommit(() => listeners.forEach((listener) => listener()));
    return insertLetters(trx, letters);
  });
}

/**
 * Takes the letters of a request's campaign that have not left yet out of the queue: it was answered, or its link revoked.
 * One that is just being handed over is stopped too, as long as its final dot is not sent.
 * @returns how many will not leave
 */
export async function withdrawLetters(strapi: Core.Strapi, requests: readonly string[]): Promise<number> {
  if (requests.length === 0) return 0;
  return strapi.db.transaction(async ({ trx }) => {
    const { rowCount } = await trx.raw(
      `update trame_letters set state = 'cancelled', state_at = now()
        where request = any(?) and kind = any(?) and state in ('queued', 'sending')`,
      [requests, OF_A_CAMPAIGN] as never,
    );
    return rowCount as number;
  });
}

/** How far the letters of a campaign are. `failed`: refused or returned. */
export async function sendingState(strapi: Core.Strapi, campaignId: string): Promise<CampaignBoard['sending']> {
  const { rows } = await strapi.db.connection.raw(
    `select count(*) filter (where state in ('queued', 'sending', 'committing'))::int as queued,
            count(*) filter (where state = 'sent')::int as sent,
            count(*) filter (where state in ('refused', 'returned'))::int as failed,
            count(*) filter (where state = 'doubtful')::int as doubtful
       from trame_letters where starts_with(key, ?)`,
    [campaignKey.of(campaignId)],
  );
  return rows[0] as CampaignBoard['sending'];
}

/** A letter of which nobody knows whether it arrived, for the editor to decide. */
export interface DoubtfulLetter {
  readonly key: string;
  readonly kind: LetterKind;
  readonly request: string | null;
  /** Null once it was erased: it cannot be sent again then. */
  readonly to: string | null;
  /** ISO instant of the attempt. */
  readonly at: string;
}

/** @param campaignId null: of everything */
export async function doubtfulLetters(strapi: Core.Strapi, campaignId: string | null): Promise<DoubtfulLetter[]> {
  const { rows } = await strapi.db.connection.raw(
    `select key, kind, request, recipient as "to", state_at as at from trame_letters
      where state = 'doubtful' and starts_with(key, ?) order by id`,
    [campaignId === null ? '' : campaignKey.of(campaignId)],
  );
  return (rows as (Omit<DoubtfulLetter, 'at'> & { at: Date })[]).map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * The editor's act: sends doubtful, refused or returned letters once more, by their keys. It keeps its key and its Message-ID,
 * so that a mailbox which already has it can recognise the copy.
 * @returns how many went back into the queue; one whose text is erased does not
 */
export async function sendAgain(strapi: Core.Strapi, keys: readonly string[]): Promise<number> {
  return strapi.db.transaction(({ trx }) => requeueLetters(trx as unknown as Connection, keys));
}

/** `sendAgain` over any connection. */
export async function requeueLetters(connection: Connection, keys: readonly string[]): Promise<number> {
  const { rowCount } = await connection.raw(
    `update trame_letters set state = 'queued', state_at = now(), due_at = now(), first_tried_at = null, attempts = 0, answer = null
      where key = any(?) and state in ('doubtful', 'refused', 'returned') and recipient is not null`,
    [keys],
  );
  return rowCount;
}
