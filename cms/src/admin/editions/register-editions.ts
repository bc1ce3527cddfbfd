import { Book } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_READ_EDITIONS } from './may-read-editions.ts';

/** Between the media library (4) and Strapi's settings (9 and more). */
const POSITION = 5;

/** « Éditions papier » in the menu, and its pages under `/trame/editions`. */
export function registerEditions(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/editions',
    icon: Book,
    intlLabel: { id: 'trame.editions.title', defaultMessage: 'Éditions papier' },
    permissions: MAY_READ_EDITIONS,
    position: POSITION,
    Component: () => import('./editions-router.tsx').then(({ EditionsRouter }) => ({ default: EditionsRouter })),
  });
}
