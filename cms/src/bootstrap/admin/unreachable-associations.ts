import type { Core } from '@strapi/strapi';
import { visibleContacts, type Consent } from '../../domain/consent.ts';

/** As many as a link to the admin's list can carry in its address. */
const MOST_IDS = 50;

interface Row {
  documentId: string;
  contacts?: (Consent & { phone: string | null; email: string | null })[];
}

/**
 * The associations on the site that nobody can reach from it: no contact with a phone or an e-mail may be seen on the web.
 * @returns their number, and the first documentIds by name
 */
export async function findUnreachableAssociations(
  strapi: Core.Strapi,
): Promise<{ total: number; documentIds: string[] }> {
  const rows = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId'],
    where: { publishedAt: { $notNull: true } },
    populate: { contacts: true },
    orderBy: { name: 'asc' },
  })) as Row[];
  const unreachable = rows.filter(
    ({ contacts }) => !visibleContacts(contacts ?? [], 'web').some(({ phone, email }) => phone || email),
  );
  return { total: unreachable.length, documentIds: unreachable.slice(0, MOST_IDS).map(({ documentId }) => documentId) };
}
