import { Trash } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** After « Tâches » (7). */
const POSITION = 7;

/** « Corbeille » in the menu, and its page under `/trame/bin`. The server gives each editor what their role may read. */
export function registerBin(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/bin',
    icon: Trash,
    intlLabel: { id: 'trame.bin.title', defaultMessage: 'Corbeille' },
    permissions: [],
    position: POSITION,
    Component: () => import('./bin-page.tsx').then(({ BinPage }) => ({ default: BinPage })),
  });
}
