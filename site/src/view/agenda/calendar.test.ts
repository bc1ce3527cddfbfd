import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Timing } from '@trame/cms/domain/contract/site/event';
import { describe, expect, it } from 'vitest';
import { buildCalendar, type CalendarEntry } from './calendar.ts';
import { stateOn } from './event-state.ts';
import { sampleEvent, sampleTiming } from './sample-event.ts';

const options = { name: 'Agenda, été ; et après', description: null };
const dates = { since: null, changed: null, noted: '2026-07-01T10:20:30.000Z' };

function entry(changes: Parameters<typeof sampleEvent>[0] = {}, around: Partial<CalendarEntry> = {}): CalendarEntry {
  const event = sampleEvent(changes);
  return {
    event,
    dates,
    url: 'https://exemple.fr/agenda/forum/',
    location: null,
    position: null,
    description: 'Toutes les associations en un jour.',
    categories: [],
    markOf: (_span, timing) => {
      const state = stateOn(event, timing.state);
      return state === 'prévu' ? null : state.toUpperCase();
    },
    ...around,
  };
}

/** Reads the text back with a library that had no part in writing it. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((item) => new ICAL.Event(item)) };
}
const one = (item: CalendarEntry) => {
  const { events } = parse(buildCalendar([item], options));
  const [event] = events;
  if (!event || events.length !== 1) throw new Error(`expected one event, found ${events.length}`);
  return event;
};

describe('buildCalendar', () => {
  it('is a calendar that another library reads', () => {
    const { calendar } = parse(buildCalendar([entry()], options));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(options.name.replace(/[;,]/g, '\\$&'));
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Paris');
  });

  it('gives dates in Paris time, with the zone, whatever the zone of the machine', () => {
    const text = buildCalendar([entry()], options);
    expect(text).toContain('DTSTART;TZID=Europe/Paris:20260905T100000\r\n');
    expect(text).toContain('DTEND;TZID=Europe/Paris:20260905T180000\r\n');
    expect(one(entry()).startDate.toJSDate().toISOString()).toBe('2026-09-05T08:00:00.000Z');
  });

  it('keeps winter time and the day when the clock changes', () => {
    const winter = one(entry({ timings: [sampleTiming('2026-12-05T09:00:00.000Z')] }));
    expect(winter.startDate.toJSDate().toISOString()).toBe('2026-12-05T09:00:00.000Z');
    const night = one(entry({ timings: [sampleTiming('2026-10-24T20:00:00.000Z', '2026-10-25T02:00:00.000Z')] }));
    expect(night.startDate.toString()).toBe('2026-10-24T22:00:00');
    expect(night.endDate.toString()).toBe('2026-10-25T03:00:00');
    expect(night.endDate.toJSDate().toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('writes whole days as dates, the end being the day after', () => {
    const text = buildCalendar(
      [entry({ timings: [sampleTiming('2026-09-04T22:00:00.000Z', '2026-09-06T21:59:00.000Z')] })],
      options,
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20260905\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20260907\r\n');
  });

  it('leaves out an end that is unknown or impossible', () => {
    for (const end of [null, '2026-09-05T07:00:00.000Z']) {
      const text = buildCalendar([entry({ timings: [sampleTiming('2026-09-05T08:00:00.000Z', end)] })], options);
      expect(text).not.toContain('DTEND');
      expect(text).toContain('DTSTART;TZID=Europe/Paris:20260905T100000\r\n');
    }
  });

  it('leaves out events without a date', () => {
    expect(parse(buildCalendar([entry({ timings: [] })], options)).events).toEqual([]);
  });

  it('brings accents, commas, quotes, newlines and emoji through', () => {
    const title = 'Fête de l’été, « cœurs » ; "jeux" \\ </script> 🎉';
    const description = `Première ligne, avec une virgule ; et un point-virgule.\n\n${'Très longue phrase accentuée à plier. '.repeat(12)}`;
    const location = 'Salle des fêtes, 1 place de l’Église, 33920 Saint-Savin';
    const event = one(entry({ title }, { description, location }));
    expect(event.summary).toBe(title);
    expect(event.description).toBe(description);
    expect(event.location).toBe(location);
  });

  it('folds lines at 75 octets, never inside a character', () => {
    const text = buildCalendar([entry({ title: 'é€🎉'.repeat(60) }, { description: 'œ'.repeat(400) })], options);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
    expect(text).not.toMatch(/(?<!\r)\n/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('drops control characters, which no parser accepts', () => {
    const event = one(entry({ title: 'Bal\u0007 des\u0000 pompiers' }, { description: 'a\u000bb\r\nc' }));
    expect(event.summary).toBe('Bal des pompiers');
    expect(event.description).toBe('ab\nc');
  });

  it('says that an event is cancelled, in the status and in the title', () => {
    const event = one(entry({ state: 'annulé' }));
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.summary).toBe('ANNULÉ – Forum des associations');
    expect(one(entry({ state: 'complet' })).component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('cancels one date of several, and moves another without losing its identifier', () => {
    const [first, second, third] = ['2026-05-01', '2026-05-08', '2026-05-15'].map((day) =>
      sampleTiming(`${day}T10:00:00.000Z`),
    ) as [Timing, Timing, Timing];
    const moved = { begin: '2026-06-05T12:00:00.000Z', end: '2026-06-05T13:00:00.000Z', allDay: false };
    const read = (timings: Timing[]) =>
      parse(buildCalendar([entry({ timings })], options)).events.map((event) => [
        event.uid,
        event.startDate.toJSDate().toISOString(),
        event.component.getFirstPropertyValue('status'),
        event.summary,
      ]);
    expect(
      read([
        { ...first, state: 'annulé' },
        { ...second, state: 'reporté', moved },
        { ...third, state: 'reporté' },
      ]),
    ).toEqual([
      ['evt1-20260501@trame', '2026-05-01T10:00:00.000Z', 'CANCELLED', 'ANNULÉ – Forum des associations'],
      ['evt1-20260508@trame', '2026-06-05T12:00:00.000Z', 'CONFIRMED', 'REPORTÉ – Forum des associations'],
      ['evt1-20260515@trame', '2026-05-15T10:00:00.000Z', 'CANCELLED', 'REPORTÉ – Forum des associations'],
    ]);
    // The same identifiers as before anything happened: calendars change what they hold.
    expect(read([first, second, third]).map(([uid]) => uid)).toEqual(
      ['20260501', '20260508', '20260515'].map((day) => `evt1-${day}@trame`),
    );
  });

  it('keeps the identifier of an event whose only date moves, and of the dates that stay', () => {
    const uid = (changes: Parameters<typeof sampleEvent>[0]) =>
      parse(buildCalendar([entry(changes)], options)).events.map((event) => event.uid);
    expect(uid({})).toEqual(['evt1@trame']);
    expect(uid({ timings: [sampleTiming('2027-01-01T10:00:00.000Z')] })).toEqual(['evt1@trame']);
    const [may, june, evening] = [
      '2026-05-01T10:00:00.000Z',
      '2026-06-01T10:00:00.000Z',
      '2026-06-01T18:00:00.000Z',
    ].map((begin) => sampleTiming(begin)) as [Timing, Timing, Timing];
    expect(uid({ timings: [may, june] })).toEqual(['evt1-20260501@trame', 'evt1-20260601@trame']);
    expect(uid({ timings: [june, evening] })).toEqual(['evt1-20260601@trame', 'evt1-20260601-2@trame']);
  });

  it('is the same text as long as nothing changed, stamped in UTC', () => {
    const text = buildCalendar([entry()], options);
    expect(buildCalendar([entry()], options)).toBe(text);
    expect(text).toContain('DTSTAMP:20260701T102030Z\r\n');
    expect(text).not.toContain('LAST-MODIFIED');
  });

  it('raises the revision number with each change, and says when it was', () => {
    const changed = (at: string) => one(entry({}, { dates: { since: dates.noted, changed: at, noted: at } }));
    const before = changed('2026-07-01T10:20:00.000Z');
    const after = changed('2026-07-01T10:30:00.000Z');
    expect(after.sequence).toBe(before.sequence + 10);
    const said = (name: string) => String(after.component.getFirstPropertyValue(name));
    expect([said('created'), said('last-modified')]).toEqual(['2026-07-01T10:20:30Z', '2026-07-01T10:30:00Z']);
  });

  it('is read alike by a second library', () => {
    const text = buildCalendar(
      [entry({ title: 'Fête, « été » ; là', state: 'annulé' }, { location: 'Salle, Cézac' })],
      options,
    );
    const [read] = Object.values(nodeIcal.sync.parseICS(text)).filter((item) => item?.type === 'VEVENT');
    expect(read).toMatchObject({ uid: 'evt1@trame', summary: 'ANNULÉ – Fête, « été » ; là', location: 'Salle, Cézac' });
    expect(read).toMatchObject({ status: 'CANCELLED', start: new Date('2026-09-05T08:00:00.000Z') });
  });
});
