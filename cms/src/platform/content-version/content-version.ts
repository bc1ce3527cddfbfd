import { z } from 'zod';
import type { Connection } from '../database/connection.ts';
import { rowsOf } from '../database/sql.ts';

/**
 * The version of all content, as one short string that differs whenever a committed change differs.
 *
 * - the newest id alone would miss a transaction that took a lower id and committed later: the sum of weights changes then;
 * - both alone could repeat after a restore from a backup: the identity of the table changes then.
 *
 * @param connection inside a repeatable-read transaction, it is the version of exactly what that transaction reads
 */
export async function readContentVersion(connection: Connection): Promise<string> {
  const [row] = await rowsOf(
    connection,
    z.object({ version: z.string() }),
    `select 'trame_content_changes'::regclass::oid || '.' || coalesce(max(id), 0) || '.' || coalesce(sum(weight), 0) as version
       from trame_content_changes`,
  );
  return row!.version; // an aggregate always gives one row
}

const ENTRIES_KEPT = 100;

/**
 * Folds all but the newest rows of the change log into one. Neither the newest id nor the sum changes, hence nor does the
 * version; a row that another transaction has not committed yet is not seen, hence not folded.
 */
export async function foldChangeLog(connection: Connection): Promise<void> {
  await connection.raw(
    `with newest as (select id from trame_content_changes order by id desc limit ?),
          folded as (
            delete from trame_content_changes where id < (select min(id) from newest)
            returning id, weight
          )
     insert into trame_content_changes (id, weight) select min(id), sum(weight) from folded having count(*) > 0`,
    [ENTRIES_KEPT],
  );
}
