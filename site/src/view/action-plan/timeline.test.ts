import { describe, expect, it } from 'vitest';
import { sampleAction, samplePlan } from './sample-plan.ts';
import { buildTimeline } from './timeline.ts';

const timeline = (actions: Parameters<typeof sampleAction>[0][], changes = {}, today = '2024-07-01') =>
  buildTimeline(samplePlan([actions.map(sampleAction)], changes), today);

describe('buildTimeline', () => {
  it('spreads the years of all that has a date, and of the plan itself', () => {
    const line = timeline([{ startsOn: '2023-07-01', endsOn: '2024-06-30' }], { lastYear: 2026 });
    expect(line?.years.map(({ year, x }) => [year, Math.round(x)])).toEqual([
      [2023, 0],
      [2024, 25],
      [2025, 50],
      [2026, 75],
    ]);
    const mark = line?.groups[0]?.rows[0]?.mark;
    expect(mark).toMatchObject({ kind: 'bar' });
    if (mark?.kind !== 'bar') throw new Error('a bar');
    expect(mark.x).toBeCloseTo(12.4, 0);
    expect(mark.x + mark.width).toBeCloseTo(37.4, 0);
    expect(line?.today).toBeCloseTo(37.4, 0);
  });

  it('marks what is known when one end is missing or impossible', () => {
    const kinds = timeline([
      { startsOn: '2023-01-01' },
      { endsOn: '2024-12-31' },
      { startsOn: '2023-01-01', endsOn: '2020-01-01' },
      {},
    ])?.groups[0]?.rows.map(({ mark }) => mark?.kind ?? null);
    expect(kinds).toEqual(['from', 'until', 'from', null]);
  });

  it('does not stretch over the year of an impossible end', () => {
    expect(timeline([{ startsOn: '2023-01-01', endsOn: '1023-01-01' }])?.years).toHaveLength(1);
  });

  it('stays within the frame, down to a single day at its end', () => {
    const rows = timeline([
      { startsOn: '2023-01-01', endsOn: '2023-01-01' },
      { startsOn: '2023-12-31', endsOn: '2023-12-31' },
      { endsOn: '2023-12-31' },
    ])?.groups[0]?.rows;
    for (const row of rows ?? []) {
      const { mark } = row;
      if (mark === null) throw new Error('dated');
      const end = mark.kind === 'bar' ? mark.x + mark.width : mark.x;
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(100.01);
    }
    expect(rows).toHaveLength(3);
  });

  it('labels few years of many', () => {
    const years = timeline([{ startsOn: '2000-01-01', endsOn: '2029-12-31' }])?.years ?? [];
    expect(years).toHaveLength(30);
    expect(years.filter(({ labelled }) => labelled).length).toBeLessThanOrEqual(8);
  });

  it('shows today only within the range, and nothing without any date', () => {
    expect(timeline([{ startsOn: '2017-03-08' }])?.today).toBeNull();
    expect(timeline([{}])).toBeNull();
    expect(buildTimeline(samplePlan([]), '2024-01-01')).toBeNull();
  });
});
