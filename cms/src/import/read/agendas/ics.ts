/**
 * Calendars (RFC 5545): occurrences of rules (RRULE, RDATE) as dates, without those that were taken out (EXDATE), with those that
 * were moved or cancelled one by one (RECURRENCE-ID), in the time of Paris.
 */
// ical.js: Mozilla's own, which keeps jCal, zones and rules apart; node-ical brings moment, and loses RDATE.
import ICAL from 'ical.js';
import { addDays, TIME_ZONE } from '../../../domain/dates.ts';
import { EMPTY_TIMING, type TypedTiming, type TypedWhen } from '../../../domain/event-timings.ts';
import { plural } from '../../../domain/french.ts';
import { boundedDates, dateWindow, type DateWindow } from '../../../domain/import/events/dates-text.ts';
import { eventRefusals, type ReadEvents } from '../../../domain/import/events/event-workbook.ts';
import { emptyEvent, eventLimits, type ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import { Refusal } from '../found.ts';
import { timingOf } from './foreign-dates.ts';
import { isEmail, isPage, plainText, sortWays } from './foreign-values.ts';
import { ruledTimes, type StepBudget } from './recurrence.ts';
import { knownZone, zonedInstant } from './zones.ts';

const words = {
  private: (count: number) =>
    `${plural(count, 'événement marqué privé ou confidentiel n’a pas été lu', 'événements marqués privés ou confidentiels n’ont pas été lus')}.`,
  damaged: (lines: readonly number[]) =>
    `${plural(lines.length, 'événement abîmé n’a pas pu être lu', 'événements abîmés n’ont pas pu être lus')} (${lines.length === 1 ? 'ligne' : 'lignes'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? '…' : ''}).`,
  cut: 'Le fichier s’arrête au milieu d’un événement\u00a0: téléchargez-le à nouveau s’il vous en manque.',
  rule: 'La répétition de cet événement n’a pas pu être lue en entier\u00a0: vérifiez ses dates.',
  never:
    'La répétition de cet événement ne tombe sur aucun jour d’ici un an, comme celle d’un 30 février\u00a0: écrivez ses dates, ou laissez-le de côté.',
  endsBefore: 'La fin annoncée vient avant le début\u00a0: elle n’est pas reprise, vérifiez-la à la source.',
  noInterval:
    'La répétition de cet événement se dit «\u00a0toutes les 0\u00a0fois\u00a0»\u00a0: elle est lue comme à chaque fois, vérifiez ses dates.',
  twice: (title: string, line: number) =>
    `Le fichier dit deux fois cet événement, sous le même identifiant\u00a0: la version la plus récente est gardée, et «\u00a0${title}\u00a0» (ligne ${line} du fichier) n’est pas repris.`,
  unknownZone: (name: string) => `Fuseau horaire inconnu («\u00a0${name}\u00a0»)\u00a0: lu comme l’heure de Paris.`,
  otherTitle: (day: string, title: string) =>
    `Le ${day.split('-').reverse().join('/')} a son propre titre\u00a0: «\u00a0${title}\u00a0».`,
};

interface Block {
  readonly name: 'vevent' | 'vtimezone';
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The events and zones of a calendar, each alone: one that is damaged does not take the others with it. */
function blocksOf(text: string): { readonly blocks: Block[]; readonly isCut: boolean; readonly calendarName: string } {
  const lines = text.split(/\r\n|\n|\r/);
  const blocks: Block[] = [];
  let open: { readonly name: Block['name']; readonly from: number } | null = null;
  let calendarName = '';
  for (const [index, line] of lines.entries()) {
    const begun = /^BEGIN:(VEVENT|VTIMEZONE)\s*$/i.exec(line)?.[1]?.toLowerCase();
    // One that begins while another is open: the other was cut.
    if (begun === 'vevent' || begun === 'vtimezone') open = { name: begun, from: index };
    const ended = /^END:(VEVENT|VTIMEZONE)\s*$/i.exec(line)?.[1]?.toLowerCase();
    if (open !== null && ended === open.name) {
      blocks.push({ name: open.name, text: lines.slice(open.from, index + 1).join('\r\n'), line: open.from + 1 });
      open = null;
    }
    if (open === null) calendarName ||= /^X-WR-CALNAME[^:]*:(.*)$/i.exec(line)?.[1]?.trim() ?? '';
  }
  return { blocks, isCut: open !== null, calendarName };
}

function parseBlock({ text }: Block): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text) as unknown[]);
  } catch {
    return null; // it is counted, and told with its line
  }
}

/** A text or a number; what a calendar says as another kind of value is none. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const textAt = (component: ICAL.Component, name: string): string => wordOf(component.getFirstPropertyValue(name));

const textsAt = (component: ICAL.Component, name: string): string[] =>
  component.getAllProperties(name).flatMap((property) => property.getValues().map(wordOf));

/** Reads moments of one event: which zone each is in is said by the property, or by the calendar. */
class Clock {
  readonly remarks = new Set<string>();

  /** A day, or an instant in ISO 8601. */
  read(time: ICAL.Time, tzid: string | null): string {
    const two = (value: number) => String(value).padStart(2, '0');
    const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
    if (time.isDate) return day;
    const wall = `${day}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
    if (time.zone === ICAL.Timezone.utcTimezone) return `${wall}.000Z`;
    const zone = tzid === null ? null : knownZone(tzid);
    if (zone !== null) return zonedInstant(wall, zone);
    const isFloating = time.zone === ICAL.Timezone.localTimezone || !(time.zone as unknown);
    if (!isFloating) return new Date(time.toUnixTime() * 1000).toISOString();
    if (tzid !== null) this.remarks.add(words.unknownZone(tzid));
    return zonedInstant(wall, TIME_ZONE);
  }
}

const tzidOf = (component: ICAL.Component, name: string): string | null => {
  const found: unknown = component.getFirstProperty(name)?.getParameter('tzid');
  return typeof found === 'string' && found !== '' ? found : null;
};

/** Times of a property that may hold several, periods included. */
function timesAt(component: ICAL.Component, name: string): { time: ICAL.Time; tzid: string | null }[] {
  return component.getAllProperties(name).flatMap((property) => {
    const given: unknown = property.getParameter('tzid');
    const tzid = typeof given === 'string' && given !== '' ? given : null;
    return (property.getValues() as unknown[]).flatMap((value) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      return time instanceof ICAL.Time ? [{ time, tzid }] : [];
    });
  });
}

const isCancelled = (component: ICAL.Component): boolean => /^cancelled$/i.test(textAt(component, 'status').trim());

/** What all the dates of an event share: it is read once, since a component looks for it among all that it says. */
interface Frame {
  readonly tzid: string | null;
  readonly duration: ICAL.Duration;
  readonly seconds: number;
}

function frameOf(event: ICAL.Event): Frame {
  const { duration, component } = event;
  return { duration, seconds: duration.toSeconds(), tzid: tzidOf(component, 'dtstart') };
}

/** One event with those that say otherwise of one of its dates. */
class Expansion {
  readonly #event: ICAL.Event;
  readonly #frame: Frame;
  readonly #clock: Clock;
  readonly #window: DateWindow;
  readonly remarks: string[] = [];

  constructor(component: ICAL.Component, clock: Clock, window: DateWindow) {
    this.#event = new ICAL.Event(component, { exceptions: [] });
    this.#frame = frameOf(this.#event);
    this.#clock = clock;
    this.#window = window;
  }

  /** A moment that begins so, and lasts as long as the event does. */
  #timing(start: ICAL.Time, { tzid, duration, seconds }: Frame): TypedTiming | null {
    if (start.isDate) {
      const days = Math.max(1, Math.round(seconds / 86_400));
      const day = this.#clock.read(start, tzid);
      return { ...EMPTY_TIMING, day, lastDay: days > 1 ? addDays(day, days - 1) : '' };
    }
    const end = start.clone();
    end.addDuration(duration);
    return timingOf(this.#clock.read(start, tzid), seconds <= 0 ? '' : this.#clock.read(end, tzid));
  }

  /** @param budget counts the steps of all rules of the file */
  dates(others: readonly ICAL.Component[], budget: StepBudget): TypedTiming[] {
    const { component } = this.#event;
    if (this.#frame.seconds < 0) this.remarks.push(words.endsBefore);
    const start = this.#event.startDate as ICAL.Time | null;
    if (start === null) return [];
    const { tzid } = this.#frame;
    const key = (time: ICAL.Time, zone: string | null) => this.#clock.read(time, zone ?? tzid);
    const exceptions = new Map<string, ICAL.Component>();
    for (const other of others) {
      // « This one and all that follow »: what follows stays as it was announced, and somebody looks.
      if (other.getFirstProperty('recurrence-id')?.getParameter('range')) this.remarks.push(words.rule);
      const time = this.#recurrenceId(other);
      if (time !== null) exceptions.set(key(time, tzidOf(other, 'recurrence-id')), other);
    }
    const excluded = new Set(timesAt(component, 'exdate').map(({ time, tzid: zone }) => key(time, zone)));
    const found: TypedTiming[] = [];
    const seen = new Set<string>();
    const over: TypedTiming[] = [];
    const take = (time: ICAL.Time): void => {
      const id = key(time, null);
      const day = id.slice(0, 10);
      // A day alone takes out, or changes, whatever begins on it.
      if (seen.has(id) || excluded.has(id) || excluded.has(day)) return;
      seen.add(id);
      const exceptionId = exceptions.has(id) ? id : day;
      const timing = this.#withException(time, exceptions.get(exceptionId));
      exceptions.delete(exceptionId);
      if (timing === null) return;
      if ((timing.lastDay || timing.day) < this.#window.from && timing.state === 'prévu') over.splice(0, 1, timing);
      else found.push(timing);
    };
    if (!component.hasProperty('rrule')) take(start);
    for (const time of this.#ruled(start, budget)) take(time);
    for (const { time } of timesAt(component, 'rdate')) take(time);
    // What says otherwise of a date that no rule gives is a date all the same.
    for (const other of exceptions.values()) {
      const event = new ICAL.Event(other, { exceptions: [] });
      const time = event.startDate as ICAL.Time | null;
      const timing = time && !isCancelled(other) ? this.#timing(time, frameOf(event)) : null;
      if (timing) found.push(timing);
    }
    // What is over tells when it was, where nothing is to come.
    return [...over, ...found];
  }

  #recurrenceId(component: ICAL.Component): ICAL.Time | null {
    const value: unknown = component.getFirstPropertyValue('recurrence-id');
    return value instanceof ICAL.Time ? value : null;
  }

  #withException(time: ICAL.Time, other: ICAL.Component | undefined): TypedTiming | null {
    const announced = this.#timing(time, this.#frame);
    if (announced === null || other === undefined) return announced;
    if (isCancelled(other)) return { ...announced, state: 'annulé' };
    const title = textAt(other, 'summary').trim();
    if (title !== '' && title !== textAt(this.#event.component, 'summary').trim())
      this.remarks.push(words.otherTitle(announced.day, title.slice(0, 200)));
    const event = new ICAL.Event(other, { exceptions: [] });
    const start = event.startDate as ICAL.Time | null;
    const now = start === null ? null : this.#timing(start, frameOf(event));
    if (now === null) return announced;
    const [was, is]: [TypedWhen, TypedWhen] = [announced, now];
    if (was.day === is.day && was.begin === is.begin) return { ...announced, end: is.end, lastDay: is.lastDay };
    const { day, lastDay, begin, end } = now;
    return { ...announced, state: 'reporté', moved: { day, lastDay, begin, end } };
  }

  /** What the rules of an event give; of one that cannot be followed, what is known, and that it has to be looked at. */
  *#ruled(start: ICAL.Time, budget: StepBudget): Generator<ICAL.Time> {
    for (const property of this.#event.component.getAllProperties('rrule')) {
      const { times, ending } = ruledTimes(property.getFirstValue(), start, this.#window, budget);
      if (ending !== 'whole') this.remarks.push(ending === 'never' ? words.never : words.rule);
      yield* times;
    }
  }
}

/** « Salle des fêtes, 12 rue du Bourg, 33920 Saint-Savin, France » */
function placeOf(location: string): Pick<ForeignEvent, 'placeName' | 'address' | 'postalCode' | 'city'> {
  const parts = location
    .split(/\s*[,\n]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^france$/i.test(part));
  const townAt = parts.findIndex((part) => /(?:^|\s)\d{5}\s+\S/.test(part));
  const [, before = '', postalCode = '', city = ''] = /^(.*?)\s*(\d{5})\s+(.+)$/.exec(parts[townAt] ?? '') ?? [];
  const rest = townAt < 0 ? parts : [...parts.slice(0, townAt), before, ...parts.slice(townAt + 1)].filter(Boolean);
  const [first = '', ...others] = rest;
  const isStreet = /^\d+[\s,]/.test(first);
  return {
    placeName: isStreet ? '' : first,
    address: (isStreet ? rest : others).join(', '),
    postalCode,
    city,
  };
}

function organiserOf(component: ICAL.Component): { readonly name: string; readonly email: string } {
  const property = component.getFirstProperty('organizer');
  const given: unknown = property?.getParameter('cn');
  const name = typeof given === 'string' ? given.trim() : '';
  const email = String(property?.getFirstValue() ?? '').replace(/^mailto:/i, '');
  return { name: isEmail(name) ? '' : name, email: isEmail(email) ? email : '' };
}

function eventOf(component: ICAL.Component, others: readonly ICAL.Component[], context: Context): ForeignEvent {
  const clock = new Clock();
  const expansion = new Expansion(component, clock, context.window);
  const dates = expansion.dates(others, context.budget);
  const organiser = organiserOf(component);
  const url = textAt(component, 'url').trim();
  const { links, contacts } = sortWays([...textsAt(component, 'contact'), organiser.email].filter(Boolean));
  const alone: unknown = component.getFirstPropertyValue('recurrence-id');
  const uid = textAt(component, 'uid').trim();
  return {
    ...emptyEvent('ics'),
    // One date of which the rule is not in the file.
    id: uid !== '' && alone instanceof ICAL.Time ? `${uid}#${alone.toString()}` : uid,
    title: plainText(textAt(component, 'summary')),
    description: plainText(textAt(component, 'description')),
    keywords: textsAt(component, 'categories').flatMap((text) => text.split(',')),
    state: isCancelled(component) ? 'annulé' : 'prévu',
    dates,
    ...placeOf(textAt(component, 'location')),
    organiser: organiser.name,
    links: [...links, ...(isPage(url) ? [url] : [])],
    contacts,
    page: isPage(url) ? url : '',
    picture: textsAt(component, 'attach').find((text) => /^https?:.*\.(?:jpe?g|png|webp|gif)$/i.test(text)) ?? '',
    remarks: [...clock.remarks, ...new Set(expansion.remarks)],
  };
}

interface Context {
  readonly window: DateWindow;
  readonly budget: StepBudget;
}

/** The later version of an event: by its number, else by when it was changed, else the last one of the file. */
function isNewer(one: ICAL.Component, other: ICAL.Component): boolean {
  const [a, b] = [sequenceOf(one), sequenceOf(other)];
  if (a !== b) return a > b;
  for (const name of ['last-modified', 'dtstamp']) {
    const [at, before] = [momentAt(one, name), momentAt(other, name)];
    if (at !== null && before !== null && at !== before) return at > before;
  }
  return true;
}

const momentAt = (component: ICAL.Component, name: string): number | null => {
  const value: unknown = component.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value.toUnixTime() : null;
};

/** « Every 0 weeks », which ical.js reads as every week. */
const NO_INTERVAL = /^RRULE[^\r\n]*[;:]INTERVAL=0+(?![\d])/im;

const sequenceOf = (component: ICAL.Component): number => Number(textAt(component, 'sequence')) || 0;

/** What opens an event: each has one date at least, so that what is too much is known before it is taken apart. */
const EVENT_BEGINS = /^BEGIN:VEVENT/gim;
const isTooMuch = (text: string): boolean => {
  let count = 0;
  for (const _one of text.matchAll(EVENT_BEGINS)) if ((count += 1) > eventLimits.dates) return true;
  return false;
};

/**
 * @param text of a calendar, decoded
 * @param today `YYYY-MM-DD`, Europe/Paris: a rule without an end is followed for a year from then
 * @throws {Refusal} for more events, or dates to come, than are taken
 */
export function readCalendar(text: string, today: string): ReadEvents {
  if (isTooMuch(text)) throw new Refusal(eventRefusals.tooMany);
  const { blocks, isCut, calendarName } = blocksOf(text);
  const calendar = new ICAL.Component('vcalendar');
  const damaged: number[] = [];
  const lines = new Map<ICAL.Component, number>();
  const noted = new Map<ICAL.Component, Set<string>>();
  const note = (component: ICAL.Component, remark: string): void => {
    noted.set(component, (noted.get(component) ?? new Set()).add(remark));
  };
  const groups = new Map<string, { own: ICAL.Component | null; others: ICAL.Component[] }>();
  let isPrivate = 0;
  for (const block of [...blocks].sort((a, b) => (a.name === b.name ? 0 : a.name === 'vtimezone' ? -1 : 1))) {
    const component = parseBlock(block);
    if (component === null) {
      if (block.name === 'vevent') damaged.push(block.line);
      continue;
    }
    calendar.addSubcomponent(component);
    lines.set(component, block.line);
    if (NO_INTERVAL.test(block.text)) note(component, words.noInterval);
    if (block.name !== 'vevent') continue;
    if (/^(?:private|confidential)$/i.test(textAt(component, 'class').trim())) {
      isPrivate += 1;
      continue;
    }
    const uid = textAt(component, 'uid').trim() || `line ${block.line}`;
    const group = groups.get(uid) ?? { own: null, others: [] };
    groups.set(uid, group);
    if (component.hasProperty('recurrence-id')) group.others.push(component);
    else if (group.own === null) group.own = component;
    else {
      const [newer, older] = isNewer(component, group.own) ? [component, group.own] : [group.own, component];
      group.own = newer;
      note(newer, words.twice(plainText(textAt(older, 'summary')).slice(0, 200), lines.get(older) ?? 1));
      for (const remark of noted.get(older) ?? []) note(newer, remark);
    }
  }
  const context: Context = { window: dateWindow(today), budget: { steps: 0 } };
  const events: ForeignEvent[] = [];
  let dates = 0;
  const read = (component: ICAL.Component, others: readonly ICAL.Component[]): void => {
    let event: ForeignEvent;
    try {
      event = eventOf(component, others, context);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      damaged.push(lines.get(component) ?? 1);
      return;
    }
    events.push({ ...event, remarks: [...event.remarks, ...(noted.get(component) ?? [])] });
    dates += boundedDates(event.dates, today).dates.length;
    if (dates > eventLimits.dates) throw new Refusal(eventRefusals.tooMany);
  };
  for (const { own, others } of groups.values()) {
    if (own === null) for (const other of others) read(other, []);
    else read(own, others);
  }
  return {
    source: 'ics',
    name: calendarName.slice(0, 200),
    events,
    remarks: [
      ...(isPrivate > 0 ? [words.private(isPrivate)] : []),
      ...(damaged.length > 0 ? [words.damaged(damaged)] : []),
      ...(isCut ? [words.cut] : []),
    ],
  };
}
