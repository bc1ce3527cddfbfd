/**
 * Whatever can run one statement with `?` for values: Strapi's knex, a transaction of it, which a migration is given, or a
 * client of `pg` in a test without Strapi.
 */
export interface Connection {
  raw(sql: string, values?: readonly unknown[]): PromiseLike<{ rows: unknown[]; rowCount: number }>;
}
