import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * The second factor of an administrator. `secret` is encrypted with ENCRYPTION_KEY; `active_since` is null until a first code
 * proved that the telephone has it; a code of `last_step` or before has been used. Strapi's table of administrators is not there
 * yet on a new database, so nothing refers to it: rows of accounts that are gone are erased with other old data.
 */
const STATEMENTS = [
  `create table if not exists trame_second_factors (
    administrator integer primary key,
    secret text not null,
    active_since timestamptz,
    last_step bigint not null default 0,
    created_at timestamptz not null default now()
  )`,
  `create table if not exists trame_recovery_codes (
    administrator integer not null references trame_second_factors on delete cascade,
    code_hash text not null,
    primary key (administrator, code_hash)
  )`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
