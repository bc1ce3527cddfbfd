import type { StrapiApp } from '@strapi/strapi/admin';

/** The page of an association, under `/trame/associations`. No link in the menu leads there: the list does. */
export function registerAssociationPage({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute({
    path: 'trame/associations/*',
    lazy: async () => ({ Component: (await import('./association-router.tsx')).AssociationRouter }),
  });
}
