/** Events to come, month by month: the same events and words as on the site's agenda, on fewer lines. */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { formatDay, formatMonth, formatWeekday } from '@trame/cms/domain/dates';
import { listInWords } from '@trame/cms/domain/french';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import type { Content } from '../content/index-content.ts';
import { dateInWords } from '../view/agenda/date-words.ts';
import { stateInWords } from '../view/agenda/state-words.ts';
import { buildAgenda, datesOf, nextOf } from '../view/agenda/occurrences.ts';
import { organisersOf } from '../view/agenda/organisers.ts';
import { placeOf, shortPlace } from '../view/agenda/place.ts';
import { isOff, type Span } from '../view/agenda/span.ts';
import { formatHoursOf } from '../view/agenda/when.ts';
import type { AgendaGroup, AgendaItem } from './booklet.ts';
import type { SafeText } from './safe-text.ts';
import { bookletTexts, fields, phrases, records } from './texts.ts';

const SHOWN_OTHER_DATES = 8;

/**
 * Each event once, at its next date; what began before stands in the month of the day.
 * @param today `YYYY-MM-DD`. A day and not an instant: two builds of one day give the same booklet.
 * @returns months in order of time, then events whose date is still to be fixed
 */
export function agendaData(content: Content, today: string, safe: SafeText): AgendaGroup[] {
  const dated = content.events.all
    .map((event) => ({ event, dates: datesOf(event, today).upcoming }))
    .flatMap(({ event, dates }) => {
      const next = nextOf(dates);
      const others = dates.filter((span) => span !== next && !isOff(span));
      return next === undefined ? [] : [{ event, next, others, month: monthOf(next, today) }];
    })
    .sort((a, b) => Date.parse(a.next.begin) - Date.parse(b.next.begin));
  const months = Map.groupBy(dated, ({ month }) => month);
  const { undated } = buildAgenda(content.events.all, today);

  return [
    ...[...months].map(([month, events]) => ({
      title: upperFirst(formatMonth(`${month}-01`)),
      items: events.map(({ event, next, others }) => agendaItem(content, event, next, others, safe, month)),
    })),
    {
      title: bookletTexts.agendaUndated,
      items: undated.map((event) => agendaItem(content, event, null, [], safe, null)),
    },
  ].filter(({ items }) => items.length > 0);
}

function agendaItem(
  content: Content,
  event: Event,
  next: Span | null,
  others: readonly Span[],
  safe: SafeText,
  month: string | null,
): AgendaItem {
  const record = records.event(event.title);
  const lines = (texts: readonly (string | null)[], field: string) =>
    texts.map((text) => safe.line(text, { record, field })).filter((text) => text !== null);
  const place = placeOf(content, event);
  const organisers = organisersOf(content, event).map(({ name }) => name);
  // The leaf of calendar belongs to the month above it: what began in another one has none.
  const leaf = next !== null && next.firstDay.startsWith(month ?? '') ? next.firstDay : null;
  return {
    day: leaf === null ? null : String(Number(leaf.slice(8))),
    weekday: leaf === null ? null : (formatWeekday(leaf).split(' ')[0] ?? null),
    title: safe.line(event.title, { record, field: fields.title }) ?? event.slug.replaceAll('-', ' '),
    kind: eventKinds.label(event.kind),
    notice: safe.line(stateInWords(event, { span: next, place: place && shortPlace(place) }, true).words, {
      record,
      field: fields.place,
    }),
    whenAndWhere: [
      ...lines([next === null ? event.period : whenOf(next)], fields.period),
      ...lines([place && shortPlace(place), place?.precision ?? null], fields.place),
    ],
    details: [
      ...lines([event.price ?? (event.free ? phrases.free : null)], fields.price),
      ...lines([organisers.length === 0 ? null : phrases.organisedBy(listInWords(organisers))], fields.organiser),
      ...(others.length === 0 ? [] : [otherDates(others)]),
    ],
    summary: safe.paragraphs(event.summary, { record, field: fields.summary }),
  };
}

/** The day stands beside: the hours are enough, unless it lasts, or something became of it. */
const whenOf = (span: Span): string =>
  span.firstDay === span.lastDay && span.state === 'prévu' && span.movedFrom === null
    ? formatHoursOf(span)
    : dateInWords(span);

/** `YYYY-MM`: the month in which a reader of today finds it. */
const monthOf = ({ firstDay }: Span, today: string): string => (firstDay > today ? firstDay : today).slice(0, 7);

/** "Aussi les 4, 11 et 18 décembre 2026 et le 8 janvier 2027" */
function otherDates(spans: readonly Span[]): string {
  const days = [...new Set(spans.map(({ firstDay }) => firstDay))];
  const months = Map.groupBy(days.slice(0, SHOWN_OTHER_DATES), (day) => day.slice(0, 7));
  const shown = [...months.values()].map(daysOfMonth);
  const rest = days.length - SHOWN_OTHER_DATES;
  return phrases.otherDates(rest > 0 ? `${shown.join(', ')} ${phrases.moreDates(rest)}` : listInWords(shown));
}

/** "le 8 janvier 2027", "les 4, 11 et 18 décembre 2026" */
function daysOfMonth(days: readonly string[]): string {
  const [first = '', ...others] = days.map(formatDay);
  if (others.length === 0) return `le ${first}`;
  const numbers = days.slice(0, -1).map((day) => formatDay(day).split(' ')[0] ?? '');
  return `les ${listInWords([...numbers, others.at(-1) ?? ''])}`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
