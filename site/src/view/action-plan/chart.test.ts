import type { Indicator } from '@trame/cms/domain/contract/site/action-plan';
import { describe, expect, it } from 'vitest';
import { buildChart, linePath } from './chart.ts';

const box = { width: 300, top: 20, bottom: 100 };

function indicator(values: number[], target: number | null = null): Indicator {
  return {
    label: 'Associations présentes',
    unit: null,
    target,
    readings: values.map((value, at) => ({ date: `${2000 + at}-06-01`, value, note: null })),
  };
}
const heights = (values: number[], target: number | null = null) =>
  buildChart(indicator(values, target), box)?.points.map(({ y }) => y);

describe('buildChart', () => {
  it('puts zero on the ground and the highest value, or the target, at the top', () => {
    expect(heights([0, 20, 40])).toEqual([100, 60, 20]);
    const chart = buildChart(indicator([20, 40], 80), box);
    expect(chart).toMatchObject({ zeroY: 100, targetY: 20 });
    expect(chart?.points.map(({ y }) => y)).toEqual([80, 60]);
  });

  it('sets readings in order of time', () => {
    const { readings, ...rest } = indicator([1, 2, 3]);
    const chart = buildChart({ ...rest, readings: readings.toReversed() }, box);
    expect(chart?.points.map(({ reading }) => reading.value)).toEqual([1, 2, 3]);
  });

  it('draws negative values under the ground', () => {
    const chart = buildChart(indicator([-10, 10]), box);
    expect(chart).toMatchObject({ zeroY: 60 });
    expect(chart?.points.map(({ y }) => y)).toEqual([100, 20]);
    expect(buildChart(indicator([-10, -20]), box)).toMatchObject({ zeroY: 20 });
  });

  it('draws a single value, equal values and zeros', () => {
    expect(buildChart(indicator([7]), box)?.points).toMatchObject([
      { x: 150, y: 20, showsValue: true, showsDate: true },
    ]);
    expect(heights([5, 5, 5])).toEqual([20, 20, 20]);
    expect(heights([0, 0])).toEqual([100, 100]);
    expect(heights([0], 0)).toEqual([100]);
  });

  it('draws nothing of nothing', () => {
    expect(buildChart(indicator([]), box)).toBeNull();
  });

  it('draws a long series as a line, with labels at its ends only', () => {
    const chart = buildChart(indicator(Array.from({ length: 30 }, (_, at) => at)), box);
    expect(chart?.kind).toBe('line');
    expect(chart?.points.filter(({ showsDate }) => showsDate)).toHaveLength(2);
    expect(chart?.points.filter(({ showsValue }) => showsValue).map(({ reading }) => reading.value)).toEqual([29]);
    for (const { x, y } of chart?.points ?? []) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(box.width);
      expect(Number.isFinite(y)).toBe(true);
    }
  });

  it('survives readings of one and the same day', () => {
    const readings = Array.from({ length: 14 }, (_, value) => ({ date: '2024-01-01', value, note: null }));
    const chart = buildChart({ label: 'Jour', unit: null, target: null, readings }, box);
    expect(chart?.points.every(({ x }) => Number.isFinite(x))).toBe(true);
  });
});

describe('linePath', () => {
  it('goes through the points', () => {
    expect(
      linePath([
        { x: 1, y: 2 },
        { x: 3, y: 4.5 },
      ]),
    ).toBe('M1 2L3 4.5');
  });
});
