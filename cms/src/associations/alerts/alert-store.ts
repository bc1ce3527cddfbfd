/** Alerts as rows. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { KEEP_ALERTS_MONTHS, MONTHS_BETWEEN_LETTERS } from '../../domain/alerts.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { storedAlert, type KeptAlert } from '../../domain/stored/alert.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, lockUntilCommit, rowsOf } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { alertLetters, alertMark } from '../../platform/links/alert-link.ts';
import { readRow } from '../../platform/program-records/unreadable-rows.ts';
import { noteSuppressions, stoppedLetters } from '../../platform/suppressions/register.ts';

const Row = z.object({
  id: z.string(),
  email: z.string(),
  askedAt: z.date(),
  /** Null until the link of the first letter was used. */
  confirmedAt: z.date().nullable(),
  endsAt: z.date(),
  /** Of the last letter. */
  toldAt: z.date().nullable(),
  document: z.string(),
});

export interface Alert extends Omit<z.infer<typeof Row>, 'document'>, KeptAlert {}

const SELECT = `select id::text as id, email, asked_at as "askedAt", confirmed_at as "confirmedAt", ends_at as "endsAt",
  told_at as "toldAt", document::text as document from trame_alerts`;

const alertOf = ({ document, ...row }: z.infer<typeof Row>): Alert => ({
  ...row,
  ...storedAlert.read(JSON.parse(document), `trame_alerts ${row.id}, document`),
});

/** One that this program cannot read is logged and left out: nothing is told by it, and it ends by itself. */
const readable = (rows: readonly z.infer<typeof Row>[]): Alert[] =>
  rows
    .map((row) =>
      readRow<Alert | null>(
        () => alertOf(row),
        () => null,
      ),
    )
    .filter((alert) => alert !== null);

/** Held until the transaction ends. Null when there is none. */
export async function alertById(trx: Connection, id: string, now: Date): Promise<Alert | null> {
  const [row] = await rowsOf(trx, Row, `${SELECT} where id = ?::uuid and ends_at > ?::timestamptz for update`, [
    id,
    now,
  ]);
  return row === undefined ? null : alertOf(row);
}

export const alertsOfMailbox = async (trx: Connection, mailbox: string, now: Date): Promise<Alert[]> =>
  readable(await rowsOf(trx, Row, `${SELECT} where mailbox = ? and ends_at > ?::timestamptz`, [mailbox, now]));

export async function insertAlert(
  trx: Connection,
  { id, email, search, words, known }: Pick<Alert, 'id' | 'email'> & KeptAlert,
  tokenHash: string,
  { askedAt, endsAt }: Pick<Alert, 'askedAt' | 'endsAt'>,
): Promise<void> {
  await trx.raw(
    `insert into trame_alerts (id, email, mailbox, token_hash, document, asked_at, ends_at)
     values (?::uuid, ?, ?, ?, ?::jsonb, ?, ?)`,
    [
      id,
      email,
      mailboxOf(email),
      tokenHash,
      JSON.stringify(storedAlert.write({ search, words, known })),
      askedAt,
      endsAt,
    ],
  );
}

/** An alert that is not confirmed was asked for anew: it waits longer, and its address is spelt as it was last. */
export const askAgain = (
  trx: Connection,
  id: string,
  { email, endsAt }: Pick<Alert, 'email' | 'endsAt'>,
): Promise<number> =>
  changed(trx, 'update trame_alerts set ends_at = ?, email = ? where id = ?::uuid and confirmed_at is null', [
    endsAt,
    email,
    id,
  ]);

/** Confirms it, for the first time or anew: it stands as long as an alert does, from now. */
export const confirm = (trx: Connection, id: string, now: Date): Promise<number> =>
  changed(
    trx,
    `update trame_alerts set confirmed_at = coalesce(confirmed_at, ?::timestamptz),
            ends_at = ?::timestamptz + make_interval(months => ?)
      where id = ?::uuid`,
    [now, now, KEEP_ALERTS_MONTHS, id],
  );

/** So long an alert that was looked at, and had nothing to tell, is left alone. */
const LOOKED_AT_HOURS = 20;

/**
 * Alerts that may have something to tell: confirmed, without a letter for a month, not looked at since yesterday.
 * @param most that are given; less than that when there are no others
 */
export async function alertsToLookAt(strapi: Core.Strapi, now: Date, most: number): Promise<Alert[]> {
  const rows = await rowsOf(
    strapi.db.connection,
    Row,
    `${SELECT} where confirmed_at is not null and ends_at > ?::timestamptz
        and (told_at is null or told_at <= ?::timestamptz - make_interval(months => ?))
        and (looked_at is null or looked_at <= ?::timestamptz - make_interval(hours => ?))
      order by looked_at nulls first, id limit ?`,
    [now, now, MONTHS_BETWEEN_LETTERS, now, LOOKED_AT_HOURS, most],
  );
  const alerts = readable(rows);
  if (alerts.length === rows.length) return alerts;
  // What cannot be read must not stand before the others for ever.
  const unreadable = rows.map(({ id }) => id).filter((id) => alerts.every((alert) => alert.id !== id));
  await strapi.db.connection.raw('update trame_alerts set looked_at = ?::timestamptz where id = any(?::uuid[])', [
    now,
    unreadable,
  ]);
  return [...alerts, ...(await alertsToLookAt(strapi, now, most - alerts.length))];
}

/** Notes that it was looked at, what it knows now, and whether that was told. */
export async function noteLook(
  trx: Connection,
  { id, search, words }: Alert,
  known: readonly string[],
  now: Date,
  isTold: boolean,
): Promise<void> {
  const document = JSON.stringify(storedAlert.write({ search, words, known: [...known] }));
  await trx.raw(
    `update trame_alerts set document = ?::jsonb, looked_at = ?::timestamptz,
            told_at = case when ? then ?::timestamptz else told_at end
      where id = ?::uuid`,
    [document, now, isTold, now, id],
  );
}

/** Ends an alert: its row goes, and letters that wait do not leave. The register remembers it, so that no backup brings it back. */
export async function endAlert(strapi: Core.Strapi, id: string): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await lockUntilCommit(trx, alertLetters(id));
    const mark = alertMark(id);
    const isNoted = (await stoppedLetters(strapi)).has(mark);
    if (!isNoted) await noteSuppressions(strapi, [{ kind: 'letters', mark, act: 'stopped' }]);
    await removeAlerts(trx, [id]);
  });
}

async function removeAlerts(trx: Connection, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await changed(trx, 'delete from trame_alerts where id = any(?::uuid[])', [[...ids]]);
  await cancelOrphans(trx);
  return gone;
}

/**
 * Takes letters out of the queue whose alert is not there any more: it was stopped since, or its letter was sent once more by an
 * editor.
 */
export const cancelOrphans = (trx: Connection): Promise<number> =>
  changed(
    trx,
    `update trame_letters set state = 'cancelled', state_at = now()
      where kind = 'alert' and state in ('queued', 'sending')
        and not exists (select from trame_alerts where trame_alerts.id::text = split_part(trame_letters.key, ':', 2))`,
  );

/** Ends the alerts whose mark it is, in a database of before. */
export async function endAlertAgain(strapi: Core.Strapi, mark: string): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const rows = await rowsOf(trx, z.object({ id: z.string() }), 'select id::text as id from trame_alerts');
    await removeAlerts(
      trx,
      rows.map(({ id }) => id).filter((id) => alertMark(id) === mark),
    );
  });
}

/**
 * Ends the alerts whose letters came back, or are refused because of their address: letters to that very spelling of it,
 * since anybody may have typed another. @returns how many
 */
export const endReturnedAlerts = (strapi: Core.Strapi): Promise<number> =>
  changed(
    strapi.db.connection,
    `delete from trame_alerts where exists (
       select from trame_letters where kind in ('alert', 'alert-confirmation')
          and split_part(key, ':', 2) = trame_alerts.id::text
          and lower(trame_letters.recipient) = lower(trame_alerts.email)
          and (state = 'returned' or state = 'refused' and fault = 'recipient'))`,
  );

/** Erases those that are over, and those that nobody confirmed. @returns how many */
export const eraseAlerts = (connection: Connection, now: Date): Promise<number> =>
  changed(connection, 'delete from trame_alerts where ends_at <= ?::timestamptz', [now]);

/** What alerts an address has, for who asks what is held about it. */
export const alertsOf = async (strapi: Core.Strapi, email: string): Promise<Alert[]> =>
  readable(
    await rowsOf(strapi.db.connection, Row, `${SELECT} where lower(email) = lower(?) order by asked_at, id`, [
      email.trim(),
    ]),
  );

/** How many stand, and how many wait to be confirmed. */
export async function countAlerts(
  strapi: Core.Strapi,
): Promise<{ readonly standing: number; readonly waiting: number }> {
  const [counts] = await rowsOf(
    strapi.db.connection,
    z.object({ standing: z.int(), waiting: z.int() }),
    `select count(*) filter (where confirmed_at is not null)::int as standing,
            count(*) filter (where confirmed_at is null)::int as waiting from trame_alerts where ends_at > now()`,
  );
  return counts!; // an aggregate always gives one row
}
