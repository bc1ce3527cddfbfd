/** The table of agendas that are followed. */
import { z } from 'zod';
import { agendaOutcomes, type AgendaOutcome } from '../../domain/contract/desk/agendas.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  who: z.string(),
  addedAt: z.date(),
  fetchedAt: z.date().nullable(),
  outcome: z.enum(agendaOutcomes).nullable(),
  message: z.string().nullable(),
  /** Names what was last proposed of it. */
  content: z.string().nullable(),
  proposal: z.string().nullable(),
  /** Somebody corrected or decided something of the import that waits. */
  isTouched: z.boolean(),
});
export type KeptAgenda = z.infer<typeof Row>;

const SELECT = `select trame_agendas.id::text as id, name, address, trame_agendas.who, added_at as "addedAt",
    fetched_at as "fetchedAt", outcome, message, content, waiting.id::text as proposal,
    coalesce(waiting.touched_at > waiting.at, false) as "isTouched"
  from trame_agendas
  left join lateral (
    select id, at, touched_at from trame_imports
     where agenda_id = trame_agendas.id and stage = 'draft' order by trame_imports.id desc limit 1
  ) waiting on true`;

/** The first one first. */
export const listAgendas = (connection: Connection): Promise<KeptAgenda[]> =>
  rowsOf(connection, Row, `${SELECT} order by trame_agendas.id`);

export async function findAgenda(connection: Connection, id: string): Promise<KeptAgenda | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await rowsOf(connection, Row, `${SELECT} where trame_agendas.id = ?`, [id]);
  return row ?? null;
}

/** @returns its number; null when that address is followed already */
export async function addAgenda(
  connection: Connection,
  { name, address, editor }: { readonly name: string; readonly address: string; readonly editor: Editor },
): Promise<string | null> {
  const [row] = await rowsOf(
    connection,
    z.object({ id: z.string() }),
    `insert into trame_agendas (name, address, who, who_id) values (?, ?, ?, ?)
     on conflict (address) do nothing returning id::text as id`,
    [name, address, editor.name, editor.id],
  );
  return row?.id ?? null;
}

/** Its imports stay, and so do its events; what waits of it goes. @returns whether it was there */
export async function removeAgenda(trx: Connection, id: string): Promise<boolean> {
  await trx.raw(`delete from trame_imports where agenda_id = ? and stage = 'draft'`, [id]);
  return (await changed(trx, 'delete from trame_agendas where id = ?', [id])) > 0;
}

/** An untouched proposal makes room for a newer one. */
export const removeProposal = (trx: Connection, importId: string): Promise<number> =>
  changed(trx, `delete from trame_imports where id = ? and stage = 'draft' and touched_at <= at`, [importId]);

/** @param content null keeps what was last proposed */
export const noteFetched = (
  connection: Connection,
  id: string,
  {
    outcome,
    message = null,
    content = null,
  }: { readonly outcome: AgendaOutcome; readonly message?: string | null; readonly content?: string | null },
): Promise<number> =>
  changed(
    connection,
    `update trame_agendas set fetched_at = now(), outcome = ?, message = ?, content = coalesce(?, content) where id = ?`,
    [outcome, message, content, id],
  );
