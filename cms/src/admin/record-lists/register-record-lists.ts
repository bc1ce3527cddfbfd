import { BulletList } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { listPaths } from '../kit/paths.ts';

/** After the content manager (1), before « Réponses » (2). */
const POSITION = 1.5;

/** « Listes » in the menu, and its page. */
export function registerRecordLists(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: listPaths.page.slice(1),
    icon: BulletList,
    intlLabel: { id: 'trame.lists.title', defaultMessage: 'Listes' },
    permissions: [],
    position: POSITION,
    Component: () => import('./record-lists-page.tsx').then(({ RecordListsPage }) => ({ default: RecordListsPage })),
  });
}
