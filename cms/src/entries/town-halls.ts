import type { Core } from '@strapi/strapi';
import type { TownHall } from '../domain/envelope/care-of.ts';
import { findMany } from '../platform/database/records.ts';

/** Where mail for an association of a commune can go, by the documentId of the commune; one without a post code has none. */
export async function readTownHalls(strapi: Core.Strapi): Promise<Map<string, TownHall>> {
  const communes = await findMany<{ documentId: string; name: string; postalCodes: string | null }>(
    strapi,
    'api::commune.commune',
    { select: ['documentId', 'name', 'postalCodes'] },
  );
  return new Map(
    communes.flatMap(({ documentId, name, postalCodes }) => {
      const postalCode = /\d{5}/.exec(postalCodes ?? '')?.[0];
      return postalCode ? [[documentId, { commune: name, postalCode }] as const] : [];
    }),
  );
}
