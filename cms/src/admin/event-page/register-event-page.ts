import type { StrapiApp } from '@strapi/strapi/admin';

/** The page of an event, under `/trame/events`. No link in the menu leads there: the list does. */
export function registerEventPage({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute({
    path: 'trame/events/*',
    lazy: async () => ({ Component: (await import('./event-router.tsx')).EventRouter }),
  });
}
