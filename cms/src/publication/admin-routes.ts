import type { Core } from '@strapi/strapi';
import { readPublicationState, requestRebuild } from './deployer.ts';
import type { PublicationReport } from './publication-report.ts';

type Context = Parameters<Core.ControllerHandler>[0];

/** Any signed-in administrator or editor, nobody else. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

/**
 * The two routes of the admin's home page:
 * `GET /trame/publication` (a PublicationReport) and `POST /trame/publication/rebuild` (a RebuildAnswer; 202, or 503 when
 * the deployer did not take it). Registered from code: Strapi makes every route under src/api a public one.
 */
export function registerPublicationRoutes(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET',
        path: '/trame/publication',
        info: { type: 'admin' },
        config,
        async handler(ctx: Context) {
          ctx.set('Cache-Control', 'no-store');
          ctx.body = {
            ...(await readPublicationState()),
            leftOut: strapi.service('api::export.export').leftOut(),
          } satisfies PublicationReport;
        },
      },
      {
        method: 'POST',
        path: '/trame/publication/rebuild',
        info: { type: 'admin' },
        config,
        async handler(ctx: Context) {
          const answer = await requestRebuild();
          ctx.status = answer.accepted ? 202 : 503;
          ctx.body = answer;
        },
      },
    ],
  });
}
