/** Days and hours as the lists of the admin say them: all of one length, in columns. Pure. */
import { clockOf, dayOf, formatDigits } from '../../domain/dates.ts';
import { datesInList, StoredTiming } from '../../domain/event-timings.ts';
import { plural } from '../../domain/french.ts';
import { formatClock } from '../../domain/slots.ts';
import { eventStates, type EventState } from '../../domain/vocabulary/event-states.ts';
import { timingStates } from '../../domain/vocabulary/timing-states.ts';

/** Strapi's types of attributes that are days or hours. */
export const DATED = ['date', 'datetime', 'time'] as const;

/** "12/12/2026", "12/12/2026 à 20 h 30", "20 h 30"; "–" for nothing. */
export function dateInList(type: (typeof DATED)[number], value: unknown): string {
  if (typeof value !== 'string' || value === '') return '–';
  if (type === 'time') return formatClock(value.slice(0, 5));
  if (type === 'date') return formatDigits(value.slice(0, 10));
  return `${formatDigits(dayOf(value))} à ${formatClock(clockOf(value))}`;
}

/** An event of Strapi's list; unchecked. */
export interface ListedEvent {
  readonly state?: unknown;
  readonly timings?: unknown;
  readonly period?: unknown;
}

/** "12/12/2026 à 20 h 30 et 2 autres", "Annulé · 12/12/2026", "Passé · 12/12/2025". */
export function nextDateInList({ state, timings, period }: ListedEvent, today: string): string {
  const read = StoredTiming.array().safeParse(timings);
  const dates = read.success ? datesInList(read.data, today) : null;
  const whole = (eventStates.values as readonly unknown[]).includes(state) ? (state as EventState) : 'prévu';
  const marks = [
    whole === 'prévu' ? null : eventStates.label(whole),
    whole === 'prévu' && dates && dates.state !== 'prévu' ? timingStates.label(dates.state) : null,
    dates?.isOver ? 'Passé' : null,
  ].filter((mark) => mark !== null);
  const when = dates
    ? [formatDigits(dates.day), ...(dates.hour === null ? [] : [formatClock(dates.hour)])].join(' à ') +
      (dates.others === 0 ? '' : ` et ${plural(dates.others, 'autre')}`)
    : typeof period === 'string' && period !== ''
      ? period
      : 'Date à définir';
  return [...marks, when].join(' · ');
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?$/;

/**
 * A whole text that is a day or an instant as programs write it, as it is read: Strapi names a row of a list by its first field,
 * and an instant reads « 2026-12-11T23:00:00.000Z » there. Null for any other text.
 */
export function isoInWords(text: string): string | null {
  const found = ISO.exec(text.trim());
  if (!found) return null;
  const [whole, day = ''] = found;
  if (whole === day) return formatDigits(day);
  const clock = clockOf(whole);
  // Midnight means that no hour is known, and what really begins then is told apart by who opens it.
  return clock === '00:00' ? formatDigits(dayOf(whole)) : dateInList('datetime', whole);
}
