/** Does what is planned and due: each plan in a transaction of its own, so that it is done once, or not at all and told. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { causeOf } from '../../domain/cause.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { lockRecord } from '../../platform/database/record-lock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { hasUnpublishedChanges } from '../drafts.ts';
import { lineAbout } from '../journal-subject.ts';
import { writeJournal } from '../journal.ts';
import { isThere, readRecord } from '../read-record.ts';
import { onBehalf } from '../on-behalf.ts';
import {
  countTry,
  dueSchedules,
  endPublication,
  eraseRefused,
  findSchedule,
  refuseAct,
  removeSchedule,
  type PlannedAct,
  type ScheduleRow,
} from './schedule-store.ts';
import { scheduleWords as words } from './schedule-words.ts';

/** So many runs fail at the same plan before an editor is told instead: most failures pass, a fault of the program does not. */
const MOST_TRIES = 3;

/** How many records of each; for the record of jobs. */
export interface CarriedOut {
  readonly published: number;
  readonly takenOff: number;
  readonly refused: number;
}

type Outcome = 'published' | 'taken off' | 'nothing';

const isDue = (at: Date | null, refusal: string | null, now: Date): boolean =>
  at !== null && refusal === null && at.getTime() <= now.getTime();

/** The one act that is to be done now. After a long stop both may be due: what stands at the end is that it is off the site. */
function dueAct(row: ScheduleRow, now: Date): PlannedAct | null {
  if (isDue(row.offlineAt, row.offlineRefusal, now)) return 'offline';
  return isDue(row.publishAt, row.publishRefusal, now) ? 'publish' : null;
}

type Service = Record<'publish' | 'unpublish', (given: { documentId: string }) => Promise<unknown>>;

/** A line of the journal names who planned it. */
const lineOf = async (strapi: Core.Strapi, row: ScheduleRow) => ({
  who: row.plannedBy,
  whoId: row.plannedById,
  ...lineAbout(strapi, row, await readRecord(strapi, row.uid, row.documentId, 'draft')),
});

/** As the plan stands now, held: whoever changes the record, or the plan, waits. `nothing` when it is another one by now. */
const held = <T>(
  strapi: Core.Strapi,
  { uid, documentId, plannedAt }: ScheduleRow,
  work: (row: ScheduleRow, trx: Connection) => Promise<T>,
): Promise<T | 'nothing'> =>
  inTransaction(strapi, async (trx) => {
    await lockRecord(trx, uid, documentId);
    const row = await findSchedule(trx, { uid, documentId });
    return row !== null && row.plannedAt.getTime() === plannedAt.getTime() ? work(row, trx) : 'nothing';
  });

/** Publishes the draft as it stands. What is online already need not be published twice: somebody was faster. */
async function publish(strapi: Core.Strapi, { uid, documentId }: ScheduleRow, service: Service): Promise<Outcome> {
  if (!(await hasUnpublishedChanges(strapi, documentId, uid))) return 'nothing';
  await service.publish({ documentId });
  return 'published';
}

async function takeOff(strapi: Core.Strapi, row: ScheduleRow, service: Service, now: Date): Promise<Outcome> {
  if (await isThere(strapi, row, 'published')) {
    await service.unpublish({ documentId: row.documentId });
    return 'taken off';
  }
  if (isDue(row.publishAt, row.publishRefusal, now))
    await writeJournal(strapi, {
      ...(await lineOf(strapi, row)),
      act: 'programmation abandonnée',
      note: words.bothPassed,
    });
  return 'nothing';
}

/** @throws whatever keeps it from being done; nothing of it is done then */
const carryOut = (strapi: Core.Strapi, due: ScheduleRow, now: Date): Promise<Outcome> =>
  held<Outcome>(strapi, due, async (row, trx) => {
    const act = dueAct(row, now);
    if (act === null) return 'nothing';
    // A type that another release had leaves nothing to be done.
    if (!(row.uid in strapi.contentTypes) || !(await isThere(strapi, row, 'draft'))) {
      await removeSchedule(trx, row);
      return 'nothing';
    }
    const service = strapi.documents(row.uid as 'api::theme.theme') as unknown as Service;
    const plan = {
      editor: { name: row.plannedBy, id: row.plannedById ?? '' },
      remark: words.asPlanned(row.plannedAt),
      of: 'schedule',
    } as const;
    const outcome = await onBehalf(plan, () =>
      act === 'publish' ? publish(strapi, row, service) : takeOff(strapi, row, service, now),
    );
    await (act === 'publish' ? endPublication(trx, row) : removeSchedule(trx, row));
    return outcome;
  });

/** Somebody reads it on the home page and at the record; it is not tried again. */
const tellRefused = (
  strapi: Core.Strapi,
  due: ScheduleRow,
  reason: string,
  now: Date,
): Promise<'refused' | 'nothing'> =>
  held<'refused' | 'nothing'>(strapi, due, async (row, trx) => {
    const act = dueAct(row, now);
    if (act === null) return 'nothing';
    await refuseAct(trx, row, act, reason);
    await writeJournal(strapi, {
      ...(await lineOf(strapi, row)),
      act: act === 'publish' ? 'publication prévue refusée' : 'retrait prévu refusé',
      note: reason,
    });
    return 'refused';
  });

/** What a rule says no to, and not what breaks. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof errors.ValidationError || error instanceof Refused;

/**
 * Does everything that is due at `now`, also what was due while the program was stopped.
 * @throws the first failure that is no refusal, once everything else is done: the next run tries again
 */
export async function carryOutSchedules(strapi: Core.Strapi, now: Date): Promise<CarriedOut> {
  const done = { published: 0, takenOff: 0, refused: 0 };
  const failures: unknown[] = [];
  await eraseRefused(strapi.db.connection, now);
  for (const due of await dueSchedules(strapi.db.connection, now)) {
    try {
      const outcome = await carryOut(strapi, due, now);
      if (outcome === 'published') done.published += 1;
      if (outcome === 'taken off') done.takenOff += 1;
    } catch (error) {
      if (isRefusal(error)) {
        if ((await tellRefused(strapi, due, error.message, now)) === 'refused') done.refused += 1;
        continue;
      }
      strapi.log.error(`planned for ${due.uid} ${due.documentId}: ${causeOf(error)}`);
      failures.push(error);
      if (due.tries + 1 >= MOST_TRIES) await tellRefused(strapi, due, words.broken, now);
      else await countTry(strapi.db.connection, due);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}
