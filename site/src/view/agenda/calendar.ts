/** The agenda as iCalendar (RFC 5545), for the calendar of a phone or of another site. */
import { TZDate } from '@date-fns/tz';
import type { Event, Timing } from '@trame/cms/domain/contract/site/event';
import { addDays, TIME_ZONE } from '@trame/cms/domain/dates';
import type { EventState } from '@trame/cms/domain/vocabulary/event-states';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { DatesNoted } from '../dates-noted.ts';
import { PARIS_RULES } from './paris-rules.ts';
import { isPostponed, stateOn } from './event-state.ts';
import { spansOf, type Span } from './span.ts';

/** What the calendar says of an event beyond its own fields: the words are ready to be read. */
export interface CalendarEntry {
  readonly event: Event;
  readonly dates: DatesNoted;
  /** Address of the event's page. */
  readonly url: string;
  /** Name and address of the place, on one line. */
  readonly location: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  /** Paragraphs, plain text. */
  readonly description: string;
  readonly categories: readonly string[];
  /** "ANNULÉ": most calendars do not show a status, so the title carries it; null for what is as planned. */
  readonly markOf: (span: Span, timing: Timing) => string | null;
}

export interface CalendarOptions {
  readonly name: string;
  readonly description: string | null;
}

/** How often a subscribed calendar should come back, in seconds. */
const REFRESH = 6 * 60 * 60;

const STATUS: Readonly<Record<EventState, ICalEventStatus>> = {
  prévu: ICalEventStatus.CONFIRMED,
  complet: ICalEventStatus.CONFIRMED,
  déplacé: ICalEventStatus.CONFIRMED,
  reporté: ICalEventStatus.CONFIRMED, // the date is the new one
  annulé: ICalEventStatus.CANCELLED,
};

/** The text of an `.ics` file. Events without a date are left out: iCalendar cannot say "to be confirmed". */
export function buildCalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Trame', product: 'Agenda', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    // ical-generator writes these two as they are.
    name: escapeText(oneLine(options.name)),
    description: options.description === null ? null : escapeText(oneLine(options.description)),
    ttl: REFRESH,
    // No zone on the calendar itself: ical-generator would write DTSTAMP in it, and RFC 5545 wants that one in UTC.
    timezone: { name: null, generator: () => PARIS_RULES },
  });
  for (const entry of entries) {
    for (const date of identified(entry.event)) addEntry(calendar, entry, date);
  }
  return `${calendar.toString()}\r\n`;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, { uid, timing, span }: CalendarDate): void {
  const { event, position, dates } = entry;
  const state = stateOn(event, timing.state);
  const said = entry.markOf(span, timing);
  const mark = said === null ? '' : `${said} – `;
  const item = calendar.createEvent({
    id: uid,
    timezone: TIME_ZONE,
    ...datesOf(span),
    // Of the last change, so that a calendar in which nothing changed is the same file.
    stamp: new Date(dates.noted),
    created: dates.since === null ? null : new Date(dates.since),
    lastModified: dates.changed === null ? null : new Date(dates.changed),
    sequence: sequenceAt(dates.noted),
    summary: oneLine(`${mark}${event.title}`),
    description: withoutControls(entry.description),
    url: entry.url,
    // Put off to nobody knows when: a calendar that keeps the day free would be wrong.
    status: isPostponed(timing) && state === 'reporté' ? ICalEventStatus.CANCELLED : STATUS[state],
    categories: entry.categories.map((name) => ({ name })),
  });
  if (entry.location !== null) {
    const geo = position === null ? {} : { geo: { lat: position.latitude, lon: position.longitude } };
    item.location({ title: oneLine(entry.location), ...geo });
  }
}

/** A whole day has no clock, and its end is the day after (RFC 5545, 3.6.1). */
function datesOf(span: Span): { start: Date; end: Date | null; allDay: boolean } {
  if (span.allDay) {
    const midnight = (day: string) => new TZDate(`${day}T00:00:00`, TIME_ZONE);
    return { start: midnight(span.firstDay), end: midnight(addDays(span.lastDay, 1)), allDay: true };
  }
  const paris = (instant: string) => new TZDate(instant, TIME_ZONE);
  return { start: paris(span.begin), end: span.end === null ? null : paris(span.end), allDay: false };
}

interface CalendarDate {
  readonly uid: string;
  readonly timing: Timing;
  /** When it takes place: the new date of one that was moved. */
  readonly span: Span;
}

/**
 * Each date of an event with its identifier, which must survive every change or calendars would keep both versions.
 * An event with one date keeps its own, even when the date moves; one of several is known by the day that it was announced
 * for, so that adding, moving or dropping a date leaves the others alone. The site's address is not in it: moving to another
 * domain duplicates nothing.
 */
function identified(event: Event): CalendarDate[] {
  const used = new Map<string, number>();
  return event.timings.flatMap((timing) => {
    const [announced, moved] = spansOf(timing);
    if (!announced) return [];
    const span = moved ?? announced;
    if (event.timings.length === 1) return [{ uid: `${event.id}@trame`, timing, span }];
    const times = (used.get(announced.firstDay) ?? 0) + 1;
    used.set(announced.firstDay, times);
    const day = announced.firstDay.replaceAll('-', '');
    return [{ uid: `${event.id}-${times === 1 ? day : `${day}-${times}`}@trame`, timing, span }];
  });
}

/**
 * Minutes since 2020. Nobody counts the revisions of an event, and a calendar drops an update whose number is not higher; the
 * time of its last change only ever grows.
 */
function sequenceAt(changed: string): number {
  return Math.max(0, Math.floor((Date.parse(changed) - Date.UTC(2020, 0, 1)) / 60_000));
}

const oneLine = (text: string): string => withoutControls(text).replace(/\s*\n\s*/g, ' ');
/** Control characters other than tab and newline may not stand in a text value (RFC 5545, 3.3.11). */
// eslint-disable-next-line no-control-regex
const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&');
