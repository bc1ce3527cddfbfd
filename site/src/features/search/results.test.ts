import { describe, expect, it } from 'vitest';
import type { Facts } from './facts/format.ts';
import { resultOf, type AskedWhen } from './results.ts';

/** One page with rows that say these dates, in days after 1 September. */
const facts = (dates: readonly number[] = []): Facts =>
  ({
    file: { day0: '2026-09-01' },
    firstRow: [0, 3],
    row: () => ({ dates }),
    has: () => false,
  }) as unknown as Facts;
const asked: AskedWhen = { days: [], dates: null, today: '2026-09-01' };
const ranked = (...scores: number[]) => ({
  page: 0,
  score: 1,
  rows: scores.map((score, row) => ({ row, score })),
  misses: [],
  km: null,
});
const row = (label: string, when: string | null = null) => ({ label, when, ages: null, price: null, place: null });
const page = (...rows: ReturnType<typeof row>[]) => ({
  url: '/a/',
  meta: { title: 'A', activites: JSON.stringify(rows) },
});

describe('rows of a result', () => {
  it('are those that answer, whatever was asked', () => {
    const { rows } = resultOf(facts(), ranked(1, 0.9, 0.1), page(row('Judo'), row('Taïso'), row('Loto')), asked);
    expect(rows.map(({ label, url }) => [label, url])).toEqual([
      ['Judo', '/a/#activite-1'],
      ['Taïso', '/a/#activite-2'],
    ]);
  });

  it('show two slots, those of the day that is asked first, and how many there are besides', () => {
    const many = page(row('Pédibus', 'Lundi, 8 h ; Mardi, 8 h ; Jeudi, 8 h ; Vendredi, 8 h'));
    const of = (days: AskedWhen['days']) => resultOf(facts(), ranked(1), many, { ...asked, days }).rows[0];
    expect(of([])).toMatchObject({ when: 'Lundi, 8 h ; Mardi, 8 h', moreSlots: 2 });
    expect(of(['vendredi'])).toMatchObject({ when: 'Lundi, 8 h ; Vendredi, 8 h', moreSlots: 2 });
    expect(resultOf(facts(), ranked(1), page(row('Judo', 'Lundi, 8 h')), asked).rows[0]).toMatchObject({
      moreSlots: 0,
    });
  });
});

describe('the day of an event', () => {
  const on = (dates: number[], more: Partial<AskedWhen>) =>
    resultOf(facts(dates), ranked(1), page(), { ...asked, ...more }).on;

  it('is what the release says, as long as it is to come', () => expect(on([11, 11, 39, 39], {})).toBeNull());

  it('is the next one once the first is over', () =>
    expect(on([11, 11, 39, 39], { today: '2026-09-20' })).toBe('2026-10-10'));

  it('is the one that is asked for', () =>
    expect(on([11, 11, 39, 39], { dates: { from: '2026-10-01', to: '2026-10-31' } })).toBe('2026-10-10'));

  it('stays the next one where none is on the days that are asked', () =>
    expect(on([11, 11, 39, 39], { dates: { from: '2026-09-20', to: '2026-09-21' } })).toBeNull());

  it('is on while it lasts', () => expect(on([0, 5, 39, 39], { today: '2026-09-04' })).toBeNull());
});
