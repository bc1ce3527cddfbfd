/** Where published records stood on the site before (`trame_former_addresses`): each leads to the record, wherever that stands today. */
import { z } from 'zod';
import { addressKindOf, formerAddressKinds, uidOfKind, type FormerAddressKind } from '../domain/former-addresses.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';

/** A record, by its type and its documentId. */
interface Named {
  readonly uid: string;
  readonly documentId: string;
}

export interface FormerAddress {
  readonly kind: FormerAddressKind;
  readonly slug: string;
  readonly documentId: string;
}

const Row = z.object({ kind: z.enum(formerAddressKinds), slug: z.string(), documentId: z.string() });

/** Notes that a record was at this address. Whoever was there before it is led nowhere: the last one to have it has it. */
export async function noteFormerAddress(trx: Connection, { uid, documentId }: Named, slug: string): Promise<void> {
  const kind = addressKindOf(uid);
  if (kind === null || slug === '') return;
  await trx.raw(
    `insert into trame_former_addresses (kind, slug, document_id) values (?, ?, ?)
     on conflict (kind, slug) do update set document_id = excluded.document_id, since = now()`,
    [kind, slug, documentId],
  );
}

/** All of them, in an order that says nothing of when they came. */
export const readFormerAddresses = (connection: Connection): Promise<FormerAddress[]> =>
  rowsOf(
    connection,
    Row,
    `select kind, slug, document_id as "documentId" from trame_former_addresses order by kind, slug collate "C"`,
  );

/** Former addresses of other records of the type: a new record does not take one by itself, for paper still bears it. */
export async function formerSlugsOfOthers(
  connection: Connection,
  uid: string,
  documentId: string | undefined,
): Promise<string[]> {
  const kind = addressKindOf(uid);
  if (kind === null) return [];
  const Slug = z.object({ slug: z.string() });
  const sql = 'select slug from trame_former_addresses where kind = ? and document_id <> ?';
  return (await rowsOf(connection, Slug, sql, [kind, documentId ?? ''])).map(({ slug }) => slug);
}

/** Leads what led to one record to another. @returns the addresses that were led there */
export async function leadAddressesTo(trx: Connection, uid: string, from: string, to: string): Promise<string[]> {
  const Slug = z.object({ slug: z.string() });
  const sql = 'update trame_former_addresses set document_id = ? where kind = ? and document_id = ? returning slug';
  const kind = addressKindOf(uid);
  return kind === null ? [] : (await rowsOf(trx, Slug, sql, [to, kind, from])).map(({ slug }) => slug);
}

/** Leads these addresses, if they lead to the one record still, back to the other. */
export async function leadAddressesBack(
  trx: Connection,
  uid: string,
  slugs: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await trx.raw(
    `update trame_former_addresses set document_id = ? where kind = ? and document_id = ? and slug = any(?)`,
    [to, addressKindOf(uid), from, [...slugs]],
  );
}

/** What led to a record is forgotten at these addresses: it stands there again. */
export const forgetAddress = (trx: Connection, { uid, documentId }: Named, slug: string): Promise<number> =>
  changed(trx, 'delete from trame_former_addresses where kind = ? and slug = ? and document_id = ?', [
    addressKindOf(uid),
    slug,
    documentId,
  ]);

/** Of records that are gone for good. @returns how many */
export async function eraseFormerAddresses(connection: Connection, tableOf: (uid: string) => string): Promise<number> {
  let erased = 0;
  for (const kind of formerAddressKinds)
    erased += await changed(
      connection,
      `delete from trame_former_addresses former where kind = ?
          and not exists (select 1 from ?? record where record.document_id = former.document_id)
          and not exists (select 1 from trame_bin where trame_bin.document_id = former.document_id and uid = ?)`,
      [kind, tableOf(uidOfKind(kind)), uidOfKind(kind)],
    );
  return erased;
}
