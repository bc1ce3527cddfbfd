import type { Core } from '@strapi/strapi';
import { inTransaction } from './transaction.ts';

interface JoinTable {
  readonly name: string;
  readonly inverseJoinColumn: { readonly name: string };
}

/**
 * Deletes rows of a list of components, by their ids: no rule about the record that holds them has a say. Within the
 * caller's transaction.
 * @param attribute of the content type `uid` itself
 */
export async function deleteRows(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  ids: readonly number[],
): Promise<void> {
  const { joinTable, target } = strapi.db.metadata.get(uid).attributes[attribute] as unknown as {
    joinTable: JoinTable;
    target: string;
  };
  await inTransaction(strapi, (trx) =>
    trx.raw('delete from ?? where field = ? and ?? = any(?)', [
      joinTable.name,
      attribute,
      joinTable.inverseJoinColumn.name,
      [...ids],
    ]),
  );
  await strapi.db.query(target).deleteMany({ where: { id: { $in: [...ids] } } });
}
