import type { PublicRoute } from '../platform/http/public-routes.ts';
import { unansweredRoutes } from '../unanswered/routes.ts';
import { accountRoutes } from './account/routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { dataRequestRoutes } from './data-requests/routes.ts';
import { declarationRoutes } from './declarations/routes.ts';
import { errorReportRoutes } from './error-reports/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { myEntryRoutes } from './my-entry/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { unsubscribingRoutes } from './unsubscribing/routes.ts';
import { withdrawalRoutes } from './withdrawals/routes.ts';

/** Every address of the CMS that anybody may call. The guard lets nothing else pass below these addresses. */
export const publicRoutes: readonly PublicRoute[] = [
  ...myEntryRoutes,
  ...declarationRoutes,
  ...withdrawalRoutes,
  ...unsubscribingRoutes,
  ...dataRequestRoutes,
  ...errorReportRoutes,
  ...messageRoutes,
  ...alertRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...unansweredRoutes,
];
