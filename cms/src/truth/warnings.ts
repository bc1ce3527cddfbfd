/** Entries that were told that they will leave the site, and when. A row lives until they do, or somebody confirms. */
import type { Core } from '@strapi/strapi';
import type { Connection } from '../mail/outbox.ts';

export interface Warning {
  readonly association: string;
  /** Of the letter in the outbox. */
  readonly key: string;
  /** `YYYY-MM-DD`, as the letter says it: later settings do not shorten a notice that was given. */
  readonly offlineOn: string;
  /** What became of the letter; null when it was erased from the outbox. */
  readonly letter: string | null;
}

const CREATE_TABLE = `
  create table if not exists trame_offline_warnings (
    association_id text primary key,
    letter_key text not null,
    warned_on date not null,
    offline_on date not null
  )`;

/** Safe to run at each start. */
export async function createOfflineWarnings(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['trame_offline_warnings']);
    await trx.raw(CREATE_TABLE);
  });
}

export async function readWarnings(strapi: Core.Strapi): Promise<Warning[]> {
  const { rows } = (await strapi.db.connection.raw(
    `select association_id as association, letter_key as key, to_char(offline_on, 'YYYY-MM-DD') as "offlineOn", letters.state as letter
       from trame_offline_warnings left join trame_letters letters on letters.key = letter_key order by association_id`,
  )) as unknown as { rows: Warning[] };
  return rows;
}

/** Inside the caller's transaction. @returns false when the association has a warning already */
export async function addWarning(
  connection: Connection,
  warning: { association: string; key: string; warnedOn: string; offlineOn: string },
): Promise<boolean> {
  const { rowCount } = await connection.raw(
    `insert into trame_offline_warnings (association_id, letter_key, warned_on, offline_on) values (?, ?, ?, ?)
     on conflict (association_id) do nothing`,
    [warning.association, warning.key, warning.warnedOn, warning.offlineOn],
  );
  return rowCount === 1;
}

/** Forgets warnings that have no reason any more. */
export async function dropWarnings(connection: Connection, associations: readonly string[]): Promise<void> {
  if (associations.length === 0) return;
  await connection.raw('delete from trame_offline_warnings where association_id = any(?)', [associations]);
}
