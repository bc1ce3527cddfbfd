import type { Core } from '@strapi/strapi';
import { accountAddress, findMemberships, type Membership } from './membership-store.ts';

export interface KnownAssociation {
  readonly associationId: string;
  readonly associationName: string;
}

/** Associations on the site that have this address among their contacts, published or kept by the office only. */
async function associationsOfContact(strapi: Core.Strapi, email: string): Promise<KnownAssociation[]> {
  const rows = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId', 'name'],
    where: { publishedAt: { $notNull: true }, contacts: { email: { $eqi: email } } },
    orderBy: { id: 'asc' },
  })) as { documentId: string; name: string | null }[];
  const byId = new Map(rows.map(({ documentId, name }) => [documentId, name ?? '']));
  return [...byId].map(([associationId, associationName]) => ({ associationId, associationName }));
}

/** What an address opens: what it manages or is invited to, and what it could manage because the office has it as a contact. */
export interface KnownAddress {
  readonly memberships: readonly Membership[];
  readonly joinable: readonly KnownAssociation[];
}

/**
 * The rights of whoever reads the letters of an address. A contact that was taken out of an association does not come back by
 * being its contact: an invitation, or the office, does that.
 */
export async function knownAddress(strapi: Core.Strapi, email: string): Promise<KnownAddress> {
  const address = accountAddress(email);
  const [all, contacts] = [
    await findMemberships(strapi, { email: address }),
    await associationsOfContact(strapi, address),
  ];
  const seen = new Set(all.map(({ associationId }) => associationId));
  return {
    memberships: all.filter(({ state }) => state !== 'retirée'),
    joinable: contacts.filter(({ associationId }) => !seen.has(associationId)),
  };
}

export const isKnown = ({ memberships, joinable }: KnownAddress): boolean => memberships.length + joinable.length > 0;
