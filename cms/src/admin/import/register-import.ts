import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** After « Éditions papier » (5). */
const POSITION = 5.5;

/** « Importer » in the menu, and its pages under `/trame/imports`. */
export function registerImport(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/imports',
    icon: Upload,
    intlLabel: { id: 'trame.imports.title', defaultMessage: 'Importer' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./import-router.tsx').then(({ ImportRouter }) => ({ default: ImportRouter })),
  });
}
