import { Files } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { duplicatePaths } from '../kit/paths.ts';

/** After « Importer » (5.5), which may bring some in. */
const POSITION = 5.6;

/** « Doublons » in the menu, and its pages. */
export function registerDuplicates(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: duplicatePaths.list.slice(1),
    icon: Files,
    intlLabel: { id: 'trame.duplicates.title', defaultMessage: 'Doublons' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./duplicates-router.tsx').then(({ DuplicatesRouter }) => ({ default: DuplicatesRouter })),
  });
}
