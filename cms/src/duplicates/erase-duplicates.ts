import type { Core } from '@strapi/strapi';
import { DUPLICATE_TYPES } from '../domain/contract/desk/duplicates.ts';
import { eraseFormerAddresses } from '../entries/former-addresses.ts';
import { eraseMerges, eraseMergeStates } from '../entries/merged-records.ts';
import { eraseDistinct } from './duplicate-store.ts';

/** What merges, pairs and addresses keep of records that are gone for good; former states with the bin. @returns how much */
export async function eraseDuplicates(strapi: Core.Strapi): Promise<number> {
  const { connection } = strapi.db;
  const tableOf = (uid: string): string => strapi.db.metadata.get(uid).tableName;
  let erased = await eraseMergeStates(connection);
  for (const uid of DUPLICATE_TYPES) {
    erased += await eraseMerges(connection, uid, tableOf(uid));
    erased += await eraseDistinct(connection, uid, tableOf(uid));
  }
  return erased + (await eraseFormerAddresses(connection, tableOf));
}
