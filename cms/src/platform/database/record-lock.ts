import type { Connection } from './connection.ts';
import { lockUntilCommit } from './sql.ts';

/**
 * One change of a record after the other: a save reads what stands today, and a withdrawal must not come between that and what is
 * written. Who also holds the lock of an answer takes that one first.
 * @param trx the transaction in which the record is changed
 */
export const lockRecord = (trx: Connection, uid: string, documentId: string): Promise<void> =>
  lockUntilCommit(trx, `trame-record:${uid}:${documentId}`);

/** One answer of an association after the other: one that comes at the same moment replaces it. */
export const lockAnswers = (trx: Connection, associationId: string): Promise<void> =>
  lockUntilCommit(trx, `trame-answer:${associationId}`);
