import { describe, expect, it } from 'vitest';
import { isKept, MOST_KEPT, readKept, toggled, writeKept } from '../../components/keep/kept.ts';
import { clashesOf, slotsOf, weekOf, type WeekSlot } from './week.ts';
import { weeklyCalendar } from './weekly-calendar.ts';

const judo = { path: '/associations/judo-club/', activity: 2 };
const loto = { path: '/agenda/loto/', activity: null };

describe('what is kept', () => {
  it('is read as it was written', () => {
    expect(writeKept([judo, loto])).toBe('associations/judo-club~2,agenda/loto');
    expect(readKept(writeKept([judo, loto]))).toEqual([judo, loto]);
  });

  it.each([
    null,
    '',
    ',',
    'associations/',
    'https://example.org',
    'associations/a/../b',
    'guides/x',
    'associations/x~0',
    '<b>',
  ])('%j is nothing', (text) => expect(readKept(text)).toEqual([]));

  it('stands once, and no more than can be read', () => {
    expect(readKept('agenda/loto, agenda/loto')).toEqual([loto]);
    const many = Array.from({ length: 200 }, (_, rank) => `agenda/loto-${rank}`).join(',');
    expect(readKept(many)).toHaveLength(MOST_KEPT);
  });

  it('is let go when it is kept again', () => {
    const kept = toggled([loto], judo);
    expect(isKept(kept, judo)).toBe(true);
    expect(toggled(kept, judo)).toEqual([loto]);
    expect(isKept(kept, { ...judo, activity: null })).toBe(false);
  });
});

const slot = (
  key: string,
  day: 'mardi' | 'jeudi',
  begin: string | null,
  end: string | null,
  commune = 'Marsas',
): WeekSlot => ({
  key,
  path: `/associations/${key}/`,
  title: key,
  label: key,
  slot: { day, begin, end, note: null },
  place: null,
  commune,
});

describe('a week', () => {
  it('has its days in order, and the slots of a day by the clock', () => {
    const week = weekOf([
      slot('c', 'jeudi', '18:00', null),
      slot('b', 'mardi', null, null),
      slot('a', 'mardi', '09:00', null),
      slot('a', 'mardi', '09:00', null),
    ]);
    expect(week.map(({ day, slots }) => [day, slots.map(({ key }) => key)])).toEqual([
      ['mardi', ['a', 'b']],
      ['jeudi', ['c']],
    ]);
  });

  it.each([
    ['18:00', '19:00', 'Marsas', ['overlap']],
    ['17:00', '18:30', 'Marsas', ['overlap']],
    ['19:30', '20:30', 'Marsas', []],
    ['19:30', '20:30', 'Cézac', ['travel']],
    ['20:00', '21:00', 'Cézac', []],
    [null, null, 'Marsas', []],
  ])('with another one from %s to %s in %s', (begin, end, commune, expected) => {
    const own = slot('own', 'mardi', '18:00', '19:30');
    const other = slot('other', 'mardi', begin, end, commune);
    expect(clashesOf(own, [own, other]).map(({ kind }) => kind)).toEqual(expected);
  });

  it('takes one activity of a page, or all', () => {
    const activity = (label: string) => ({
      label,
      slots: [slot('x', 'mardi', '18:00', null).slot],
      ages: null,
      price: null,
      place: null,
      commune: null,
    });
    const page = {
      version: 1,
      path: '/associations/a/',
      title: 'A',
      summary: '',
      commune: null,
      when: null,
      place: null,
      price: null,
      contacts: [],
      activities: [activity('un'), activity('deux')],
    } as const;
    expect(slotsOf(page, 2).map(({ label, path }) => [label, path])).toEqual([['deux', '/associations/a/#activite-2']]);
    expect(slotsOf(page, null)).toHaveLength(2);
  });
});

describe('a calendar of slots', () => {
  const text = weeklyCalendar([slot('judo', 'jeudi', '18:00', '19:30')], 'http://localhost', '2026-09-01');
  const lines = text.split('\r\n');

  it('repeats each from its next day on, in the hours of Paris', () => {
    expect(lines).toContain('DTSTART;TZID=Europe/Paris:20260903T180000');
    expect(lines).toContain('DTEND;TZID=Europe/Paris:20260903T193000');
    expect(lines.find((line) => line.startsWith('RRULE:FREQ=WEEKLY'))).toBe('RRULE:FREQ=WEEKLY;UNTIL=20270630T215900Z');
  });

  it('leaves out what has no hour', () => {
    expect(weeklyCalendar([slot('judo', 'jeudi', null, null)], 'http://localhost', '2026-09-01')).not.toContain(
      'VEVENT',
    );
  });
});
