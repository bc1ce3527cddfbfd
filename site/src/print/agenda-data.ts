/** Events to come, month by month. */
import type { Event, Timing } from '@trame/cms/domain/contract/event';
import type { SiteExport } from '@trame/cms/domain/contract/site-export';
import { clockOf, dayOf, formatDay, formatMonth, formatWeekday } from '@trame/cms/domain/dates';
import { listInWords } from '@trame/cms/domain/french';
import { formatHours } from '@trame/cms/domain/slots';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { eventStates } from '@trame/cms/domain/vocabulary/event-states';
import type { AgendaGroup, AgendaItem } from './booklet.ts';
import type { SafeText } from './safe-text.ts';
import { bookletTexts, fields, phrases, records } from './texts.ts';

const SHOWN_OTHER_DATES = 6;

/**
 * @param today `YYYY-MM-DD`. A day and not an instant: two builds of one day give the same booklet.
 * @returns months in order of time, then events whose date is still to be fixed
 */
export function agendaData(source: SiteExport, today: string, safe: SafeText): AgendaGroup[] {
  const item = itemMaker(source, safe);
  const dated = source.events
    .map((event) => ({ event, timings: event.timings.filter((timing) => lastDay(timing) >= today) }))
    .filter(({ timings }) => timings.length > 0)
    .sort(
      (a, b) => compareText(firstBegin(a.timings), firstBegin(b.timings)) || compareText(a.event.slug, b.event.slug),
    );
  const months = Map.groupBy(dated, ({ timings }) => dayOf(firstBegin(timings)).slice(0, 7));
  const undated = source.events.filter((event) => event.timings.length === 0 && mayCome(event.period, today));

  return [
    ...[...months].map(([month, events]) => ({
      title: upperFirst(formatMonth(`${month}-01`)),
      items: events.map(({ event, timings }) => item(event, timings)),
    })),
    { title: bookletTexts.agendaUndated, items: undated.map((event) => item(event, [])) },
  ].filter(({ items }) => items.length > 0);
}

/** A period that names only past years is over ("2023, date à définir"). */
function mayCome(period: string | null, today: string): boolean {
  const years = period?.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return years.length === 0 || years.some((year) => year >= today.slice(0, 4));
}

function itemMaker(source: SiteExport, safe: SafeText): (event: Event, timings: readonly Timing[]) => AgendaItem {
  const venues = new Map(source.venues.map((venue) => [venue.id, venue]));
  const communes = new Map(source.communes.map((commune) => [commune.id, commune.name]));
  const names = new Map(source.associations.map((association) => [association.id, association.name]));

  const placeOf = (event: Event): string | null => {
    const venue = event.venue === null ? undefined : venues.get(event.venue);
    const town =
      venue === undefined ? null : venue.commune === null ? venue.city : (communes.get(venue.commune) ?? venue.city);
    return [venue?.name ?? null, event.place, town].filter((part) => part !== null).join(', ') || null;
  };
  const organisersOf = (event: Event): string | null => {
    const organisers = event.organisers.map((id) => names.get(id)).filter((name) => name !== undefined);
    if (event.organiserName !== null) organisers.push(event.organiserName);
    return organisers.length === 0 ? null : phrases.organisedBy(listInWords(organisers));
  };

  return (event, timings) => {
    const [next, ...others] = timings;
    const record = records.event(event.title);
    const line = (text: string | null, field: string) => safe.line(text, { record, field });
    const day = next === undefined ? null : dayOf(next.begin);
    const details = [
      line(next === undefined ? event.period : hoursOf(next), fields.period),
      line(placeOf(event), fields.place),
      line(event.price ?? (event.free ? phrases.free : null), fields.price),
      line(organisersOf(event), fields.organiser),
      others.length === 0 ? null : otherDates(others),
    ];
    return {
      day: day === null ? null : String(Number(day.slice(8))),
      weekday: day === null ? null : (formatWeekday(day).split(' ')[0] ?? null),
      title: line(event.title, fields.title) ?? event.slug.replaceAll('-', ' '),
      kind: eventKinds.label(event.kind),
      notice: event.state === 'prévu' ? null : eventStates.label(event.state),
      summary: safe.paragraphs(event.summary, { record, field: fields.summary }),
      details: details.filter((detail) => detail !== null),
    };
  };
}

/** "10 h – 18 h", "10 h, jusqu’au 7 septembre 2026"; null for an event that lasts from midnight to midnight. */
function hoursOf({ begin, end }: Timing): string | null {
  const from = clockOf(begin);
  if (end === null) return formatHours({ begin: from, end: null });
  if (dayOf(begin) === dayOf(end)) return from === '00:00' ? null : formatHours({ begin: from, end: clockOf(end) });
  const until = phrases.until(formatDay(dayOf(end)));
  return from === '00:00' ? until : `${formatHours({ begin: from, end: null }) ?? ''}, ${until}`;
}

function otherDates(timings: readonly Timing[]): string {
  const days = [...new Set(timings.map(({ begin }) => dayOf(begin)))];
  const shown = days.slice(0, SHOWN_OTHER_DATES).map((day) => `le ${formatDay(day)}`);
  const rest = days.length - shown.length;
  return phrases.otherDates(rest > 0 ? `${shown.join(', ')} ${phrases.moreDates(rest)}` : listInWords(shown));
}

const lastDay = ({ begin, end }: Timing): string => dayOf(end ?? begin);
const firstBegin = (timings: readonly Timing[]): string => timings[0]?.begin ?? '';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
