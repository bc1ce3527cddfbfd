import { describe, expect, it } from 'vitest';
import { buildAgenda, cutMonths, datesOf, occurrencesOf, pastYears } from './occurrences.ts';
import { sampleEvent } from './sample-event.ts';

const on = (day: string, hour = '10:00') => ({ begin: `${day}T${hour}:00.000Z`, end: null });
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
    timings: [{ begin: '2026-06-20T08:00:00.000Z', end: '2026-07-20T16:00:00.000Z' }],
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

describe('cutMonths', () => {
  const month = (name: string, count: number) => ({ month: name, days: [], count });

  it('shows whole months, and always the first', () => {
    const months = [month('2026-07', 90), month('2026-08', 5), month('2026-09', 1)];
    expect(cutMonths(months, 60).map((part) => part.length)).toEqual([1, 2]);
    expect(cutMonths(months, 95).map((part) => part.length)).toEqual([2, 1]);
    expect(cutMonths([], 60)).toEqual([[], []]);
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
