import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/database/transaction.ts';
import { editorOfRequest } from '../../platform/http/admin-route.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { hasDrafts, type DocumentContext, type Next } from '../../platform/strapi/document.ts';
import { editorAtForm } from '../editor-at-form.ts';
import { lineAbout } from '../journal-subject.ts';
import { writeJournal } from '../journal.ts';
import { isThere, readRecord } from '../read-record.ts';
import { onBehalfNow } from '../on-behalf.ts';
import { endPublication, findSchedule, removeSchedule, type Named } from './schedule-store.ts';
import { scheduleWords as words } from './schedule-words.ts';

/** What was to be published is off the site before: whoever took it off wins, and the journal says so. */
async function endByDeparture(strapi: Core.Strapi, named: Named): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const current = await findSchedule(trx, named);
    if (current === null) return;
    await removeSchedule(trx, named);
    if (current.publishAt === null) return; // nothing is given up: it is off the site
    const editor = editorOfRequest(strapi);
    await writeJournal(strapi, {
      who: editor?.name ?? 'Le programme',
      whoId: editor?.id ?? null,
      act: 'programmation abandonnée',
      ...lineAbout(strapi, named, await readRecord(strapi, named.uid, named.documentId, 'draft')),
      note: words.takenOff,
    });
  });
}

/**
 * The document middleware that ends what is planned when it happens otherwise, in the transaction of the act. Who publishes by
 * hand has done what was planned: what is written later is not published by it. Who takes a record off the site, by hand or
 * because nobody confirms it, means it: no plan of before brings it back. What is deleted has no plan, and is put back without.
 */
export function endSchedules(strapi: Core.Strapi) {
  return async ({ uid, action, params }: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId } = params;
    if (documentId === undefined || !isContent(uid) || onBehalfNow()?.of === 'schedule' || !hasDrafts(strapi, uid))
      return next();
    const named: Named = { uid, documentId };
    const publishes = action === 'publish' || (action === 'update' && params.status === 'published');
    if (publishes && (onBehalfNow() ?? editorAtForm(strapi)) !== null)
      return inTransaction(strapi, async (trx) => {
        const result = await next();
        await endPublication(trx, named);
        return result;
      });
    if (action === 'delete')
      return inTransaction(strapi, async (trx) => {
        const result = await next();
        await removeSchedule(trx, named);
        return result;
      });
    if (action === 'unpublish')
      return inTransaction(strapi, async () => {
        // « Retirer du site » of a whole list is said of drafts too, and takes nothing from them.
        const wasOnline = await isThere(strapi, named, 'published');
        const result = await next();
        if (wasOnline) await endByDeparture(strapi, named);
        return result;
      });
    return next();
  };
}
