import type { StrapiApp } from '@strapi/strapi/admin';
import { restorePath } from '../kit/paths.ts';

/** « Remise en place »: no link in the menu, since it is needed once; the home page leads to it while something waits. */
export function registerRestore(app: Pick<StrapiApp, 'router'>): void {
  app.router.addRoute({
    path: restorePath.slice(1),
    lazy: () => import('./restore-page.tsx').then(({ RestorePage }) => ({ Component: RestorePage })),
  });
}
