import type { Core } from '@strapi/strapi';
import {
  ScheduleQuestion,
  ScheduleToGiveUp,
  ScheduleToMake,
  type ScheduledRecord,
  type ScheduleMade,
  type ScheduleOf,
} from '../../domain/contract/desk/schedule.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  isAllowed,
  queryOf,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import type { Values } from '../../domain/visit.ts';
import { refusals } from '../../platform/http/refused.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { hasDrafts, titleOf } from '../../platform/strapi/document.ts';
import { isThere } from '../read-record.ts';
import { giveUpSchedule, makeSchedule } from './make-schedule.ts';
import { findSchedule, listSchedules, toShown, type Named } from './schedule-store.ts';

/** Is this a type whose records can be planned? */
const isPlanned = (strapi: Core.Strapi, uid: string): boolean =>
  uid in strapi.contentTypes && isContent(uid) && hasDrafts(strapi, uid);

/** Who may publish may plan, and nobody else; of a type without drafts nothing can be planned. @throws {Refused} */
function holdToRights(strapi: Core.Strapi, context: AdminContext, action: 'read' | 'publish', uid: string): void {
  if (!isPlanned(strapi, uid) || !isAllowed(strapi, context, { action, uid })) throw refusals.notAllowed();
}

async function scheduleOf(strapi: Core.Strapi, context: AdminContext, { uid, documentId }: Named): Promise<ScheduleOf> {
  const found = await findSchedule(strapi.db.connection, { uid, documentId });
  return {
    schedule: found && toShown(found),
    online: await isThere(strapi, { uid, documentId }, 'published'),
    may: isAllowed(strapi, context, { action: 'publish', uid }),
  };
}

/** What the drafts of some records are called, by documentId: one query, of the column of the name alone. */
async function titlesOf(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { attributes, info } = strapi.getModel(uid as 'api::theme.theme');
  const names = ['name', 'title'].filter((name) => name in attributes);
  const drafts = (await strapi.db.query(uid).findMany({
    select: ['documentId', ...names],
    where: { documentId: { $in: documentIds }, publishedAt: null },
  })) as (Values & { documentId: string })[];
  return new Map(drafts.map((draft) => [draft.documentId, titleOf(draft) || info.displayName]));
}

/** Everything that is planned for records of types that the account may read; what has no record any more is left out. */
async function listed(strapi: Core.Strapi, context: AdminContext): Promise<ScheduledRecord[]> {
  const rows = (await listSchedules(strapi.db.connection)).filter(
    ({ uid }) => isPlanned(strapi, uid) && isAllowed(strapi, context, { action: 'read', uid }),
  );
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const uid of new Set(rows.map((row) => row.uid)))
    titles.set(
      uid,
      await titlesOf(
        strapi,
        uid,
        rows.filter((row) => row.uid === uid).map(({ documentId }) => documentId),
      ),
    );
  return rows.flatMap((row) => {
    const { uid, documentId } = row;
    const title = titles.get(uid)?.get(documentId);
    return title === undefined ? [] : [{ uid, documentId, title, schedule: toShown(row) }];
  });
}

/**
 * What is planned: `GET /trame/schedules` (ScheduledRecord[]) · `GET /trame/schedules/of?uid=&documentId=` (ScheduleOf) ·
 * `POST /trame/schedules` (ScheduleToMake → ScheduleMade) · `POST /trame/schedules/give-up` (ScheduleToGiveUp).
 */
export function registerScheduleRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/schedules'], (context) => listed(strapi, context)),
    adminRoute(strapi, 'signed-in', ['GET', '/trame/schedules/of'], (context) => {
      const named = queryOf(context, ScheduleQuestion);
      holdToRights(strapi, context, 'read', named.uid);
      return scheduleOf(strapi, context, named);
    }),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/schedules'], (context): Promise<ScheduleMade> => {
      const asked = bodyOf(context, ScheduleToMake);
      holdToRights(strapi, context, 'publish', asked.uid);
      return makeSchedule(strapi, asked, editorOf(context), new Date());
    }),
    adminRoute(strapi, 'signed-in', ['POST', '/trame/schedules/give-up'], async (context) => {
      const asked = bodyOf(context, ScheduleToGiveUp);
      holdToRights(strapi, context, 'publish', asked.uid);
      await giveUpSchedule(strapi, asked, editorOf(context));
      return { givenUp: true };
    }),
  ]);
}
