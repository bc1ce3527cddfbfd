import { PaperPlane } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** Right after « Réponses ». */
const POSITION = 3;

/** « Campagne » in the menu, and its pages under `/trame/board`. */
export function registerBoard(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/board',
    icon: PaperPlane,
    intlLabel: { id: 'trame.board.title', defaultMessage: 'Campagne' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./board-router.tsx').then(({ BoardRouter }) => ({ default: BoardRouter })),
  });
}
