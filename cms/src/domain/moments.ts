import { clockOf, dayOf, formatDay, formatWeekday, formatWeekdayAndMonth } from './dates.ts';
import { formatClock } from './slots.ts';

/** An instant as a sentence says it, in the time of the territory: "12 décembre 2027 à 18 h 30". */
export const formatMoment = (instant: string | Date): string =>
  `${formatDay(dayOf(instant))} à ${formatClock(clockOf(instant))}`;

/** "le lundi 7 décembre à 8 h", "aujourd’hui à 18 h"; with the year when it is not this one. */
export function momentInWords(instant: string, now: Date): string {
  const [day, today] = [dayOf(instant), dayOf(now)];
  const clock = formatClock(clockOf(instant));
  if (day === today) return `aujourd’hui à ${clock}`;
  const date = day.slice(0, 4) === today.slice(0, 4) ? formatWeekdayAndMonth(day) : formatWeekday(day);
  return `le ${date} à ${clock}`;
}
