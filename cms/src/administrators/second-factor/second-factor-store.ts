import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';
import { encryption } from '../../platform/strapi/admin-services.ts';
import { hashOfRecoveryCode } from './recovery-codes.ts';

const Row = z.object({
  secret: z.string(),
  active_since: z.date().nullable(),
  recovery_codes: z.int(),
});

export interface SecondFactor {
  /** In base 32; null when ENCRYPTION_KEY is another one by now. */
  readonly secret: string | null;
  /** Null while it is only being set up: nothing asks for it yet. */
  readonly activeSince: Date | null;
  readonly recoveryCodes: number;
}

/** What an administrator has; null when there is nothing. */
export async function findSecondFactor(strapi: Core.Strapi, administrator: number): Promise<SecondFactor | null> {
  const [row] = await rowsOf(
    strapi.db.connection,
    Row,
    `select secret, active_since,
            (select count(*)::int from trame_recovery_codes codes where codes.administrator = factors.administrator) as recovery_codes
       from trame_second_factors factors where administrator = ?`,
    [administrator],
  );
  return row
    ? {
        secret: encryption(strapi).decrypt(row.secret),
        activeSince: row.active_since,
        recoveryCodes: row.recovery_codes,
      }
    : null;
}

/** Begins anew with this secret. @returns false when a second factor is in force, which is left as it is */
export async function beginSecondFactor(
  strapi: Core.Strapi,
  trx: Connection,
  administrator: number,
  secret: string,
): Promise<boolean> {
  const encrypted = encryption(strapi).encrypt(secret);
  if (encrypted === null) throw new Error('ENCRYPTION_KEY is missing');
  const rows = await changed(
    trx,
    `insert into trame_second_factors (administrator, secret) values (?, ?)
       on conflict (administrator) do update set secret = excluded.secret, last_step = 0, created_at = now()
       where trame_second_factors.active_since is null`,
    [administrator, encrypted],
  );
  return rows === 1;
}

/** Uses the code of a time step up. @returns false when it, or a later one, was used before */
export const useStep = async (trx: Connection, administrator: number, step: number): Promise<boolean> =>
  (await changed(trx, 'update trame_second_factors set last_step = ? where administrator = ? and last_step < ?', [
    step,
    administrator,
    step,
  ])) === 1;

/** Uses a recovery code up. @returns false when it is none of the administrator's, or was used before */
export const useRecoveryCode = async (trx: Connection, administrator: number, code: string): Promise<boolean> =>
  (await changed(trx, 'delete from trame_recovery_codes where administrator = ? and code_hash = ?', [
    administrator,
    hashOfRecoveryCode(code),
  ])) === 1;

/** From now on the code is asked for. */
export const activate = (trx: Connection, administrator: number): PromiseLike<unknown> =>
  trx.raw('update trame_second_factors set active_since = now() where administrator = ? and active_since is null', [
    administrator,
  ]);

/** These codes replace all that there were. */
export async function replaceRecoveryCodes(
  trx: Connection,
  administrator: number,
  codes: readonly string[],
): Promise<void> {
  await trx.raw('delete from trame_recovery_codes where administrator = ?', [administrator]);
  await trx.raw('insert into trame_recovery_codes (administrator, code_hash) select ?, unnest(?::text[])', [
    administrator,
    codes.map(hashOfRecoveryCode),
  ]);
}

/** Ends it, recovery codes included. @returns whether one was in force */
export const endSecondFactor = async (trx: Connection, administrator: number): Promise<boolean> => {
  const rows = await rowsOf(
    trx,
    z.object({ active: z.boolean() }),
    'delete from trame_second_factors where administrator = ? returning active_since is not null as active',
    [administrator],
  );
  return rows[0]?.active ?? false;
};

/** Who has a second factor in force, by the administrator's id. */
export const protectedAdministrators = async (connection: Connection): Promise<ReadonlyMap<number, Date>> =>
  new Map(
    (
      await rowsOf(
        connection,
        z.object({ administrator: z.int(), since: z.date() }),
        'select administrator, active_since as since from trame_second_factors where active_since is not null',
      )
    ).map(({ administrator, since }) => [administrator, since]),
  );

/** A set-up that was not brought to its end within a day, and what accounts had that are gone. @returns how many */
export const eraseLeftSecondFactors = (connection: Connection, now: Date): Promise<number> =>
  changed(
    connection,
    `delete from trame_second_factors
      where (active_since is null and created_at < ?::timestamptz - interval '1 day')
         or administrator not in (select id from admin_users)`,
    [now],
  );
