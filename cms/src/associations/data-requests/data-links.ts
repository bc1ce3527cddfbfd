/** Links by which a person reads what is held about an address: in a table of their own, a day long. */
import type { Core } from '@strapi/strapi';
import { hashLinkToken, makeLinkToken } from '../../platform/links/link-token.ts';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

/** How long a link opens; it may be opened more than once, because a page that is lost would need another letter. */
export const LINK_HOURS = 24;

/** Makes a link for an address; those that are over are forgotten. @returns its token */
export async function makeDataLink(strapi: Core.Strapi, email: string): Promise<string> {
  const token = makeLinkToken('donnees', newDocumentId(), 1);
  await inTransaction(strapi, async (trx) => {
    await trx.raw('delete from trame_data_links where expires_at < now()');
    await trx.raw(
      `insert into trame_data_links (token_hash, email, expires_at) values (?, ?, now() + make_interval(hours => ?))`,
      [hashLinkToken(token), email, LINK_HOURS],
    );
  });
  return token;
}

/** The address that a token was sent to, by the token's hash; null when it is none, or is over. */
export async function addressOfHash(strapi: Core.Strapi, tokenHash: string): Promise<string | null> {
  const { rows } = await strapi.db.connection.raw<{ rows: { email: string }[] }>(
    'select email from trame_data_links where token_hash = ? and expires_at > now()',
    [tokenHash],
  );
  return rows[0]?.email ?? null;
}
