/** What is known of alarms between two looks (table `trame_alarms`). */
import { z } from 'zod';
import type { Connection } from '../../platform/database/connection.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import type { AlarmState } from './alarm.ts';

const Row = z.object({
  alarm: z.string(),
  words: z.string(),
  since: z.date(),
  lasting: z.boolean(),
  toldAt: z.date().nullable(),
  overSince: z.date().nullable(),
  letterAt: z.date().nullable(),
});

/** By the id of the rule. */
export async function readAlarms(connection: Connection): Promise<ReadonlyMap<string, AlarmState>> {
  const rows = await rowsOf(
    connection,
    Row,
    `select alarm, words, since, lasting, told_at as "toldAt", over_since as "overSince", letter_at as "letterAt" from trame_alarms`,
  );
  return new Map(rows.map(({ alarm, ...state }) => [alarm, state]));
}

/** @param state null: nothing is to be remembered */
export async function keepAlarm(connection: Connection, alarm: string, state: AlarmState | null): Promise<void> {
  if (state === null) {
    await connection.raw('delete from trame_alarms where alarm = ?', [alarm]);
    return;
  }
  const { words, since, lasting, toldAt, overSince, letterAt } = state;
  await connection.raw(
    `insert into trame_alarms (alarm, words, since, lasting, told_at, over_since, letter_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (alarm) do update set words = excluded.words, since = excluded.since, lasting = excluded.lasting, told_at = excluded.told_at,
       over_since = excluded.over_since, letter_at = excluded.letter_at`,
    [alarm, words, since, lasting, toldAt, overSince, letterAt],
  );
}
