/** The table of what was deleted. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { storedBinLinks, type BinLink } from '../../domain/stored/bin-links.ts';
import { storedRecordContent } from '../../domain/stored/record-content.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readRow } from '../../platform/program-records/unreadable-rows.ts';
import type { RecordContent } from '../record-content.ts';

/** How long a deleted record can be put back. */
export const KEEP_IN_BIN_DAYS = 30;

export interface BinnedRecord {
  readonly uid: string;
  readonly documentId: string;
  /** As lists name it. */
  readonly title: string;
  readonly deletedBy: string;
  readonly deletedById: string | null;
  /** Null of a type without drafts. */
  readonly draft: RecordContent | null;
  /** Null when it was not on the site. */
  readonly published: RecordContent | null;
  readonly links: readonly BinLink[];
}

/** A row without what the record says: for lists. */
const Listed = z.object({
  id: z.string(),
  uid: z.string(),
  documentId: z.string(),
  title: z.string(),
  deletedAt: z.date(),
  deletedBy: z.string(),
  wasPublished: z.boolean(),
});
export type BinLine = z.infer<typeof Listed>;

const Whole = z.object({
  uid: z.string(),
  documentId: z.string(),
  title: z.string(),
  deletedAt: z.date(),
  deletedBy: z.string(),
  deletedById: z.string().nullable(),
  /** As text: the driver of Strapi leaves JSON unread. */
  draft: z.string().nullable(),
  published: z.string().nullable(),
  links: z.string(),
});

const COLUMNS = `uid, document_id as "documentId", title, deleted_at as "deletedAt", deleted_by as "deletedBy"`;

const kept = (uid: string, content: RecordContent | null) =>
  content &&
  JSON.stringify(storedRecordContent.write({ uid, content: content as Record<string, z.core.util.JSONType> }));

/** Inside the caller's transaction when there is one. What was in the bin of that record before gives way: it was put back since. */
export async function addToBin(strapi: Core.Strapi, record: BinnedRecord): Promise<void> {
  const { uid, documentId, title, deletedBy, deletedById, draft, published, links } = record;
  await inTransaction(strapi, async (trx) => {
    await trx.raw('delete from trame_bin where uid = ? and document_id = ?', [uid, documentId]);
    await trx.raw(
      `insert into trame_bin (uid, document_id, title, deleted_by, deleted_by_id, draft, published, links)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        uid,
        documentId,
        title,
        deletedBy,
        deletedById,
        kept(uid, draft),
        kept(uid, published),
        JSON.stringify(storedBinLinks.write({ links: [...links] })),
      ],
    );
  });
}

/** As PostgreSQL numbers rows; what is longer would be no number of its own. */
const ID = /^\d{1,18}$/;

/** The last deleted first. */
export const listBin = (strapi: Core.Strapi): Promise<BinLine[]> =>
  rowsOf(
    strapi.db.connection,
    Listed,
    `select id::text as id, ${COLUMNS}, published is not null as "wasPublished" from trame_bin order by deleted_at desc, id desc`,
  );

/** Of which type a record of the bin is; null when it is not there. */
export async function typeInBin(strapi: Core.Strapi, id: string): Promise<string | null> {
  if (!ID.test(id)) return null;
  const Type = z.object({ uid: z.string() });
  const [row] = await rowsOf(strapi.db.connection, Type, 'select uid from trame_bin where id = ?', [id]);
  return row?.uid ?? null;
}

export type FromBin = BinnedRecord & { readonly deletedAt: Date; readonly unreadable: boolean };

/** Under which number the bin keeps a record; null when it is not there. */
export async function numberInBin(connection: Connection, uid: string, documentId: string): Promise<string | null> {
  const [row] = await rowsOf(
    connection,
    z.object({ id: z.string() }),
    'select id::text as id from trame_bin where uid = ? and document_id = ?',
    [uid, documentId],
  );
  return row?.id ?? null;
}

/** What the bin keeps of a record; null when it is not there. */
export const findInBin = (strapi: Core.Strapi, uid: string, documentId: string): Promise<FromBin | null> =>
  inTransaction(strapi, async (trx) => {
    const id = await numberInBin(trx, uid, documentId);
    return id === null ? null : takeFromBin(trx, id);
  });

/** One record of the bin, held until the transaction of the caller ends: it is put back once. Null when it is not there. */
export async function takeFromBin(trx: Connection, id: string): Promise<FromBin | null> {
  if (!ID.test(id)) return null;
  const [row] = await rowsOf(
    trx,
    Whole,
    `select ${COLUMNS}, deleted_by_id as "deletedById", draft::text as draft, published::text as published, links::text as links from trame_bin where id = ? for update`,
    [id],
  );
  if (!row) return null;
  const read = (column: 'draft' | 'published') =>
    row[column] === null
      ? null
      : storedRecordContent.read(JSON.parse(row[column]), `trame_bin ${id}, ${column}`).content;
  return readRow<FromBin>(
    () => ({
      ...row,
      draft: read('draft'),
      published: read('published'),
      links: storedBinLinks.read(JSON.parse(row.links), `trame_bin ${id}, links`).links,
      unreadable: false,
    }),
    () => ({ ...row, draft: null, published: null, links: [], unreadable: true }),
  );
}

/** @returns how many are gone */
export const removeFromBin = (trx: Connection, id: string): Promise<number> =>
  changed(trx, 'delete from trame_bin where id = ?', [id]);

/** Contacts of deleted associations, whom putting one back would show again: of each, what reaches it. */
export async function contactsInBin(
  strapi: Core.Strapi,
): Promise<{ owner: string; email: string | null; phone: string | null }[]> {
  const Contact = z.object({ owner: z.string(), email: z.string().nullable(), phone: z.string().nullable() });
  return rowsOf(
    strapi.db.connection,
    Contact,
    `select document_id as owner, contact ->> 'email' as email, contact ->> 'phone' as phone
       from trame_bin, lateral (values (draft), (published)) as kept (document),
            lateral jsonb_array_elements(case jsonb_typeof(document -> 'content' -> 'contacts')
              when 'array' then document -> 'content' -> 'contacts' else '[]'::jsonb end) as contact
      where uid = 'api::association.association'`,
  );
}

/** What has been there for its time is gone for good. @returns how many */
export const emptyBin = (strapi: Core.Strapi, now: Date): Promise<number> =>
  changed(strapi.db.connection, `delete from trame_bin where deleted_at < ?::timestamptz - make_interval(days => ?)`, [
    now,
    KEEP_IN_BIN_DAYS,
  ]);
