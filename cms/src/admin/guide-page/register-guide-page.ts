import type { StrapiApp } from '@strapi/strapi/admin';

/** The page of a guide, under `/trame/guides`. No link in the menu leads there: the list does. */
export function registerGuidePage({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute({
    path: 'trame/guides/*',
    lazy: async () => ({ Component: (await import('./guide-router.tsx')).GuideRouter }),
  });
}
