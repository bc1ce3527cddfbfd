import type { Core } from '@strapi/strapi';

/** Runs one statement with `?` for values and says how many rows it changed. */
export async function change(strapi: Core.Strapi, sql: string, values: readonly unknown[] = []): Promise<number> {
  const { rowCount } = (await strapi.db.connection.raw(sql, values as never)) as unknown as { rowCount: number };
  return rowCount;
}

/** A column of Strapi's `timestamp` type, which it writes in UTC without saying so, before `now` less so many days. */
export const olderThan = (column: string): string =>
  `${column} < ((?::timestamptz - make_interval(days => ?)) at time zone 'utc')`;
