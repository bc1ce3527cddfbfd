/**
 * The dump of PostgreSQL's own tool beside our rows, for a database of one's own: its administrator puts it back with
 * `pg_restore`, without Trame. Our rows stay what a restore reads: they need no tool, and go into any PostgreSQL.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

/** In the backup. */
export const PG_DUMP_FILE = 'database.pgdump';

/** `made`, or why not. */
export type PgDumped =
  | { readonly outcome: 'made' }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'old'; readonly tool: number; readonly server: number }
  | { readonly outcome: 'failed'; readonly detail: string };

interface Ran {
  /** Null when the program is not there. */
  readonly code: number | null;
  readonly said: string;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn('pg_dump', args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', () => resolve({ code: null, said: '' }));
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

export interface PgDumpRequest {
  readonly databaseUrl: string;
  readonly folder: string;
  /** Exported by the transaction that reads our rows, which must stay open: both say the same instant. */
  readonly snapshot: string;
  readonly client: pg.ClientBase;
}

/** Writes the dump into the folder where the tool is there and knows the server. Never throws: the backup is whole without. */
export async function dumpWithPgDump({ databaseUrl, folder, snapshot, client }: PgDumpRequest): Promise<PgDumped> {
  const version = await run(['--version'], process.env);
  const tool = Number(/(\d+)(?:\.\d+)*/.exec(version.said)?.[1] ?? 0);
  if (version.code !== 0 || tool === 0) return { outcome: 'absent' };
  const { rows } = await client.query<{ major: number; schema: string }>(
    `select current_setting('server_version_num')::int / 10000 as major, quote_ident(current_schema()) as schema`,
  );
  const { major: server = 0, schema = 'public' } = rows[0] ?? {};
  if (tool < server) return { outcome: 'old', tool, server };

  // The password goes through the environment: every account of the machine can read a command line.
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  const file = path.join(folder, PG_DUMP_FILE);
  const { code, said } = await run(
    [
      ...['--format=custom', '--no-password', '--no-owner', '--no-privileges'],
      ...[`--schema=${schema}`, `--snapshot=${snapshot}`, `--file=${file}`, `--dbname=${url.href}`],
    ],
    password === '' ? process.env : { ...process.env, PGPASSWORD: password },
  );
  if (code === 0) return { outcome: 'made' };
  await rm(file, { force: true });
  return { outcome: 'failed', detail: said.split('\n').slice(-3).join(' ').slice(0, 500) };
}
