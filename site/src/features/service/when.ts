import { clockOf, dayOf, formatDay } from '@trame/cms/domain/dates';
import { formatClock } from '@trame/cms/domain/slots';

/** "5 septembre 2026 à 18 h 30" */
export const whenInWords = (instant: string): string =>
  `${formatDay(dayOf(instant))} à\u00a0${formatClock(clockOf(instant))}`;
