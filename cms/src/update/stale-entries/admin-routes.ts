import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { mayDecide, adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../../platform/http/admin-route.ts';
import { readStaleEntries, takeAllOffline } from './follow-silence.ts';

/** `GET /trame/stale-entries` (StaleEntriesReport) and `POST /trame/stale-entries/take-offline {}` (TakenOffline), for who may publish associations. */
export function registerStaleEntriesRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/stale-entries'], () => readStaleEntries(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/stale-entries/take-offline'], (context) => {
      bodyOf(context, z.strictObject({}));
      return takeAllOffline(strapi, editorOf(context));
    }),
  ]);
}
