import type { Core } from '@strapi/strapi';
import type { Connection } from './connection.ts';

/**
 * Runs `work` in one transaction: inside the caller's when there is one, else in a new one, which commits when `work` resolves
 * and rolls back when it throws. Everything that `work` does through Strapi is part of it. Strapi types the transaction as
 * `any`; it has its type from here on.
 * @param work gets the transaction, and a way to register what happens once it has committed
 */
export const inTransaction = <T>(
  strapi: Core.Strapi,
  work: (trx: Connection, onCommit: (act: () => void) => void) => T | PromiseLike<T>,
): Promise<T> =>
  strapi.db.transaction(async ({ trx, onCommit }) =>
    work(trx as Connection, onCommit as (act: () => void) => void),
  ) as Promise<T>;
