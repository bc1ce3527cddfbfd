import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** After « Tâches » (7). */
const POSITION = 8;

/** « Connexion » in the menu, for everybody: its page under `/trame/sign-in`. */
export function registerSecondFactor(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/sign-in',
    icon: Shield,
    intlLabel: { id: 'trame.second-factor.title', defaultMessage: 'Connexion' },
    permissions: [],
    position: POSITION,
    Component: () => import('./second-factor-page.tsx').then(({ SecondFactorPage }) => ({ default: SecondFactorPage })),
  });
}
