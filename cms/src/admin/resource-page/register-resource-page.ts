import type { StrapiApp } from '@strapi/strapi/admin';

/** The page of a resource, under `/trame/resources`. No link in the menu leads there: the list does. */
export function registerResourcePage({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute({
    path: 'trame/resources/*',
    lazy: async () => ({ Component: (await import('./resource-router.tsx')).ResourceRouter }),
  });
}
