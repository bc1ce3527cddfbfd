/**
 * What names a record besides other records: the rows of the program, by table and column. A merge carries them over, and an undo
 * takes them back. A room whose rows name an association or an event adds its line here.
 */
import { z } from 'zod';
import type { DuplicateType } from '../domain/contract/desk/duplicates.ts';
import { plural } from '../domain/french.ts';
import type { Carried } from '../domain/stored/carried.ts';
import type { Connection } from '../platform/database/connection.ts';
import { rowsOf } from '../platform/database/sql.ts';

interface Place {
  readonly of: DuplicateType;
  readonly table: string;
  /** Holds the documentId of the record. */
  readonly column: string;
  /** Tells the rows of a table apart, whatever record they name. */
  readonly key: string;
  /** Of one record, no two rows say the same there: where the one that stays has a row already, the other's is not carried over. */
  readonly oneEach?: readonly string[];
  /** « 3 réponses »; null when nobody needs to know. */
  readonly inWords: ((count: number) => string) | null;
}

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';

/** What is planned for the one that goes is planned for the one that stays, unless that has a plan of its own. */
const scheduleOf = (of: DuplicateType): Place => ({
  of,
  table: 'trame_schedules',
  column: 'document_id',
  key: 'id',
  oneEach: [],
  inWords: () => 'ce qui est programmé',
});

const PLACES: readonly Place[] = [
  scheduleOf(ASSOCIATION),
  scheduleOf(EVENT),
  {
    of: ASSOCIATION,
    table: 'submissions',
    column: 'association_id',
    key: 'id',
    inWords: (count) => plural(count, 'réponse'),
  },
  {
    of: ASSOCIATION,
    table: 'update_requests',
    column: 'association_id',
    key: 'id',
    oneEach: ['campaign_id'],
    inWords: (count) => plural(count, 'demande de mise à jour', 'demandes de mise à jour'),
  },
  {
    of: ASSOCIATION,
    table: 'memberships',
    column: 'association_id',
    key: 'id',
    oneEach: ['email'],
    inWords: (count) => plural(count, 'gestionnaire'),
  },
  {
    of: ASSOCIATION,
    table: 'trame_register_entries',
    column: 'document_id',
    key: 'rna_id',
    oneEach: [],
    inWords: null,
  },
  {
    of: ASSOCIATION,
    table: 'trame_register_news',
    column: 'document_id',
    key: 'id',
    oneEach: ['kind', 'after'],
    inWords: (count) => plural(count, 'changement du Répertoire national', 'changements du Répertoire national'),
  },
  { of: EVENT, table: 'submissions', column: 'record_id', key: 'id', inWords: (count) => plural(count, 'réponse') },
];

const placesOf = (uid: DuplicateType): readonly Place[] => PLACES.filter(({ of }) => of === uid);

const Key = z.object({ key: z.string() });
const Count = z.object({ count: z.int() });

/** What would be carried over, a phrase each: « 2 réponses ». */
export async function namingInWords(connection: Connection, uid: DuplicateType, documentId: string): Promise<string[]> {
  const said: string[] = [];
  for (const { table, column, inWords } of placesOf(uid)) {
    if (inWords === null) continue;
    const [row] = await rowsOf(connection, Count, 'select count(*)::int as count from ?? where ?? = ?', [
      table,
      column,
      documentId,
    ]);
    if (row && row.count > 0) said.push(inWords(row.count));
  }
  return said;
}

/** Rows that name the one record name the other. @returns those that were changed, by table and key */
export async function carryRows(
  trx: Connection,
  uid: DuplicateType,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Carried['rows']> {
  const carried: Carried['rows'] = [];
  for (const { table, column, key, oneEach } of placesOf(uid)) {
    const same = (oneEach ?? []).map(() => 'and own.?? = other.??').join(' ');
    const unless = oneEach && `and not exists (select 1 from ?? own where own.?? = ? ${same})`;
    const rows = await rowsOf(
      trx,
      Key,
      `update ?? other set ?? = ? where other.?? = ? ${unless ?? ''} returning other.??::text as key`,
      [
        ...[table, column, to, column, from],
        ...(oneEach ? [table, column, to, ...oneEach.flatMap((name) => [name, name])] : []),
        key,
      ],
    );
    if (rows.length > 0) carried.push({ table, keys: rows.map((row) => row.key) });
  }
  return carried;
}

/** The same rows name the first record again, where they still name the other. */
export async function carryRowsBack(
  trx: Connection,
  uid: DuplicateType,
  rows: Carried['rows'],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const { table, keys } of rows) {
    // What a later program does not know any more stays where it is.
    const place = placesOf(uid).find((one) => one.table === table);
    if (place)
      await trx.raw('update ?? set ?? = ? where ?? = ? and ??::text = any(?)', [
        ...[table, place.column, to, place.column, from, place.key],
        [...keys],
      ]);
  }
}
