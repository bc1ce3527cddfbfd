/** The table of what is planned (`trame_schedules`): one row a record, gone once everything of it is done. */
import { z } from 'zod';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { ShownSchedule } from '../../domain/contract/desk/schedule.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';

/** Of a record. */
export interface Named {
  readonly uid: string;
  readonly documentId: string;
}

export type PlannedAct = 'publish' | 'offline';

const Row = z.object({
  id: z.string(),
  uid: z.string(),
  documentId: z.string(),
  publishAt: z.date().nullable(),
  publishRefusal: z.string().nullable(),
  offlineAt: z.date().nullable(),
  offlineRefusal: z.string().nullable(),
  plannedAt: z.date(),
  plannedBy: z.string(),
  plannedById: z.string().nullable(),
  tries: z.int(),
});
export type ScheduleRow = z.infer<typeof Row>;

const COLUMNS = `id::text as id, uid, document_id as "documentId", publish_at as "publishAt", publish_refusal as "publishRefusal",
  offline_at as "offlineAt", offline_refusal as "offlineRefusal", planned_at as "plannedAt", planned_by as "plannedBy",
  planned_by_id as "plannedById", tries`;

const OF_RECORD = 'uid = ? and document_id = ?';

export const toShown = (row: ScheduleRow): ShownSchedule => ({
  publishAt: row.publishAt?.toISOString() ?? null,
  publishRefusal: row.publishRefusal,
  offlineAt: row.offlineAt?.toISOString() ?? null,
  offlineRefusal: row.offlineRefusal,
  by: row.plannedBy,
  plannedAt: row.plannedAt.toISOString(),
});

/** What is planned for a record; null when nothing is. */
export async function findSchedule(connection: Connection, { uid, documentId }: Named): Promise<ScheduleRow | null> {
  const sql = `select ${COLUMNS} from trame_schedules where ${OF_RECORD}`;
  return (await rowsOf(connection, Row, sql, [uid, documentId]))[0] ?? null;
}

/** Everything that is planned, the next first. */
export const listSchedules = (connection: Connection): Promise<ScheduleRow[]> =>
  rowsOf(
    connection,
    Row,
    `select ${COLUMNS} from trame_schedules order by least(publish_at, offline_at), trame_schedules.id`,
  );

/** Plans of which something is to be done by now, in the order of their moments. */
export const dueSchedules = (connection: Connection, now: Date): Promise<ScheduleRow[]> =>
  rowsOf(
    connection,
    Row,
    `select ${COLUMNS} from trame_schedules
      where (publish_at <= ?::timestamptz and publish_refusal is null)
         or (offline_at <= ?::timestamptz and offline_refusal is null)
      order by least(publish_at, offline_at), trame_schedules.id`,
    [now, now],
  );

/** Plans in place of what was planned; what was refused before is forgotten. */
export async function writeSchedule(
  trx: Connection,
  { uid, documentId }: Named,
  { publishAt, offlineAt }: Schedule,
  editor: Editor,
  now: Date,
): Promise<void> {
  await trx.raw(
    `insert into trame_schedules (uid, document_id, publish_at, offline_at, planned_at, planned_by, planned_by_id)
     values (?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?)
     on conflict (uid, document_id) do update
        set publish_at = excluded.publish_at, publish_refusal = null, offline_at = excluded.offline_at, offline_refusal = null,
            planned_at = excluded.planned_at, planned_by = excluded.planned_by, planned_by_id = excluded.planned_by_id, tries = 0`,
    [uid, documentId, publishAt, offlineAt, now, editor.name, editor.id || null],
  );
}

/** The publication is done, or has nothing left to do: what is to be taken off later stays planned. */
export async function endPublication(trx: Connection, { uid, documentId }: Named): Promise<void> {
  await trx.raw(`delete from trame_schedules where ${OF_RECORD} and offline_at is null`, [uid, documentId]);
  await trx.raw(
    `update trame_schedules set publish_at = null, publish_refusal = null, tries = 0 where ${OF_RECORD} and publish_at is not null`,
    [uid, documentId],
  );
}

/** Nothing is planned for a record any more. @returns whether something was */
export const removeSchedule = async (trx: Connection, { uid, documentId }: Named): Promise<boolean> =>
  (await changed(trx, `delete from trame_schedules where ${OF_RECORD}`, [uid, documentId])) > 0;

/** Notes why an act was not done: it is not tried again. */
export async function refuseAct(
  trx: Connection,
  { uid, documentId }: Named,
  act: PlannedAct,
  reason: string,
): Promise<void> {
  const column = act === 'publish' ? 'publish_refusal' : 'offline_refusal';
  await trx.raw(`update trame_schedules set ${column} = ?, tries = 0 where ${OF_RECORD}`, [reason, uid, documentId]);
}

/** Counts a run in which the program failed. */
export async function countTry(trx: Connection, { uid, documentId }: Named): Promise<void> {
  await trx.raw(`update trame_schedules set tries = tries + 1 where ${OF_RECORD}`, [uid, documentId]);
}

/** Everything that is planned waits for an editor's word. @returns how many plans */
export const holdSchedules = (connection: Connection, reason: string): Promise<number> =>
  changed(
    connection,
    `update trame_schedules
        set publish_refusal = case when publish_at is null then null else coalesce(publish_refusal, ?) end,
            offline_refusal = case when offline_at is null then null else coalesce(offline_refusal, ?) end`,
    [reason, reason],
  );

/** How long it is told that something planned was not done. */
export const KEEP_REFUSED_DAYS = 90;

/** Forgets what was refused long ago and nobody took up. @returns how many */
export const eraseRefused = (connection: Connection, now: Date): Promise<number> =>
  changed(
    connection,
    `delete from trame_schedules
      where (publish_at is null or publish_refusal is not null) and (offline_at is null or offline_refusal is not null)
        and greatest(publish_at, offline_at) < ?::timestamptz - make_interval(days => ?)`,
    [now, KEEP_REFUSED_DAYS],
  );
