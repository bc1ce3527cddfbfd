import type { Core } from '@strapi/strapi';
import { AT_ONCE } from './events-after-commit.ts';
import type { Connection } from './connection.ts';

type OnCommit = (act: () => void) => void;
interface Given {
  readonly trx: Connection;
  readonly onCommit: OnCommit;
  readonly [AT_ONCE]?: OnCommit;
}

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
  strapi.db.transaction(async (given) => {
    const { trx, onCommit, [AT_ONCE]: atOnce } = given as Given;
    return work(trx, atOnce ?? onCommit);
  }) as Promise<T>;
