import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { JobsReport } from '../domain/contract/desk/jobs.ts';
import { adminRoute, bodyOf, editorOf, idOf, mayDecide, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { readJobs, runJobNow } from './jobs-service.ts';

/** `GET /trame/jobs` and `POST /trame/jobs/:id/run {}` (both: JobsReport), for editors who may publish associations. */
export function registerJobRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/jobs'], (): Promise<JobsReport> => readJobs(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/jobs/:id/run'], async (context): Promise<JobsReport> => {
      bodyOf(context, z.strictObject({}));
      await runJobNow(strapi, idOf(context), editorOf(context).name);
      return readJobs(strapi);
    }),
  ]);
}
