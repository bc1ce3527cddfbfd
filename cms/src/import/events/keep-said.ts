/** Notes what the source of an event said, with what the import left in the record. */
import type { Core } from '@strapi/strapi';
import { leftAfter } from '../../domain/import/events/merge-event.ts';
import { readContent } from '../../entries/record-content.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { EVENT } from './known-events.ts';
import type { SaidOfLine } from './plan-agenda.ts';
import { addSaid } from './said-store.ts';

/** @param said of the line that was just taken over; undefined for a line that is about no event */
export async function keepSaid(
  strapi: Core.Strapi,
  trx: Connection,
  importId: string,
  said: SaidOfLine | undefined,
  documentId: string,
): Promise<void> {
  if (said === undefined) return;
  const stored = await readContent(strapi, EVENT, documentId, 'draft');
  if (!stored) throw new Error(`event ${documentId} was taken over and is not there`);
  const { source, externalId, values, changed, last } = said;
  const left = leftAfter(stored.content, { values, changed }, last);
  await addSaid(trx, { importId, source, externalId, documentId, last: { said: values, left } });
}
