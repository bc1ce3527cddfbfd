/**
 * Links that let somebody in, once: asked for on the sign-in page, or sent by another manager. Only the hash of a token is kept;
 * the letter that carries it is erased by the outbox.
 */
import type { Core } from '@strapi/strapi';
import { newDocumentId } from '../program-records/program-record.ts';
import { hashLinkToken, makeLinkToken, type LinkPurpose } from '../link-tokens/link-token.ts';

type AccessPurpose = Extract<LinkPurpose, 'connexion' | 'invitation'>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long each kind opens. */
export const SIGN_IN_MINUTES = 15;
export const INVITATION_DAYS = 14;
const LIFESPAN_MS: Readonly<Record<AccessPurpose, number>> = {
  connexion: SIGN_IN_MINUTES * MINUTE_MS,
  invitation: INVITATION_DAYS * DAY_MS,
};

/** A link that ended is told from one that never was for so long, so that whoever opens it late reads why it fails. */
const KEEP_ENDED_MS = DAY_MS;

const CREATE_TABLE = `
  create table if not exists trame_access_links (
    token_hash text primary key,
    purpose text not null check (purpose in ('connexion', 'invitation')),
    email text not null,
    membership text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`;
const CREATE_INDEXES = [
  'create index if not exists trame_access_links_membership on trame_access_links (membership) where membership is not null',
  'create index if not exists trame_access_links_end on trame_access_links (expires_at)',
];

/** Makes the table of links. Safe to run at each start. */
export async function createAccessLinks(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', ['trame_access_links']);
    for (const statement of [CREATE_TABLE, ...CREATE_INDEXES]) await trx.raw(statement);
  });
}

export interface NewLink {
  readonly purpose: AccessPurpose;
  /** In lower case. */
  readonly email: string;
  /** documentId of the membership that an invitation is for. */
  readonly membership: string | null;
}

/**
 * Makes a link, inside the caller's transaction when there is one.
 * @returns what stands behind the `#` of its address, and a name for its letter that says nothing about it
 */
export async function makeAccessLink(
  strapi: Core.Strapi,
  { purpose, email, membership }: NewLink,
  now: Date = new Date(),
): Promise<{ readonly token: string; readonly name: string }> {
  const token = makeLinkToken(purpose, newDocumentId(), 1);
  await strapi.db.transaction(({ trx }) =>
    trx.raw(
      `insert into trame_access_links (token_hash, purpose, email, membership, created_at, expires_at) values (?, ?, ?, ?, ?, ?)`,
      [hashLinkToken(token), purpose, email, membership, now, new Date(now.getTime() + LIFESPAN_MS[purpose])] as never,
    ),
  );
  return { token, name: newDocumentId() };
}

export type SpentLink =
  { readonly outcome: 'opened'; readonly email: string } | { readonly outcome: 'unknown' | 'used' | 'expired' };

interface Row {
  readonly email: string;
  readonly used_at: Date | null;
}

/** Spends a link: of two who come at the same moment, one gets in. */
export async function spendAccessLink(strapi: Core.Strapi, token: string, now: Date = new Date()): Promise<SpentLink> {
  return strapi.db.transaction(async ({ trx }): Promise<SpentLink> => {
    const hash = hashLinkToken(token);
    const spent = (await trx.raw(
      `update trame_access_links set used_at = ? where token_hash = ? and used_at is null and expires_at > ? returning email`,
      [now, hash, now] as never,
    )) as unknown as { rows: Row[] };
    if (spent.rows[0]) return { outcome: 'opened', email: spent.rows[0].email };
    const found = (await trx.raw('select used_at from trame_access_links where token_hash = ?', [hash])) as unknown as {
      rows: Row[];
    };
    if (!found.rows[0]) return { outcome: 'unknown' };
    return { outcome: found.rows[0].used_at === null ? 'expired' : 'used' };
  });
}

/** Closes the invitations that are out for a membership. */
export async function closeInvitations(strapi: Core.Strapi, membership: string): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    trx.raw('delete from trame_access_links where membership = ?', [membership]),
  );
}

/** When the last invitation of a membership was made; null when none is kept. */
export async function lastInvitation(strapi: Core.Strapi, membership: string): Promise<Date | null> {
  const { rows } = (await strapi.db.transaction(({ trx }) =>
    trx.raw('select max(created_at) as at from trame_access_links where membership = ?', [membership]),
  )) as unknown as { rows: { at: Date | null }[] };
  return rows[0]?.at ?? null;
}

/** Erases links that ended a day ago, used or not. @returns how many */
export async function purgeAccessLinks(strapi: Core.Strapi, now: Date): Promise<number> {
  const { rowCount } = (await strapi.db.connection.raw('delete from trame_access_links where expires_at < ?', [
    new Date(now.getTime() - KEEP_ENDED_MS),
  ] as never)) as unknown as { rowCount: number };
  return rowCount;
}
