/**
 * Strapi tells its webhooks of each record that a transaction changed, once it has committed: it reads every one of them whole, all
 * at the same time, and listens to no failure. After an import of a few hundred records, or a list that is published at once, that
 * takes every connection to the database, and the first that waits too long ends the program.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { causeOf } from '../../domain/cause.ts';

/** The pool has ten connections, and people wait for the others. */
const MOST_AT_ONCE = 3;

type Act = () => unknown;
interface Given {
  readonly onCommit: (act: Act) => void;
}
type Transaction = (work?: (given: Given) => unknown) => unknown;

/** Runs acts in their order, a few at a time. What fails is told, and the others go on. */
export function inTurn(most: number, failed: (error: unknown) => void): (act: Act) => void {
  const waiting: Act[] = [];
  let running = 0;
  const next = (): void => {
    for (let act = waiting.shift(); act !== undefined; act = running < most ? waiting.shift() : undefined) {
      running += 1;
      void one(act);
    }
  };
  const one = async (act: Act): Promise<void> => {
    try {
      await act();
    } catch (error) {
      failed(error);
    }
    running -= 1;
    next();
  };
  return (act) => {
    waiting.push(act);
    if (running < most) next();
  };
}

/** What our own code does after a commit is short, and done at once: `inTransaction` asks for it by this name. */
export const AT_ONCE = Symbol('onCommit, at once');

/** Puts what Strapi does after commits in turn. To be called once the database is there. */
export function takeEventsInTurn(strapi: Core.Strapi): void {
  const queue = inTurn(MOST_AT_ONCE, (error) => {
    strapi.log.error(`after a commit: ${causeOf(error)}`);
  });
  const db = strapi.db as unknown as { transaction: Transaction };
  const original = db.transaction.bind(db);
  db.transaction = (work) =>
    work === undefined
      ? original()
      : original((given) =>
          work({
            ...given,
            onCommit: (act) =>
              given.onCommit(() => {
                // Where the transaction that committed is over: what is read from there is outside of it.
                const there = AsyncLocalStorage.snapshot();
                queue(() => there(act));
              }),
            [AT_ONCE]: given.onCommit,
          } as Given),
        );
}
