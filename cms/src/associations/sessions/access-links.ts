/**
 * Links that let somebody in, once: asked for on the sign-in page, or sent by another manager. Only the hash of a token is kept;
 * the letter that carries it is erased by the outbox.
 */
import type { Core } from '@strapi/strapi';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { hashLinkToken, makeLinkToken, type LinkPurpose } from '../../platform/links/link-token.ts';
import { hashOfCode } from '../../platform/links/typed-code.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';
import { z } from 'zod';

/** The database holds them to a CHECK: a new one needs a migration (cms/database/README.md). */
export const ACCESS_PURPOSES = ['connexion', 'invitation'] as const satisfies readonly LinkPurpose[];
type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

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
  await inTransaction(strapi, (trx) =>
    trx.raw(
      `insert into trame_access_links (token_hash, purpose, email, membership, created_at, expires_at) values (?, ?, ?, ?, ?, ?)`,
      [hashLinkToken(token), purpose, email, membership, now, new Date(now.getTime() + LIFESPAN_MS[purpose])],
    ),
  );
  return { token, name: newDocumentId() };
}

export type SpentLink =
  { readonly outcome: 'opened'; readonly email: string } | { readonly outcome: 'unknown' | 'used' | 'expired' };

/** Spends a link: of two who come at the same moment, one gets in. */
export const spendAccessLink = (strapi: Core.Strapi, token: string, now: Date = new Date()): Promise<SpentLink> =>
  spend(strapi, hashLinkToken(token), now);

/** Spends a link by the code of its letter. @throws {Refused} when no link has it, or it was tried too often */
export async function spendAccessCode(strapi: Core.Strapi, code: string, now: Date = new Date()): Promise<SpentLink> {
  return spend(strapi, await hashOfCode(strapi, 'connexion', code), now);
}

async function spend(strapi: Core.Strapi, hash: string, now: Date): Promise<SpentLink> {
  return inTransaction(strapi, async (trx): Promise<SpentLink> => {
    const [spent] = await rowsOf(
      trx,
      z.object({ email: z.string() }),
      `update trame_access_links set used_at = ? where token_hash = ? and used_at is null and expires_at > ? returning email`,
      [now, hash, now],
    );
    if (spent) return { outcome: 'opened', email: spent.email };
    const [found] = await rowsOf(
      trx,
      z.object({ used_at: z.date().nullable() }),
      'select used_at from trame_access_links where token_hash = ?',
      [hash],
    );
    if (!found) return { outcome: 'unknown' };
    return { outcome: found.used_at === null ? 'expired' : 'used' };
  });
}

/** Closes the invitations that are out for a membership. */
export async function closeInvitations(strapi: Core.Strapi, membership: string): Promise<void> {
  await inTransaction(strapi, (trx) => trx.raw('delete from trame_access_links where membership = ?', [membership]));
}

/** When the last invitation of a membership was made; null when none is kept. */
export async function lastInvitation(strapi: Core.Strapi, membership: string): Promise<Date | null> {
  const [last] = await inTransaction(strapi, (trx) =>
    rowsOf(
      trx,
      z.object({ at: z.date().nullable() }),
      'select max(created_at) as at from trame_access_links where membership = ?',
      [membership],
    ),
  );
  return last?.at ?? null;
}

/** Erases links that ended a day ago, used or not. @returns how many */
export async function purgeAccessLinks(strapi: Core.Strapi, now: Date): Promise<number> {
  return changed(strapi.db.connection, 'delete from trame_access_links where expires_at < ?', [
    new Date(now.getTime() - KEEP_ENDED_MS),
  ]);
}
