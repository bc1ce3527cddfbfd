/** What a database of one's own holds already, before this installation has started on it for the first time. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

export interface Holdings {
  /** Accounts of the admin. */
  readonly administrators: number;
  /** Files of the media library that lie in the DATA_DIR, by their path below `public`. */
  readonly files: readonly string[];
}

const NOTHING: Holdings = { administrators: 0, files: [] };

/** @param databaseUrl null: the embedded database, which lies in the DATA_DIR itself and comes and goes with it */
export async function readHoldings(databaseUrl: string | null): Promise<Holdings> {
  if (databaseUrl === null) return NOTHING;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('admin_users') is not null and to_regclass('files') is not null as there`,
    );
    if (!rows[0]?.there) return NOTHING;
    const accounts = await client.query<{ count: number }>('select count(*)::int as count from admin_users');
    const files = await client.query<{ url: string }>(
      `select url from files where provider = 'local' and url like '/uploads/%'`,
    );
    return { administrators: accounts.rows[0]?.count ?? 0, files: files.rows.map(({ url }) => url.slice(1)) };
  } finally {
    await client.end();
  }
}

/** How many of the files are not in the DATA_DIR. */
export async function countMissing(dataDir: string, files: readonly string[]): Promise<number> {
  const uploads = path.join(dataDir, 'public', 'uploads');
  const present = new Set((await readdir(uploads)).map((name) => `uploads/${name}`));
  return files.filter((file) => !present.has(file)).length;
}
