import { Search } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { unansweredPath } from '../kit/paths.ts';

/** After « Doublons » (5.6). */
const POSITION = 5.7;

/** « Ce que les gens cherchent » in the menu, and its page. */
export function registerUnanswered(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: unansweredPath.slice(1),
    icon: Search,
    intlLabel: { id: 'trame.unanswered.title', defaultMessage: 'Ce que les gens cherchent' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./unanswered-page.tsx').then(({ UnansweredPage }) => ({ default: UnansweredPage })),
  });
}
