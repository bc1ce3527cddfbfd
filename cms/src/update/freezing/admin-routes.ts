import type { Core } from '@strapi/strapi';
import { OpenMattersQuestion } from '../../domain/contract/desk/open-matters.ts';
import { adminRoute, queryOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { readOpenMatters } from './open-matters.ts';

/** `GET /trame/editions/:id/open-matters[?since=]` (OpenMatters), for who may change editions. */
export function registerFreezingRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(
      strapi,
      { action: 'update', uid: 'api::edition.edition' },
      ['GET', '/trame/editions/:id/open-matters'],
      (context) => readOpenMatters(strapi, queryOf(context, OpenMattersQuestion).since ?? null),
    ),
  ]);
}
