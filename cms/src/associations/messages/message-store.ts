/** Messages to associations as rows: by the hash of the token that answers one. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';
import { makeLinkToken } from '../../platform/links/link-token.ts';

/** How long a message can be answered, and is kept: after that it is gone, answered or not. */
export const KEEP_MESSAGES_DAYS = 90;

const Row = z.object({
  id: z.string(),
  associationId: z.string(),
  associationName: z.string(),
  sentAt: z.date(),
  senderName: z.string(),
  sender: z.string(),
  body: z.string(),
  answer: z.string().nullable(),
});
export type Message = z.infer<typeof Row>;

/** The token by which the association answers; only this server can make it. */
export const answerToken = (id: string): string => makeLinkToken('message', id, 1);

export async function insertMessage(
  connection: Connection,
  message: Omit<Message, 'sentAt' | 'answer'>,
  tokenHash: string,
): Promise<void> {
  const { id, associationId, associationName, senderName, sender, body } = message;
  await connection.raw(
    `insert into trame_messages (id, association_id, association_name, sender_name, sender, body, token_hash)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [id, associationId, associationName, senderName, sender, body, tokenHash],
  );
}

/** Held until the transaction ends, so that it is answered once. Null when there is none, or it is over. */
export async function messageOfHash(connection: Connection, tokenHash: string): Promise<Message | null> {
  const [found] = await rowsOf(
    connection,
    Row,
    `select id, association_id as "associationId", association_name as "associationName", sent_at as "sentAt",
            sender_name as "senderName", sender, body, answer
       from trame_messages where token_hash = ? for update`,
    [tokenHash],
  );
  return found ?? null;
}

export const noteAnswer = (connection: Connection, id: string, answer: string): Promise<number> =>
  changed(connection, 'update trame_messages set answer = ?, answered_at = now() where id = ?', [answer, id]);

/** What somebody wrote to associations, for who asks what is held about an address. */
export async function messagesFrom(strapi: Core.Strapi, email: string) {
  const Held = z.object({
    association: z.string(),
    name: z.string(),
    sentAt: z.date(),
    text: z.string(),
    answer: z.string().nullable(),
  });
  const rows = await rowsOf(
    strapi.db.connection,
    Held,
    `select association_name as association, sender_name as name, sent_at as "sentAt", body as text, answer
       from trame_messages where lower(sender) = lower(?) order by sent_at`,
    [email],
  );
  return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
}

/** @returns how many were erased */
export const eraseMessages = (connection: Connection, now: Date): Promise<number> =>
  changed(connection, 'delete from trame_messages where sent_at < ?::timestamptz - make_interval(days => ?)', [
    now,
    KEEP_MESSAGES_DAYS,
  ]);
