import { UnansweredQuestions } from '../domain/contract/unanswered-questions.ts';
import { unansweredPath } from '../domain/unanswered-questions.ts';
import { PER_ADDRESS, shortQuestions } from '../platform/http/limits.ts';
import { accepting } from '../platform/http/public-route.ts';
import type { PublicRoute } from '../platform/http/public-routes.ts';
import { takeUnanswered } from './take-questions.ts';

/** For devices of residents, where the territory counts what nothing answered. */
export const unansweredRoutes: readonly PublicRoute[] = [
  {
    // UnansweredQuestions → 202
    method: 'POST',
    path: unansweredPath,
    limits: shortQuestions('sans-reponse', PER_ADDRESS.telling),
    handle: accepting(UnansweredQuestions, (strapi, told, { ip }) => takeUnanswered(strapi, told, ip)),
  },
];
