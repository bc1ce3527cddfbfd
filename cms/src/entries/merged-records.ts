/**
 * Which record was taken into which (`trame_merges`). Letters that were sent, links and lines of the journal name a record by its
 * documentId, and go on naming one that is part of another by now: whoever reads them asks here.
 */
import { z } from 'zod';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';

/** A record, by its type and its documentId. */
interface Named {
  readonly uid: string;
  readonly documentId: string;
}

const Id = z.object({ id: z.string() });

/** The records that were taken into this one, and into those; not itself. */
export const mergedInto = (connection: Connection, { uid, documentId }: Named): Promise<string[]> =>
  partsOf(connection, documentId, uid);

/** The same of a record whose type is not known: no two records have one documentId. */
export const mergedIntoAny = (connection: Connection, documentId: string): Promise<string[]> =>
  partsOf(connection, documentId, null);

async function partsOf(connection: Connection, documentId: string, uid: string | null): Promise<string[]> {
  const rows = await rowsOf(
    connection,
    Id,
    `with recursive standing as (
       select document_id, other from trame_merges where undone_at is null and uid = coalesce(?::text, uid)
     ), parts (id) as (
       select other from standing where document_id = ?
       union select standing.other from standing join parts on standing.document_id = parts.id
     ) select id from parts where id <> ? order by id`,
    [uid, documentId, documentId],
  );
  return rows.map(({ id }) => id);
}

/** The record that this one is part of by now; itself when it was taken into none. */
export async function standingFor(connection: Connection, { uid, documentId }: Named): Promise<string> {
  const [row] = await rowsOf(
    connection,
    Id,
    `with recursive steps (id, rank) as (
       select ?::text, 0
       union select merges.document_id, steps.rank + 1 from trame_merges merges join steps on merges.other = steps.id
        where merges.uid = ? and merges.undone_at is null and steps.rank < 100
     ) select id from steps order by rank desc limit 1`,
    [documentId, uid],
  );
  return row?.id ?? documentId;
}

/** Every record that was taken into another, with the one that stands for it. */
export async function allMerged(connection: Connection, uid: string): Promise<Map<string, string>> {
  const Row = z.object({ other: z.string(), documentId: z.string() });
  const sql = 'select other, document_id as "documentId" from trame_merges where uid = ? and undone_at is null';
  const into = new Map((await rowsOf(connection, Row, sql, [uid])).map((row) => [row.other, row.documentId]));
  const last = (id: string): string => {
    let found = id;
    for (const seen = new Set([found]); into.has(found); seen.add(found)) {
      const next = into.get(found)!;
      if (seen.has(next)) break;
      found = next;
    }
    return found;
  };
  return new Map([...into.keys()].map((other) => [other, last(other)]));
}

/**
 * Ends the merge by which this record was taken into another. What else it needs to be undone is gone with it.
 * @returns the record that stood for it; null when it was taken into none
 */
export async function endMergeOf(trx: Connection, { uid, documentId }: Named, who: string): Promise<string | null> {
  const [row] = await rowsOf(
    trx,
    Id,
    `update trame_merges set undone_at = now(), undone_by = ?, draft = null, published = null, carried = null
      where uid = ? and other = ? and undone_at is null returning document_id as id`,
    [who, uid, documentId],
  );
  return row?.id ?? null;
}

/** What an undo needs, once the bin does not hold the other record any more. @returns how many */
export const eraseMergeStates = (connection: Connection): Promise<number> =>
  changed(
    connection,
    `update trame_merges merges set draft = null, published = null, carried = null
      where carried is not null and not exists
        (select 1 from trame_bin where trame_bin.uid = merges.uid and trame_bin.document_id = merges.other)`,
  );

/** What was taken into a record that is gone for good, and undone merges. @returns how many */
export async function eraseMerges(connection: Connection, uid: string, table: string): Promise<number> {
  return changed(
    connection,
    `delete from trame_merges merges where uid = ? and (undone_at < now() - interval '30 days'
        or (not exists (select 1 from ?? record where record.document_id = merges.document_id)
            and not exists (select 1 from trame_bin where trame_bin.document_id = merges.document_id)
            and not exists (select 1 from trame_merges later where later.uid = merges.uid and later.other = merges.document_id
                              and later.undone_at is null)))`,
    [uid, table],
  );
}
