import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { adminRoute, bodyOf, editorOf, registerAdminRoutes } from '../submissions/admin-context.ts';
import { readTruthReport, takeAllOffline } from './keep-true.ts';

/** `GET /trame/truth` (TruthReport) and `POST /trame/truth/take-offline {}` (TakenOffline), for who may publish associations. */
export function registerTruthRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'GET', '/trame/truth', () => readTruthReport(strapi)),
    adminRoute(strapi, 'POST', '/trame/truth/take-offline', (context) => {
      bodyOf(context, z.strictObject({}));
      return takeAllOffline(strapi, editorOf(context));
    }),
  ]);
}
