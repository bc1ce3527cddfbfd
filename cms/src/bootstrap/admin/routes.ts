import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../../environment.ts';
import { isAllowed } from './is-allowed.ts';
import { findPublicPath } from './public-page.ts';
import { findUnreachableAssociations } from './unreachable-associations.ts';

/** The part of Koa's context that these handlers use; `userAbility` is what the administrator's roles allow. */
interface AdminContext {
  query: Record<string, unknown>;
  body: unknown;
  state: { userAbility: unknown };
  forbidden(message?: string): unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The address of the public site, when the CMS was told one. */
const siteUrl = (): string | null => readEnvironment().SITE_URL ?? null;

/** The questions that our screens of the admin ask. All need an administrator's session, and the right to read the type in question. */
export function addAdminRoutes(strapi: Core.Strapi): void {
  const get = (path: string, handler: (context: AdminContext) => unknown) => ({
    method: 'GET' as const,
    path,
    handler,
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  });
  const mayRead = (context: AdminContext, uid: string): boolean =>
    isAllowed(strapi, context.state.userAbility, 'read', uid);

  strapi.server.routes({
    type: 'admin',
    routes: [
      get('/trame/site', (context) => {
        context.body = { url: siteUrl() };
      }),
      get('/trame/public-page', async (context) => {
        const uid = text(context.query.uid);
        if (!mayRead(context, uid)) return context.forbidden();
        const path = await findPublicPath(strapi, uid, text(context.query.documentId));
        const site = siteUrl();
        context.body = { url: site !== null && path !== null ? `${site}${path}` : null };
      }),
      get('/trame/associations-without-public-contact', async (context) => {
        if (!mayRead(context, 'api::association.association')) return context.forbidden();
        context.body = await findUnreachableAssociations(strapi);
      }),
    ],
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
}
