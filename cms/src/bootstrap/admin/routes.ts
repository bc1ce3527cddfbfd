import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { PublicAddress } from '../../domain/contract/desk/public-page.ts';
import { readEnvironment } from '../../environment.ts';
import { adminRoute, isAllowed, queryOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { refusals } from '../../platform/http/refused.ts';
import { findPublicPath } from './public-page.ts';

const PageQuestion = z.object({ uid: z.string().max(100), documentId: z.string().max(64).default('') });

/** The address of the public site, when the CMS was told one. */
const siteUrl = (): string | null => readEnvironment().SITE_URL ?? null;

/**
 * The questions that our screens of the admin ask, for who may read the type in question:
 * `GET /trame/site` (PublicAddress) · `GET /trame/public-page?uid=&documentId=` (PublicAddress).
 */
export function addAdminRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/site'], (): PublicAddress => ({ url: siteUrl() })),
    adminRoute(strapi, 'signed-in', ['GET', '/trame/public-page'], async (context): Promise<PublicAddress> => {
      const { uid, documentId } = queryOf(context, PageQuestion);
      if (!isAllowed(strapi, context, { action: 'read', uid })) throw refusals.notAllowed();
      const path = await findPublicPath(strapi, uid, documentId);
      const site = siteUrl();
      return { url: site !== null && path !== null ? `${site}${path}` : null };
    }),
  ]);
}
