import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * `trame_alerts`: searches of which somebody wants the news by letter. `confirmed_at` is null until the link of the first letter was
 * used; the row goes at `ends_at`, when its reader stops it, or when its letters come back. `mailbox` is the address without what
 * people add to it, to count by.
 */
const STATEMENTS = [
  `create table if not exists trame_alerts (
    id uuid primary key,
    email text not null,
    mailbox text not null,
    token_hash text not null unique,
    document jsonb not null,
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    ends_at timestamptz not null,
    looked_at timestamptz,
    told_at timestamptz,
    constraint trame_alerts_address_check check (length(email) between 3 and 254 and mailbox = lower(mailbox)),
    constraint trame_alerts_token_check check (token_hash ~ '^[0-9a-f]{64}$'),
    constraint trame_alerts_order_check check (
      ends_at > asked_at and (confirmed_at is null or confirmed_at >= asked_at)
      and (confirmed_at is not null or (told_at is null and looked_at is null))
    )
  )`,
  `create index if not exists trame_alerts_mailbox on trame_alerts (mailbox)`,
  `create index if not exists trame_alerts_email on trame_alerts (lower(email))`,
];

export async function up(connection: Connection): Promise<void> {
  for (const statement of STATEMENTS) await connection.raw(statement);
}
