import type { StrapiApp } from '@strapi/strapi/admin';
import { DeskIcon } from './desk-icon.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** After the content manager (1), before the media library (4). */
const POSITION = 2;

/** « Réponses » in the menu, with how many wait, and its pages under `/trame/desk`. */
export function registerDesk(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/desk',
    icon: DeskIcon,
    intlLabel: { id: 'trame.desk.title', defaultMessage: 'Réponses' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./desk-router.tsx').then(({ DeskRouter }) => ({ default: DeskRouter })),
  });
}
