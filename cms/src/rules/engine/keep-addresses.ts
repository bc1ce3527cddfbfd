import type { Core } from '@strapi/strapi';
import { addressKindOf } from '../../domain/former-addresses.ts';
import { textOf, type Values } from '../../domain/visit.ts';
import { noteFormerAddress } from '../../entries/former-addresses.ts';
import { findOne } from '../../platform/database/records.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { hasDrafts, type DocumentContext, type Next } from '../../platform/strapi/document.ts';

/** Where a record stands on the site; empty when it does not. */
async function addressOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<string> {
  const online = hasDrafts(strapi, uid) ? { publishedAt: { $notNull: true } } : {};
  const row = await findOne<Values>(strapi, uid, { select: ['slug'], where: { documentId, ...online } });
  return textOf(row?.['slug']);
}

/**
 * The document middleware that keeps where a published record stood on the site when its address changes, whoever changes it: links
 * and codes that are printed still lead there. A withdrawal, which takes a number out of an address, writes past it, and leaves none.
 */
export function keepAddresses(strapi: Core.Strapi) {
  return ({ uid, action, params }: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId } = params;
    const publishes =
      action === 'publish' || (action === 'update' && (params.status === 'published' || !hasDrafts(strapi, uid)));
    if (addressKindOf(uid) === null || documentId === undefined || !publishes) return next();
    return inTransaction(strapi, async (trx) => {
      const before = await addressOf(strapi, uid, documentId);
      const result = await next();
      const after = await addressOf(strapi, uid, documentId);
      if (before !== after && after !== '') await noteFormerAddress(trx, { uid, documentId }, before);
      return result;
    });
  };
}
