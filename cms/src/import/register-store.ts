/** The tables of what the national register says of entries. */
import { z } from 'zod';
import type { FoundNews } from '../domain/import/rna/news.ts';
import type { Connection } from '../platform/database/connection.ts';
import { changed, rowsOf } from '../platform/database/sql.ts';

/** How long what an editor has seen stays, so that the same file does not say it again. */
export const KEEP_REGISTER_NEWS_DAYS = 730;

/** Keeps what a file says, each once; what it does not say any more of entries that it speaks of is over. @returns how much is new */
export async function keepNews(
  connection: Connection,
  { news, spokenOf }: FoundNews,
  asOf: string | null,
): Promise<number> {
  let added = 0;
  for (const { kind, documentId, rnaId, before, after } of news) {
    added += await changed(
      connection,
      `insert into trame_register_news (kind, document_id, rna_id, before, after, as_of) values (?, ?, ?, ?, ?, ?)
       on conflict (document_id, kind, after) do nothing`,
      [kind, documentId, rnaId, before, after, asOf],
    );
  }
  const said = JSON.stringify(news.map(({ kind, documentId, after }) => [documentId, kind, after].join('\n')));
  await connection.raw(
    `delete from trame_register_news
      where document_id in (select jsonb_array_elements_text(?::jsonb))
        and concat_ws(E'\\n', document_id, kind, after) not in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(spokenOf), said],
  );
  return added;
}

const NewsRow = z.object({
  id: z.string(),
  kind: z.enum(['dissolved', 'moved', 'renamed']),
  documentId: z.string(),
  before: z.string(),
  after: z.string(),
  asOf: z.string().nullable(),
  foundAt: z.date(),
});
export type KeptNews = z.infer<typeof NewsRow>;

/** What nobody has seen: of the last day first, what is dissolved before what moved or has another name. */
export const listNews = (connection: Connection): Promise<KeptNews[]> =>
  rowsOf(
    connection,
    NewsRow,
    `select id::text as id, kind, document_id as "documentId", before, after, as_of::text as "asOf", found_at as "foundAt"
       from trame_register_news where seen_at is null
      order by date_trunc('day', found_at) desc, kind, trame_register_news.id`,
  );

/** @returns whether it was there and not seen */
export const markSeen = async (connection: Connection, id: string, who: string): Promise<boolean> =>
  /^\d{1,18}$/.test(id) &&
  (await changed(
    connection,
    'update trame_register_news set seen_at = now(), seen_by = ? where id = ? and seen_at is null',
    [who, id],
  )) > 0;

/** Notes that an entry is one of the register's; its new name is taken over with it. */
export async function noteEntry(
  trx: Connection,
  {
    documentId,
    rnaId,
    asOf,
    importId,
  }: {
    readonly documentId: string;
    readonly rnaId: string;
    readonly asOf: string | null;
    readonly importId: string;
  },
): Promise<void> {
  await trx.raw(
    `insert into trame_register_entries (document_id, rna_id, as_of, import_id) values (?, ?, ?, ?)
     on conflict (document_id) do update
       set rna_id = excluded.rna_id, as_of = excluded.as_of, matched_at = now(), import_id = excluded.import_id`,
    [documentId, rnaId, asOf, importId],
  );
  await trx.raw(`delete from trame_register_news where document_id = ? and kind = 'renamed' and seen_at is null`, [
    documentId,
  ]);
}

/** What an import noted of an entry is not so once it is undone. */
export const forgetEntry = (trx: Connection, documentId: string, importId: string): Promise<number> =>
  changed(trx, 'delete from trame_register_entries where document_id = ? and import_id = ?', [documentId, importId]);

/** Null for an entry that was never matched with the register. */
export async function findEntry(
  connection: Connection,
  documentId: string,
): Promise<{ readonly asOf: string | null } | null> {
  const Row = z.object({ asOf: z.string().nullable() });
  const [row] = await rowsOf(
    connection,
    Row,
    'select as_of::text as "asOf" from trame_register_entries where document_id = ?',
    [documentId],
  );
  return row ?? null;
}

/** @returns how a file stood when it was read; null when it never was */
export async function stateOfRead(connection: Connection, fileName: string): Promise<string | null> {
  const Row = z.object({ state: z.string() });
  const [row] = await rowsOf(connection, Row, 'select state from trame_register_reads where file_name = ?', [fileName]);
  return row?.state ?? null;
}

export async function noteRead(connection: Connection, fileName: string, state: string): Promise<void> {
  await connection.raw(
    `insert into trame_register_reads (file_name, state) values (?, ?)
     on conflict (file_name) do update set state = excluded.state, read_at = now()`,
    [fileName, state],
  );
}

/** With the entry when it is deleted; what was seen, after two years; the name of a file that is long gone too. @returns how many rows */
export async function eraseRegister(connection: Connection, now: Date): Promise<number> {
  const isGone = (table: string) =>
    `not exists (select 1 from associations where associations.document_id = ${table}.document_id)`;
  return (
    (await changed(connection, `delete from trame_register_entries where ${isGone('trame_register_entries')}`)) +
    (await changed(
      connection,
      `delete from trame_register_news where ${isGone('trame_register_news')}
        or seen_at < ?::timestamptz - make_interval(days => ?)`,
      [now, KEEP_REGISTER_NEWS_DAYS],
    )) +
    (await changed(
      connection,
      `delete from trame_register_reads where read_at < ?::timestamptz - make_interval(days => ?)`,
      [now, KEEP_REGISTER_NEWS_DAYS],
    ))
  );
}
