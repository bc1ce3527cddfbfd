/** A campaign that asked both entries asks once: the second question is cancelled, and its letter leads to the first. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Carried } from '../domain/stored/carried.ts';
import { requestStates } from '../domain/vocabulary/request-states.ts';
import type { Connection } from '../platform/database/connection.ts';
import { rowsOf } from '../platform/database/sql.ts';
import { withdrawLetters } from '../platform/mail/outbox.ts';

const Cancelled = z.object({ request: z.string(), state: z.enum(requestStates.values) });

/** @returns the questions that were cancelled, and the state that each was in; who has answered is not asked again anyway */
export async function cancelSecondQuestions(
  strapi: Core.Strapi,
  trx: Connection,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Carried['cancelled']> {
  const cancelled = await rowsOf(
    trx,
    Cancelled,
    `update update_requests second set state = 'annulée'
       from update_requests before, update_requests own
      where second.association_id = ? and before.id = second.id and second.state not in ('annulée', 'répondue')
        and own.association_id = ? and own.campaign_id = second.campaign_id
      returning second.document_id as request, before.state as state`,
    [from, to],
  );
  await withdrawLetters(
    strapi,
    cancelled.map(({ request }) => request),
  );
  return cancelled;
}

/** Asks them again: each is in the state that it was in. Letters that were taken back are not sent by it. */
export async function askAgain(trx: Connection, cancelled: Carried['cancelled']): Promise<void> {
  for (const { request, state } of cancelled)
    await trx.raw(`update update_requests set state = ? where document_id = ? and state = 'annulée'`, [state, request]);
}
