import { ClockCounterClockwise } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** After « Éditions papier » (5). */
const POSITION = 6;

/** « Journal » in the menu, and its page under `/trame/journal`. */
export function registerJournal(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'trame/journal',
    icon: ClockCounterClockwise,
    intlLabel: { id: 'trame.journal.title', defaultMessage: 'Journal' },
    permissions: MAY_DECIDE,
    position: POSITION,
    Component: () => import('./journal-page.tsx').then(({ JournalPage }) => ({ default: JournalPage })),
  });
}
