/** Shapes and small sentences that the words of several pages share. Pure. */
import { clockOf, dayOf, formatDay } from '../../domain/dates.ts';
import { formatClock } from '../../domain/slots.ts';

/** Decides colour and icon. The meaning is always said in words too. */
export type Tone = 'neutral' | 'success' | 'working' | 'warning' | 'danger';

/** What is going on: a headline, and the sentences under it. */
export interface Words {
  tone: Tone;
  headline: string;
  /** What else there is to know, and what to do about it. */
  details: string[];
}

/** A number of a page, under its name. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  /** "soit 62 %" */
  readonly note: string | null;
}

/** "le 21 novembre à 14 h 32"; "aujourd’hui à 14 h 32"; with the year when it is not this one. */
export function formatMoment(instant: string, now: Date): string {
  const day = dayOf(instant);
  const today = dayOf(now);
  const time = formatClock(clockOf(instant));
  if (day === today) return `aujourd’hui à ${time}`;
  const date = formatDay(day);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return `le ${sameYear ? date.replace(/\s\d{4}$/, '') : date} à ${time}`;
}

/** Sentences of a report begin small where they follow a name. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
