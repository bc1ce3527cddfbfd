/** A connection of its own, for what lasts as long as a connection: a session-level lock, and what is written under it. */
import pg from 'pg';

export interface OwnConnection {
  /** One statement after the other, in the order in which they were asked for: several callers share the connection. */
  readonly query: <Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ) => Promise<pg.QueryResult<Row>>;
  readonly onNotification: (listener: () => void) => void;
  /** Resolves when the connection is gone. */
  readonly lost: Promise<void>;
  readonly close: () => Promise<void>;
}

/** @throws when the database cannot be reached */
export async function openConnection(
  databaseUrl: string,
  options: Omit<pg.ClientConfig, 'connectionString'> = {},
): Promise<OwnConnection> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, ...options });
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.once('error', () => resolve());
  });
  client.on('error', () => undefined); // `lost` says it, and so does the statement that was under way
  await client.connect();
  let last: Promise<unknown> = Promise.resolve();
  return {
    lost,
    query: <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      const next = last.then(() => client.query<Row>(sql, [...values]));
      last = next.catch(() => undefined); // the caller of this statement is told; the next statement runs all the same
      return next;
    },
    onNotification: (listener) => void client.on('notification', listener),
    async close() {
      await client.end().catch(() => undefined); // a connection that is broken already is closed
    },
  };
}
