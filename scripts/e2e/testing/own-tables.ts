/** The program's own tables on a PostgreSQL without Strapi, for a test of the mail sender alone. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from '@trame/cms/database/connection';
import type pg from 'pg';
import { ROOT } from '../../lib/environment.ts';

const MIGRATIONS = path.join(ROOT, 'cms/database/migrations');

/** Statements with `?` for values, as the CMS writes them, over a client of `pg`. */
export const connectionOf = (client: pg.Client): Connection => ({
  async raw(sql, values = []) {
    let position = 0;
    const { rows, rowCount } = await client.query<Record<string, unknown>>(
      sql.replace(/\?/g, () => `$${++position}`),
      [...values],
    );
    return { rows, rowCount: rowCount ?? 0 };
  },
});

/** Runs every migration of the CMS, in its order. */
export async function createOwnTables(connection: Connection): Promise<void> {
  for (const name of readdirSync(MIGRATIONS).sort()) {
    const { up } = (await import(path.join(MIGRATIONS, name))) as { up: (connection: Connection) => Promise<void> };
    await up(connection);
  }
}
