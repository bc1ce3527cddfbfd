import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/database/transaction.ts';
import { formerSlugsOfOthers } from './former-addresses.ts';

/**
 * The first of `base`, `base-2`, `base-3`… that no other record has, or had: links and paper still lead from there.
 * @param documentId of the record that it is for; undefined when it is not there yet
 */
export async function freeSlug(
  strapi: Core.Strapi,
  uid: string,
  base: string,
  documentId: string | undefined,
): Promise<string> {
  const others = (await strapi.db.query(uid).findMany({
    select: ['slug'],
    where: { slug: { $startsWith: base }, ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }) },
  })) as { slug: string }[];
  const former = await inTransaction(strapi, (trx) => formerSlugsOfOthers(trx, uid, documentId));
  const taken = new Set([...others.map(({ slug }) => slug), ...former]);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
