import { describe, expect, it } from 'vitest';
import { isKept, MOST_KEPT, readKept, toggled, writeKept } from '../../components/keep/kept.ts';
import {
  KEEPABLE_VERSION,
  readKeepable,
  type Keepable,
  type KeepableActivity,
} from '../../view/selection/kept-page.ts';
import { readSlotNotes } from './slot-notes.ts';
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

const activity = (label: string): KeepableActivity => ({
  label,
  slots: [slot('x', 'mardi', '18:00', null).slot],
  ages: null,
  price: null,
  place: null,
  commune: null,
});
const keepablePage: Keepable = {
  version: KEEPABLE_VERSION,
  path: '/associations/a/',
  title: 'A',
  summary: '',
  commune: null,
  when: null,
  place: null,
  price: null,
  contacts: [],
  activities: [activity('un'), activity('deux')],
};

describe('what a page gives', () => {
  it('is read when a device kept it from before contacts were links', () => {
    const first = { ...keepablePage, version: 1, contacts: ['05 36 49 10 15'] };
    expect(readKeepable(JSON.stringify(first))).toEqual({
      ...keepablePage,
      contacts: [{ text: '05 36 49 10 15', href: null }],
    });
    expect(readKeepable(JSON.stringify(keepablePage))).toEqual(keepablePage);
    expect(readKeepable('{"version":99}')).toBeNull();
  });
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

  it.each([
    ['Léa', 'Léa', 'Cézac', ['overlap']],
    ['Léa', null, 'Cézac', ['overlap']],
    ['Léa', 'Tom', 'Cézac', ['apart']],
    // One car brings both to the same place.
    ['Léa', 'Tom', 'Marsas', []],
  ])('for %s and for %s, in Marsas and in %s', (who, whoElse, commune, expected) => {
    const own = slot('own', 'mardi', '18:00', '19:30');
    const other = slot('other', 'mardi', '18:00', '19:00', commune);
    const whoOf = ({ key }: WeekSlot) => (key === 'own' ? who : whoElse);
    expect(clashesOf(own, [own, other], whoOf).map(({ kind }) => kind)).toEqual(expected);
  });

  it('tells slots apart by their hours, and two of the same hours by their order', () => {
    const hours = { day: 'mardi', begin: '18:00', end: null } as const;
    const page = {
      ...keepablePage,
      activities: [
        {
          ...keepablePage.activities[0]!,
          slots: ['semaines paires', 'semaines impaires'].map((note) => ({ ...hours, note })),
        },
      ],
    };
    const keys = slotsOf(page, null).map(({ key }) => key);
    expect(keys).toEqual(['associations/a~1.2-1800-', 'associations/a~1.2-1800-+1']);
    expect([...readSlotNotes(keys.map((key) => `${key}!`).join(',')).keys()]).toEqual(keys);
  });

  it('takes one activity of a page, or all', () => {
    const page = keepablePage;
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

  const noted = (note: string, today = '2026-09-01'): string[] => {
    const judo = slot('judo', 'jeudi', '18:00', '19:30');
    const text = weeklyCalendar([{ ...judo, slot: { ...judo.slot, note } }], 'http://localhost', today);
    return text.split('\r\n').filter((line) => /^(?:DTSTART;TZID|RRULE:FREQ=(?:WEEKLY|MONTHLY)|SUMMARY)/.test(line));
  };

  it('repeats what is once a month once a month', () => {
    expect(noted('le troisième du mois')).toEqual([
      'DTSTART;TZID=Europe/Paris:20260917T180000',
      'RRULE:FREQ=MONTHLY;UNTIL=20270630T215900Z;BYDAY=TH;BYSETPOS=3',
      'SUMMARY:judo – judo',
    ]);
    expect(noted('le dernier jeudi du mois')[0]).toBe('DTSTART;TZID=Europe/Paris:20260924T180000');
    expect(noted('les premier et troisième jeudis du mois')[1]).toContain('BYSETPOS=1,3');
  });

  it('begins weeks by their number anew with each year: 2026 has 53', () => {
    expect(noted('semaines paires', '2026-12-01')).toEqual([
      'DTSTART;TZID=Europe/Paris:20261210T180000',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224T225900Z',
      'SUMMARY:judo – judo',
      'DTSTART;TZID=Europe/Paris:20270114T180000',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270617T215900Z',
      'SUMMARY:judo – judo',
    ]);
    expect(noted('semaines impaires')[0]).toBe('DTSTART;TZID=Europe/Paris:20260910T180000');
  });

  it('does not repeat what is on days that nobody says', () => {
    expect(noted('deux par mois')).toEqual([
      'DTSTART;TZID=Europe/Paris:20260903T180000',
      'SUMMARY:judo – judo (deux par mois)',
    ]);
    expect(noted('un jeudi sur deux')).toHaveLength(2);
    expect(noted('sur inscription')[1]).toContain('FREQ=WEEKLY;UNTIL');
  });

  it('leaves out what has no hour', () => {
    expect(weeklyCalendar([slot('judo', 'jeudi', null, null)], 'http://localhost', '2026-09-01')).not.toContain(
      'VEVENT',
    );
  });
});
