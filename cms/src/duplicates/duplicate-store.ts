/** The tables of the desk: pairs that are two records, and merges with what undoes them. */
import { z } from 'zod';
import { DUPLICATE_TYPES, type DuplicateType } from '../domain/contract/desk/duplicates.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { storedCarried, type Carried } from '../domain/stored/carried.ts';
import { storedRecordContent } from '../domain/stored/record-content.ts';
import type { RecordContent } from '../entries/record-content.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';

const Uid = z.enum(DUPLICATE_TYPES);

const DistinctRow = z.object({ uid: Uid, first: z.string(), second: z.string(), at: z.date(), who: z.string() });
export type DistinctRow = z.infer<typeof DistinctRow>;

/** The last one first. */
export const readDistinct = (connection: Connection): Promise<DistinctRow[]> =>
  rowsOf(
    connection,
    DistinctRow,
    `select uid, first_id as first, second_id as second, at, who from trame_distinct_pairs
      where uid = any(?) order by at desc, first_id, second_id`,
    [[...DUPLICATE_TYPES]],
  );

/** One name for a pair, whichever of the two comes first. */
export const pairKey = (uid: string, one: string, other: string): string => [uid, ...[one, other].sort()].join(' ');

/** Remembers that two records are two, or forgets it. */
export async function markDistinct(
  connection: Connection,
  { uid, ids, distinct }: { readonly uid: string; readonly ids: readonly [string, string]; readonly distinct: boolean },
  editor: Editor,
): Promise<void> {
  const [first, second] = [...ids].sort();
  if (distinct)
    await connection.raw(
      `insert into trame_distinct_pairs (uid, first_id, second_id, who, who_id) values (?, ?, ?, ?, ?)
       on conflict do nothing`,
      [uid, first, second, editor.name, editor.id],
    );
  else
    await connection.raw('delete from trame_distinct_pairs where uid = ? and first_id = ? and second_id = ?', [
      ...[uid, first, second],
    ]);
}

const Listed = z.object({
  id: z.string(),
  uid: Uid,
  documentId: z.string(),
  other: z.string(),
  title: z.string(),
  otherTitle: z.string(),
  at: z.date(),
  who: z.string(),
  undoable: z.boolean(),
});
export type ListedMerge = z.infer<typeof Listed>;

const COLUMNS = `merges.id::text as id, uid, document_id as "documentId", other, title, other_title as "otherTitle", at, who,
  carried is not null as undoable`;

/** How long a merge is shown: as long as the other record may be in the bin. */
const SHOWN = `at > now() - interval '31 days'`;

/** Those of late that stand, the last one first. */
export const listMerges = (connection: Connection): Promise<ListedMerge[]> =>
  rowsOf(
    connection,
    Listed,
    `select ${COLUMNS} from trame_merges merges where undone_at is null and ${SHOWN} and uid = any(?) order by merges.id desc`,
    [[...DUPLICATE_TYPES]],
  );

export interface KeptMerge extends ListedMerge {
  readonly afterVersion: string;
  readonly undone: boolean;
  /** The record that stayed, as it was; null of a version that was not there. */
  readonly draft: RecordContent | null;
  readonly published: RecordContent | null;
  /** Null when it cannot be undone any more. */
  readonly carried: Carried | null;
}

const Whole = Listed.extend({
  afterVersion: z.string(),
  undone: z.boolean(),
  draft: z.string().nullable(),
  published: z.string().nullable(),
  carried: z.string().nullable(),
});

/** As PostgreSQL numbers rows. */
const ID = /^\d{1,18}$/;

/** One merge, held until the transaction of the caller ends: it is undone once. Null when there is none of that number. */
export async function takeMerge(trx: Connection, id: string): Promise<KeptMerge | null> {
  if (!ID.test(id)) return null;
  const [row] = await rowsOf(
    trx,
    Whole,
    `select ${COLUMNS}, after_version as "afterVersion", undone_at is not null as undone, draft::text as draft,
        published::text as published, carried::text as carried from trame_merges merges where merges.id = ? for update`,
    [id],
  );
  if (!row) return null;
  const content = (column: 'draft' | 'published') =>
    row[column] === null
      ? null
      : storedRecordContent.read(JSON.parse(row[column]), `trame_merges ${id}, ${column}`).content;
  return {
    ...row,
    draft: content('draft'),
    published: content('published'),
    carried: row.carried === null ? null : storedCarried.read(JSON.parse(row.carried), `trame_merges ${id}, carried`),
  };
}

const kept = (uid: string, content: RecordContent | null) =>
  content &&
  JSON.stringify(storedRecordContent.write({ uid, content: content as Record<string, z.core.util.JSONType> }));

export interface MergeToKeep {
  readonly uid: DuplicateType;
  readonly documentId: string;
  readonly other: string;
  readonly title: string;
  readonly otherTitle: string;
  readonly draft: RecordContent | null;
  readonly published: RecordContent | null;
  readonly afterVersion: string;
  readonly carried: Carried;
}

/** Notes a merge, in the transaction that makes it. @returns its number */
export async function addMerge(trx: Connection, merge: MergeToKeep, editor: Editor): Promise<string> {
  const { uid, documentId, other, title, otherTitle, draft, published, afterVersion, carried } = merge;
  const [row] = await rowsOf(
    trx,
    z.object({ id: z.string() }),
    `insert into trame_merges (who, who_id, uid, document_id, other, title, other_title, after_version, draft, published, carried)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb) returning id::text as id`,
    [
      ...[editor.name, editor.id, uid, documentId, other, title, otherTitle, afterVersion],
      ...[kept(uid, draft), kept(uid, published), JSON.stringify(storedCarried.write(carried))],
    ],
  );
  if (!row) throw new Error('a merge was added and has no number');
  return row.id;
}

/** What an editor said of records that are gone for good. @returns how many */
export const eraseDistinct = (connection: Connection, uid: DuplicateType, table: string): Promise<number> =>
  changed(
    connection,
    `delete from trame_distinct_pairs pair where uid = ? and exists (
       select 1 from unnest(array[first_id, second_id]) as one (id)
        where not exists (select 1 from ?? record where record.document_id = one.id)
          and not exists (select 1 from trame_bin where trame_bin.document_id = one.id))`,
    [uid, table],
  );
