import { describe, expect, it } from 'vitest';
import { CHART, chartShape } from './time-chart-shape.ts';

const days = (count: number, answered: (rank: number) => number) =>
  Array.from({ length: count }, (_, rank) => ({
    day: new Date(Date.UTC(2026, 6, 1 + rank)).toISOString().slice(0, 10),
    answered: answered(rank),
    sent: 80,
  }));
const points = (path: string) =>
  path
    .slice(1)
    .split(' L')
    .map((point) => point.split(',').map(Number) as [number, number]);

describe('the curve of the answers', () => {
  it('stays inside its drawing, from the left edge to the right one', () => {
    const shape = chartShape(days(40, (rank) => rank * 2));
    const drawn = [...points(shape?.answered ?? ''), ...points(shape?.sent ?? '')];
    for (const [x, y] of drawn) {
      expect(x).toBeGreaterThanOrEqual(CHART.left);
      expect(x).toBeLessThanOrEqual(CHART.width - CHART.right);
      expect(y).toBeGreaterThanOrEqual(CHART.top);
      expect(y).toBeLessThanOrEqual(CHART.height - CHART.bottom);
    }
    expect(drawn[0]?.[0]).toBe(CHART.left);
    expect(points(shape?.answered ?? '').at(-1)?.[0]).toBe(CHART.width - CHART.right);
  });

  it('rises as answers come', () => {
    const heights = points(chartShape(days(10, (rank) => rank))?.answered ?? '').map(([, y]) => y);
    expect([...heights].sort((a, b) => b - a)).toEqual(heights);
  });

  it('has round numbers beside it and dates under it, each once', () => {
    const shape = chartShape(days(40, (rank) => rank * 2));
    expect(shape?.horizontal.map(({ label }) => label)).toEqual(['0', '20', '40', '60', '80']);
    expect(shape?.vertical).toHaveLength(5);
    expect(shape?.vertical[0]?.label).toBe('1er juil.');
    expect(chartShape(days(2, () => 0))?.vertical).toHaveLength(2);
  });

  it('draws the first day too, and nothing before it', () => {
    expect(chartShape([])).toBeNull();
    expect(points(chartShape(days(1, () => 3))?.answered ?? '')).toHaveLength(2);
  });
});
