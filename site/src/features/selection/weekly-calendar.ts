/** Slots of a week as iCalendar (RFC 5545), repeated until the season ends. */
import { TZDate } from '@date-fns/tz';
import { addDays, TIME_ZONE, weekdayRank } from '@trame/cms/domain/dates';
import { parisInstant } from '@trame/cms/domain/paris-instant';
import { days } from '@trame/cms/domain/vocabulary/days';
import { ICalCalendar, ICalEventRepeatingFreq } from 'ical-generator';
import { PARIS_RULES } from '../../view/agenda/paris-rules.ts';
import type { WeekSlot } from './week.ts';

/** Associations begin in September; what is kept in July is for the season that follows. */
const LAST_DAY_OF_SEASON = '06-30';
const MINUTES = 60_000;
const USUAL_MINUTES = 60;

/**
 * The text of an `.ics` file; slots without an hour are left out.
 * @param origin of the site, for links back @param today `YYYY-MM-DD`
 */
export function weeklyCalendar(slots: readonly WeekSlot[], origin: string, today: string): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Trame', product: 'Ma selection', language: 'FR' },
    timezone: { name: null, generator: () => PARIS_RULES },
  });
  const year = Number(today.slice(0, 4)) + (today.slice(5) > LAST_DAY_OF_SEASON ? 1 : 0);
  const until = inParis(`${year}-${LAST_DAY_OF_SEASON}`, '23:59');
  for (const { key, title, label, slot, place, commune, path } of slots) {
    if (slot.begin === null) continue;
    const day = addDays(today, (days.rank(slot.day) - weekdayRank(today) + 7) % 7);
    const start = inParis(day, slot.begin);
    const end =
      slot.end === null
        ? new TZDate(start.getTime() + USUAL_MINUTES * MINUTES, TIME_ZONE)
        : endOf(day, slot.begin, slot.end);
    calendar.createEvent({
      id: `${key}@trame-selection`,
      timezone: TIME_ZONE,
      start,
      end,
      stamp: new Date(`${today}T00:00:00Z`),
      summary: `${label} – ${title}`,
      description: slot.note,
      location: [place, commune].filter((part) => part !== null).join(', ') || null,
      url: `${origin}${path}`,
      repeating: { freq: ICalEventRepeatingFreq.WEEKLY, until },
    });
  }
  return `${calendar.toString()}\r\n`;
}

const endOf = (day: string, begin: string, end: string): TZDate => inParis(end <= begin ? addDays(day, 1) : day, end);

/** A clock of Paris, whatever the clock of the device says. */
const inParis = (day: string, clock: string): TZDate => new TZDate(parisInstant(day, clock), TIME_ZONE);
