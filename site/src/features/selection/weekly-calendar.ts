/** Slots of a week as iCalendar (RFC 5545), repeated until the season ends, as often as their notes say. */
import { TZDate } from '@date-fns/tz';
import { addDays, TIME_ZONE, weekdayRank } from '@trame/cms/domain/dates';
import { parisInstant } from '@trame/cms/domain/paris-instant';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { ICalCalendar, ICalEventRepeatingFreq, ICalWeekday } from 'ical-generator';
import { PARIS_RULES } from '../../view/agenda/paris-rules.ts';
import { rhythmOf, takesPlaceOn, weekOfYear, type Rhythm } from './rhythm.ts';
import type { WeekSlot } from './week.ts';

/** Associations begin in September; what is kept in July is for the season that follows. */
const LAST_DAY_OF_SEASON = '06-30';
const MINUTES = 60_000;
const USUAL_MINUTES = 60;

/**
 * The text of an `.ics` file; slots without an hour are left out.
 * @param origin of the site, for links back @param today `YYYY-MM-DD`
 * @param whoOf for whom a slot is; null when nobody said
 */
export function weeklyCalendar(
  slots: readonly WeekSlot[],
  origin: string,
  today: string,
  whoOf: (slot: WeekSlot) => string | null = () => null,
): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Trame', product: 'Ma selection', language: 'FR' },
    timezone: { name: null, generator: () => PARIS_RULES },
  });
  const year = Number(today.slice(0, 4)) + (today.slice(5) > LAST_DAY_OF_SEASON ? 1 : 0);
  const lastDay = `${year}-${LAST_DAY_OF_SEASON}`;
  for (const one of slots) {
    const { key, title, label, slot, place, commune, path } = one;
    const who = whoOf(one);
    const { begin } = slot;
    if (begin === null) continue;
    const next = addDays(today, (days.rank(slot.day) - weekdayRank(today) + 7) % 7);
    const rhythm = rhythmOf(slot.note);
    runsOf(next, rhythm, lastDay).forEach(({ first, last }, rank) => {
      const start = inParis(first, begin);
      calendar.createEvent({
        id: `${key}${rank === 0 ? '' : `.${rank + 1}`}@trame-selection`,
        timezone: TIME_ZONE,
        start,
        end:
          slot.end === null
            ? new TZDate(start.getTime() + USUAL_MINUTES * MINUTES, TIME_ZONE)
            : endOf(first, begin, slot.end),
        stamp: new Date(`${today}T00:00:00Z`),
        // On which days it is, is to be asked: the association's own words say so where they are seen.
        summary: `${who === null ? '' : `${who}\u00a0: `}${label} – ${title}${rhythm.kind === 'unsaid' ? ` (${slot.note})` : ''}`,
        description: slot.note,
        location: [place, commune].filter((part) => part !== null).join(', ') || null,
        url: `${origin}${path}`,
        ...repeated(rhythm, slot.day, inParis(last, '23:59')),
      });
    });
  }
  return `${calendar.toString()}\r\n`;
}

interface Run {
  readonly first: string;
  readonly last: string;
}

/** First day and end of each series. Weeks by their number begin anew with the year, of which some have 53. */
function runsOf(next: string, rhythm: Rhythm, lastDay: string): Run[] {
  const runs: Run[] = [];
  const ofWeeks = rhythm.kind === 'fortnightly';
  for (let day = next; day <= lastDay; day = addDays(day, 7)) {
    if (!takesPlaceOn(day, rhythm)) continue;
    const run = runs.at(-1);
    if (run === undefined || (ofWeeks && weekOfYear(run.first).year !== weekOfYear(day).year))
      runs.push({ first: day, last: ofWeeks ? day : lastDay });
    else if (ofWeeks) runs.splice(-1, 1, { ...run, last: day });
  }
  return runs;
}

/** @param until the last day on which it is */
function repeated(rhythm: Rhythm, day: Day, until: TZDate) {
  switch (rhythm.kind) {
    case 'weekly':
      return { repeating: { freq: ICalEventRepeatingFreq.WEEKLY, until } };
    case 'fortnightly':
      return { repeating: { freq: ICalEventRepeatingFreq.WEEKLY, interval: 2, until } };
    case 'monthly':
      return {
        repeating: {
          freq: ICalEventRepeatingFreq.MONTHLY,
          byDay: [WEEKDAYS[days.rank(day)]!],
          bySetPos: [...rhythm.ranks],
          until,
        },
      };
    case 'unsaid':
      return {};
  }
}

/** In the order of `days`. */
const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
] as const;

const endOf = (day: string, begin: string, end: string): TZDate => inParis(end <= begin ? addDays(day, 1) : day, end);

/** A clock of Paris, whatever the clock of the device says. */
const inParis = (day: string, clock: string): TZDate => new TZDate(parisInstant(day, clock), TIME_ZONE);
