/** Dates as French readers expect them. Instants are ISO 8601 in UTC; days are `YYYY-MM-DD`; the clock is that of Europe/Paris. */
export const TIME_ZONE = 'Europe/Paris';

const parts = new Intl.DateTimeFormat('fr-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: string | Date): string {
  const values = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${values['year']}-${values['month']}-${values['day']}`;
}

/** The clock time of an instant, `HH:MM`. */
export function clockOf(instant: string | Date): string {
  return clock.format(new Date(instant));
}

// A calendar day has no zone: it is formatted in UTC, where it was read.
const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options });
const longDay = utc({ day: 'numeric', month: 'long', year: 'numeric' });
const weekday = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const month = utc({ month: 'long', year: 'numeric' });

const first = (text: string): string => text.replace(/^1(?=\s)/, '1er').replace(/(\s)1(?=\s\p{L})/u, '$11er');

/** "5 septembre 2026", "1er mars 2026" */
export function formatDay(day: string): string {
  return first(longDay.format(new Date(`${day}T00:00:00Z`)));
}

/** "samedi 5 septembre 2026" */
export function formatWeekday(day: string): string {
  return first(weekday.format(new Date(`${day}T00:00:00Z`)));
}

/** "septembre 2026" */
export function formatMonth(day: string): string {
  return month.format(new Date(`${day}T00:00:00Z`));
}
