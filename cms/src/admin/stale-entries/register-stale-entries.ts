import type { StrapiApp } from '@strapi/strapi/admin';
import { staleEntriesPaths } from '../kit/paths.ts';

/**
 * « Fiches sans nouvelles »: no link in the menu, since the campaign’s page and the home page lead to it. Its address is below
 * the campaign’s, so that « Campagne » stays marked in the menu; React Router prefers it to `trame/board/*`.
 */
export function registerStaleEntries(app: Pick<StrapiApp, 'router'>): void {
  app.router.addRoute({
    path: staleEntriesPaths.page.slice(1),
    lazy: () => import('./stale-entries-page.tsx').then(({ StaleEntriesPage }) => ({ Component: StaleEntriesPage })),
  });
}
