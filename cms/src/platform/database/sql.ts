/** Statements in SQL: rows are parsed where they arrive, because PostgreSQL's driver types none of them. */
import { z } from 'zod';
import type { Connection } from './connection.ts';

/**
 * The rows that a statement returns. Columns that the shape does not name are dropped.
 * @param values for the `?` of the statement, in order
 * @throws {z.ZodError} when a row does not have the shape
 */
export async function rowsOf<Shape extends z.ZodType>(
  connection: Connection,
  shape: Shape,
  sql: string,
  values?: readonly unknown[],
): Promise<z.output<Shape>[]> {
  const { rows } = await connection.raw(sql, values);
  return z.array(shape).parse(rows);
}

/** How many rows a statement inserted, updated or deleted. */
export async function changed(connection: Connection, sql: string, values?: readonly unknown[]): Promise<number> {
  const { rowCount } = await connection.raw(sql, values);
  return rowCount;
}

/**
 * Waits for the lock of that name, which is held until the transaction ends.
 * @param trx a transaction: on a plain connection the lock would end with the statement
 * @param name of the whole database: two locks of one name wait for each other
 */
export async function lockUntilCommit(trx: Connection, name: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [name]);
}
