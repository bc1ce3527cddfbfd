import type { Core } from '@strapi/strapi';
import { databaseAnswers } from '../platform/database/answers.ts';

/**
 * In the place of Strapi's own `/_health`, which says 204 while the database is down: a proxy would send editors to an instance that
 * can answer nothing, and nobody would be told.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    if (ctx.path !== '/_health') {
      await next();
      return;
    }
    ctx.set('Cache-Control', 'no-store');
    ctx.status = (await databaseAnswers(strapi.db.connection)) ? 204 : 503;
  };
