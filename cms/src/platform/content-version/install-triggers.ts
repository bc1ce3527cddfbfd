import type { Core } from '@strapi/strapi';
import { watchedTables } from './watched-tables.ts';
import { inTransaction } from '../database/transaction.ts';
import { lockUntilCommit, rowsOf } from '../database/sql.ts';
import { z } from 'zod';

/**
 * The change log, `trame_content_changes`, has one row per transaction that touched content, whoever wrote it (an editor, a
 * seed, an import, `psql`). `weight` is the number of changes that a row stands for, so that old rows can be folded together
 * without changing the sum. Rows are only ever inserted: updating one shared row would make all writers wait for each other.
 * The transaction-local setting keeps a seed of 100,000 statements down to one row; a rollback takes both away.
 */
const CREATE_FUNCTION = `
  create or replace function trame_note_content_change() returns trigger language plpgsql as $$
  begin
    if coalesce(current_setting('trame.change_noted', true), '') <> 'yes' then
      insert into trame_content_changes default values;
      perform set_config('trame.change_noted', 'yes', true);
    end if;
    return null;
  end $$`;

const TRIGGER = 'trame_content_change';

/**
 * Puts the triggers in place. Safe to run at each start: it only adds what is missing, because creating a trigger locks its
 * table. Dropped and recreated tables (a restore, a new type) get theirs at the next start, which counts as a change.
 */
export async function installContentChangeTriggers(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await lockUntilCommit(trx, 'trame_content_changes');
    await trx.raw(CREATE_FUNCTION);
    const rows = await rowsOf(
      trx,
      z.object({ name: z.string() }),
      `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = ? and c.relnamespace = current_schema()::regnamespace`,
      [TRIGGER],
    );
    const done = new Set(rows.map(({ name }) => name));
    const missing = watchedTables(strapi).filter((table) => !done.has(table));
    for (const table of missing) {
      await trx.raw(
        `create trigger ${TRIGGER} after insert or update or delete or truncate on ??
          for each statement execute function trame_note_content_change()`,
        [table],
      );
    }
    if (missing.length > 0) await trx.raw('insert into trame_content_changes default values');
  });
}
