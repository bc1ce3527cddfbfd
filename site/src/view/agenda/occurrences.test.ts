import { describe, expect, it } from 'vitest';
import {
  buildAgenda,
  datesOf,
  firstMonths,
  furtherMonths,
  nextOf,
  occurrencesOf,
  pastYears,
  withRepeatsTogether,
} from './occurrences.ts';
import { sampleEvent, sampleTiming } from './sample-event.ts';

const on = (day: string, hour = '10:00') => sampleTiming(`${day}T${hour}:00.000Z`);
const titles = (items: readonly { event: { title: string } }[]) => items.map(({ event }) => event.title);

describe('occurrencesOf', () => {
  it('puts an event at each of its dates, in order of time, then of title', () => {
    const twice = sampleEvent({ title: 'Été des arts', timings: [on('2026-07-03'), on('2026-07-01')] });
    const once = sampleEvent({ title: 'Apéro', timings: [on('2026-07-01')] });
    expect(titles(occurrencesOf([twice, once]))).toEqual(['Apéro', 'Été des arts', 'Été des arts']);
  });
});

describe('buildAgenda', () => {
  const past = sampleEvent({ title: 'Passé', timings: [on('2026-06-30')] });
  const today = sampleEvent({ title: 'Ce jour', timings: [on('2026-07-01', '00:30')] });
  const stay = sampleEvent({
    title: 'Exposition',
    timings: [sampleTiming('2026-06-20T08:00:00.000Z', '2026-07-20T16:00:00.000Z')],
  });
  const later = sampleEvent({
    title: 'Vœux',
    timings: [on('2027-01-08'), on('2027-01-08', '14:00'), on('2027-02-01')],
  });
  const undated = sampleEvent({ title: 'Rencontre', timings: [], period: '2027' });
  const agenda = buildAgenda([later, undated, stay, past, today], '2026-07-01');

  it('keeps what is over out of what is to come', () => {
    expect(agenda.upcoming.map(({ month, count }) => [month, count])).toEqual([
      ['2026-07', 1],
      ['2027-01', 2],
      ['2027-02', 1],
    ]);
    expect(titles(agenda.ongoing)).toEqual(['Exposition']);
  });

  it('groups the dates of a day', () => {
    expect(agenda.upcoming[1]?.days.map(({ day, occurrences }) => [day, occurrences.length])).toEqual([
      ['2027-01-08', 2],
    ]);
  });

  it('has a page for each month, past ones included', () => {
    expect(agenda.months.map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2027-01', '2027-02']);
  });

  it('keeps events without a date apart', () => {
    expect(agenda.undated.map(({ title }) => title)).toEqual(['Rencontre']);
  });

  it('puts what was announced for a year that is over out of the way', () => {
    const periods = ['2023, date à définir', 'automne 2025 ou 2026', '2027', 'à la rentrée', null];
    const { undated: open, neverDated } = buildAgenda(
      periods.map((period) => sampleEvent({ title: String(period), timings: [], period })),
      '2026-07-01',
    );
    expect(open.map(({ period }) => period)).toEqual(['2027', 'à la rentrée', 'automne 2025 ou 2026', null]);
    expect(neverDated.map(({ period }) => period)).toEqual(['2023, date à définir']);
  });

  it('is empty for no event', () => {
    expect(buildAgenda([], '2026-07-01')).toEqual({
      ongoing: [],
      upcoming: [],
      months: [],
      undated: [],
      neverDated: [],
    });
  });
});

describe('what lasts longer than a month', () => {
  const lasting = (title: string, first: string, last: string) =>
    sampleEvent({ title, timings: [sampleTiming(`${first}T09:00:00.000Z`, `${last}T17:00:00.000Z`)] });
  const market = lasting('Marché', '2026-11-28', '2026-12-24');
  const exhibition = lasting('Exposition', '2027-01-30', '2027-02-14');
  const season = lasting('Saison', '2027-04-10', '2027-06-20');
  const ball = lasting('Bal de fin d’année', '2026-12-31', '2027-01-01');
  const agenda = buildAgenda([market, exhibition, season, ball], '2026-12-10');
  const month = (name: string) => agenda.months.find(({ month: value }) => value === name);

  it('stands in each month that it takes, under what began before', () => {
    expect(titles(month('2026-12')?.ongoing ?? [])).toEqual(['Marché']);
    expect(titles(month('2027-02')?.ongoing ?? [])).toEqual(['Exposition']);
    expect(month('2027-02')).toMatchObject({ days: [], count: 1 });
    expect(month('2027-05')).toMatchObject({ days: [], count: 1 });
    expect(agenda.months.map(({ month: value }) => value)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-04',
      '2027-05',
      '2027-06',
    ]);
  });

  it('stands once, under its first day, in the month in which it begins', () => {
    expect(month('2026-11')?.ongoing).toEqual([]);
    expect(month('2026-12')?.days.flatMap(({ occurrences }) => titles(occurrences))).toEqual(['Bal de fin d’année']);
    // Until six in the morning a night belongs to the day before: it is no event of January.
    const night = sampleEvent({ timings: [sampleTiming('2026-12-31T20:00:00.000Z', '2027-01-01T02:00:00.000Z')] });
    expect(buildAgenda([night], '2026-12-10').months.map(({ month: value }) => value)).toEqual(['2026-12']);
  });

  it('stands in each month of the agenda too, and in that of today only once', () => {
    expect(
      agenda.upcoming.map(({ month: value, ongoing, days, count }) => [
        value,
        titles(ongoing),
        days.flatMap(({ occurrences }) => titles(occurrences)),
        count,
      ]),
    ).toEqual([
      ['2026-12', [], ['Bal de fin d’année'], 1],
      ['2027-01', ['Bal de fin d’année'], ['Exposition'], 2],
      ['2027-02', ['Exposition'], [], 1],
      ['2027-04', [], ['Saison'], 1],
      ['2027-05', ['Saison'], [], 1],
      ['2027-06', ['Saison'], [], 1],
    ]);
    expect(titles(agenda.ongoing)).toEqual(['Marché']);
    // What goes on today and in the month that follows is in both.
    expect(buildAgenda([exhibition], '2027-01-31')).toMatchObject({
      ongoing: [{ event: { title: 'Exposition' } }],
      upcoming: [{ month: '2027-02', ongoing: [{ event: { title: 'Exposition' } }], days: [], count: 1 }],
    });
  });

  it('is linked from the agenda in the months that it does not show', () => {
    expect(furtherMonths(agenda, agenda.upcoming.slice(0, 4), '2026-12-10').map(({ month: value }) => value)).toEqual([
      '2027-05',
      '2027-06',
    ]);
    expect(furtherMonths(buildAgenda([market], '2026-12-10'), [], '2026-12-10')).toEqual([]);
  });
});

describe('dates that were cancelled or moved', () => {
  const event = sampleEvent({
    timings: [
      { ...on('2026-08-01'), state: 'annulé' },
      { ...on('2026-08-08'), state: 'reporté', moved: { begin: '2026-09-12T10:00:00.000Z', end: null, allDay: false } },
      on('2026-08-15'),
    ],
  });

  it('stay on their day, and a new date stands on its own', () => {
    const days = occurrencesOf([event]).map(({ span }) => [span.firstDay, span.state]);
    expect(days).toEqual([
      ['2026-08-01', 'annulé'],
      ['2026-08-08', 'reporté'],
      ['2026-08-15', 'prévu'],
      ['2026-09-12', 'prévu'],
    ]);
  });

  it('are not what comes next, unless nothing else does', () => {
    expect(nextOf(datesOf(event, '2026-07-15').upcoming)?.firstDay).toBe('2026-08-15');
    const off = { ...event, timings: event.timings.slice(0, 1) };
    expect(nextOf(datesOf(off, '2026-07-15').upcoming)?.firstDay).toBe('2026-08-01');
  });

  it('put off to nobody knows when, all of them, wait for their date', () => {
    const waiting = sampleEvent({ timings: [{ ...on('2026-08-08'), state: 'reporté' }] });
    expect(buildAgenda([waiting, event], '2026-09-15').undated).toEqual([waiting]);
  });
});

describe('firstMonths', () => {
  const month = (name: string, count: number) => ({ month: name, ongoing: [], days: [], count });

  it('shows whole months, and always the first', () => {
    const months = [month('2026-07', 90), month('2026-08', 5), month('2026-09', 1)];
    expect(firstMonths(months, 60)).toHaveLength(1);
    expect(firstMonths(months, 95)).toHaveLength(2);
    expect(firstMonths([], 60)).toEqual([]);
    // What goes on for years fills no page with its months.
    expect(
      firstMonths(
        Array.from({ length: 40 }, (_, at) => month(String(2027 + at), 1)),
        80,
      ),
    ).toHaveLength(12);
  });
});

describe('pastYears', () => {
  it('lists the years backwards, and stops before the current month', () => {
    const agenda = buildAgenda(
      [sampleEvent({ timings: [on('2024-12-01'), on('2025-03-01'), on('2025-01-01'), on('2026-07-01')] })],
      '2026-07-15',
    );
    expect(
      pastYears(agenda.months, '2026-07').map(({ year, months }) => [year, months.map(({ month }) => month)]),
    ).toEqual([
      ['2025', ['2025-01', '2025-03']],
      ['2024', ['2024-12']],
    ]);
  });
});

describe('datesOf', () => {
  it('gives the dates to come in order, then those that are over, the latest first', () => {
    const event = sampleEvent({ timings: [on('2026-09-01'), on('2026-08-01'), on('2026-06-01'), on('2026-06-02')] });
    const { upcoming, past } = datesOf(event, '2026-07-15');
    expect(upcoming.map(({ firstDay }) => firstDay)).toEqual(['2026-08-01', '2026-09-01']);
    expect(past.map(({ firstDay }) => firstDay)).toEqual(['2026-06-02', '2026-06-01']);
  });
});

describe('withRepeatsTogether', () => {
  const monthOf = (...events: ReturnType<typeof sampleEvent>[]) =>
    withRepeatsTogether(buildAgenda(events, '2026-09-01').upcoming[0]!);
  const told = (month: ReturnType<typeof monthOf>) =>
    month.days.map(({ day, occurrences }) => [
      Number(day.slice(8)),
      ...occurrences.map(({ also = [] }) => also.map(({ firstDay }) => Number(firstDay.slice(8)))),
    ]);

  it('tells a course that comes back once, at its first date', () => {
    const course = sampleEvent({ timings: [on('2026-09-07'), on('2026-09-14'), on('2026-09-21')] });
    const fair = sampleEvent({ id: 'evt2', title: 'Foire', timings: [on('2026-09-14')] });
    const month = monthOf(course, fair);
    expect(told(month)).toEqual([
      [7, [14, 21]],
      [14, []],
    ]);
    expect(month.count).toBe(4);
  });

  it('keeps apart a date that is cancelled, and one at other hours', () => {
    const course = sampleEvent({
      timings: [
        on('2026-09-07'),
        { ...on('2026-09-14'), state: 'annulé' },
        on('2026-09-21'),
        on('2026-09-28', '14:00'),
      ],
    });
    expect(told(monthOf(course))).toEqual([
      [7, [21]],
      [14, []],
      [28, []],
    ]);
  });

  it('tells dates that are all full once', () => {
    const full = (day: string) => ({ ...on(day), state: 'complet' as const });
    expect(told(monthOf(sampleEvent({ timings: [full('2026-09-07'), full('2026-09-14')] })))).toEqual([[7, [14]]]);
  });
});
