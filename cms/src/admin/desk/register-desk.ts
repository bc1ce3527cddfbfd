import type { StrapiApp } from '@strapi/strapi/admin';
import { ASSOCIATION_UID } from './desk-api.ts';
import { DeskIcon } from './desk-icon.tsx';

/** Whoever may publish associations decides about what they answer; without it, neither the links nor the pages are shown. */
export const MAY_DECIDE = [{ action: 'plugin::content-manager.explorer.publish', subject: ASSOCIATION_UID }];

/** After the content manager (1), before the media library (4). */
const POSITION = 2;

/** « Réponses » in the menu, with how many wait, and its pages under `/trame/desk`. */
export function registerDesk(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/desk',
    icon: DeskIcon,
    intlLabel: { id: 'trame.desk.title', defaultMessage: 'Réponses' },
    permissions: MAY_DECIDE as Parameters<StrapiApp['addMenuLink']>[0]['permissions'],
    position: POSITION,
    Component: () => import('./desk-router.tsx').then(({ DeskRouter }) => ({ default: DeskRouter })),
  });
}
