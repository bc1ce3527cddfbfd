import { clockOf, dayOf, formatDay } from './dates.ts';
import { formatClock } from './slots.ts';

/** An instant as a sentence says it, in the time of the territory: "12 décembre 2027 à 18 h 30". */
export const formatMoment = (instant: string | Date): string =>
  `${formatDay(dayOf(instant))} à ${formatClock(clockOf(instant))}`;
