/** Databases of before that were put in place, and what waits for an editor's word since. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { registerStates } from '../../domain/register-state.ts';
import type { RestoreNote } from '../../domain/stored/suppression.ts';
import type { LettersDecision } from '../../domain/contract/desk/restore.ts';
import { changed, rowsOf } from '../database/sql.ts';
import { inTransaction } from '../database/transaction.ts';

/**
 * Whether a letter of `trame_letters` waits for the editor's word about a restore: every letter that came with the backup, and
 * the letters that jobs queue since, which cannot know what had left. What somebody asks for since (a link to sign in, a
 * receipt) leaves as ever.
 */
export const HELD_LETTER = `exists (
  select from trame_restores where letters_decided_at is null
     and (trame_letters.queued_at < restored_at or trame_letters.kind in ('invitation', 'reminder', 'offline-warning', 'alert')))`;

const WAITING = `state in ('queued', 'sending') and ${HELD_LETTER}`;

const RestoreRow = z.object({
  id: z.string(),
  restoredAt: z.date(),
  madeAt: z.date().nullable(),
  register: z.enum(registerStates),
  failed: z.array(z.string()),
  lettersDecided: z.boolean(),
  publicationHeld: z.boolean(),
});
export type RestoreRow = z.infer<typeof RestoreRow>;

/** A publication waits unless everything that happened since the backup is known, and was done again. */
const PUBLICATION_HELD = `publication_allowed_at is null and (register <> 'whole' or cardinality(failed) > 0)`;

/** Restores about which something is still to be decided, the last one first. */
export const pendingRestores = (strapi: Core.Strapi): Promise<RestoreRow[]> =>
  rowsOf(
    strapi.db.connection,
    RestoreRow,
    `select id::text as id, restored_at as "restoredAt", made_at as "madeAt", register, failed,
            letters_decided_at is not null as "lettersDecided", ${PUBLICATION_HELD} as "publicationHeld"
       from trame_restores where letters_decided_at is null or (${PUBLICATION_HELD}) order by restored_at desc, id`,
  );

export async function isPublicationHeld(strapi: Core.Strapi): Promise<boolean> {
  const [row] = await rowsOf(
    strapi.db.connection,
    z.object({ held: z.boolean() }),
    `select exists (select from trame_restores where ${PUBLICATION_HELD}) as held`,
  );
  return row!.held; // one row, always
}

/** Notes a restore, in the caller's transaction when there is one. The same one twice is one. */
export const noteRestore = (strapi: Core.Strapi, note: RestoreNote, failed: readonly string[]): Promise<unknown> =>
  inTransaction(strapi, (trx) =>
    trx.raw(
      `insert into trame_restores (id, restored_at, made_at, register, failed) values (?, ?, ?, ?, ?)
       on conflict (id) do nothing`,
      [note.id, note.restoredAt, note.madeAt, note.register, failed],
    ),
  );

/** Letters that wait for the editor's word, by kind. */
export const heldLetters = (strapi: Core.Strapi): Promise<{ kind: string; count: number }[]> =>
  rowsOf(
    strapi.db.connection,
    z.object({ kind: z.string(), count: z.int() }),
    `select kind, count(*)::int as count from trame_letters where ${WAITING} group by kind order by count desc, kind`,
  );

/**
 * The editor's word about the letters that wait.
 * @returns how many it was about
 */
export async function decideLetters(
  strapi: Core.Strapi,
  decision: LettersDecision,
  by: string,
  answer: string,
): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const [row] = await rowsOf(
      trx,
      z.object({ count: z.int() }),
      `select count(*)::int as count from trame_letters where ${WAITING}`,
    );
    if (decision === 'count-as-sent') {
      await trx.raw(
        `update trame_letters set state = 'sent', state_at = now(), answer = ?, reported = false where ${WAITING}`,
        [answer],
      );
    }
    await changed(
      trx,
      `update trame_restores set letters_decision = ?, letters_decided_at = now(), letters_decided_by = ?
        where letters_decided_at is null`,
      [decision, by],
    );
    return row!.count;
  });
}

/** The editor's word that the site may go online as it is. */
export const allowPublication = (strapi: Core.Strapi, by: string): Promise<number> =>
  inTransaction(strapi, (trx) =>
    changed(
      trx,
      `update trame_restores set publication_allowed_at = now(), publication_allowed_by = ? where ${PUBLICATION_HELD}`,
      [by],
    ),
  );

/** How long it is kept who decided after a restore. */
const KEEP_RESTORES_DAYS = 365;

/** Erases restores about which everything was decided, a year after. @returns how many */
export const eraseRestores = (strapi: Core.Strapi, now: Date): Promise<number> =>
  changed(
    strapi.db.connection,
    `delete from trame_restores where letters_decided_at is not null and not (${PUBLICATION_HELD})
        and restored_at < ?::timestamptz - make_interval(days => ?)`,
    [now, KEEP_RESTORES_DAYS],
  );
