/** Entries that were told that they will leave the site, and when. A row lives until they do, or somebody confirms. */
import type { Core } from '@strapi/strapi';
import type { Connection } from '../../platform/mail/outbox.ts';

export interface Warning {
  readonly association: string;
  /** Of the letter in the outbox. */
  readonly key: string;
  /** `YYYY-MM-DD`, as the letter says it: later settings do not shorten a notice that was given. */
  readonly offlineOn: string;
  /**
   * What became of the letter; null when it was erased from the outbox. `doubtful` while something came back of which nobody
   * has said that it means nothing.
   */
  readonly letter: string | null;
}

export async function readWarnings(strapi: Core.Strapi): Promise<Warning[]> {
  const { rows } = (await strapi.db.connection.raw(
    `select association_id as association, letter_key as key, to_char(offline_on, 'YYYY-MM-DD') as "offlineOn", case when letters.notice = 'unclear' and not letters.seen then 'doubtful' else letters.state end as letter
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
