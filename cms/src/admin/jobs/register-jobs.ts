import { Clock } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** After « Journal » (6). */
const POSITION = 7;

/** « Tâches » in the menu, and its page under `/trame/jobs`. */
export function registerJobs(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/jobs',
    icon: Clock,
    intlLabel: { id: 'trame.jobs.title', defaultMessage: 'Tâches' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./jobs-page.tsx').then(({ JobsPage }) => ({ default: JobsPage })),
  });
}
