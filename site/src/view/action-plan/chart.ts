/** The geometry of an indicator's small chart, in the units of its `viewBox`; what is drawn and how it looks is the component's. */
import type { Indicator, Reading } from '@trame/cms/domain/contract/site/action-plan';

export interface ChartBox {
  readonly width: number;
  /** Top and bottom of the plot, between the labels. */
  readonly top: number;
  readonly bottom: number;
}

export interface ChartPoint {
  readonly reading: Reading;
  /** Middle of the bar, or the point of the line. */
  readonly x: number;
  readonly y: number;
  /** Does the value fit above it, the date under it? */
  readonly showsValue: boolean;
  readonly showsDate: boolean;
}

export interface Chart {
  /** Bars for what was counted a few times; a line over time for a long series. */
  readonly kind: 'bars' | 'line';
  readonly points: readonly ChartPoint[];
  readonly barWidth: number;
  /** Bars start at zero, or they would lie. */
  readonly zeroY: number;
  readonly targetY: number | null;
}

const MOST_BARS = 12;
const MOST_LABELS = 6;
const WIDEST_BAR = 44;

/** Readings in order of time, whatever the order in which they were typed. */
export const inOrder = (readings: readonly Reading[]): Reading[] =>
  [...readings].sort((a, b) => a.date.localeCompare(b.date));

/** @returns null when there is nothing to draw yet */
export function buildChart(indicator: Indicator, box: ChartBox): Chart | null {
  const readings = inOrder(indicator.readings);
  if (readings.length === 0) return null;
  const y = verticalScale(
    [...readings.map(({ value }) => value), ...(indicator.target === null ? [] : [indicator.target])],
    box,
  );
  const kind = readings.length > MOST_BARS ? 'line' : 'bars';
  const slot = box.width / readings.length;
  const x = kind === 'bars' ? (_: Reading, at: number) => (at + 0.5) * slot : timeScale(readings, box.width);
  const last = readings.length - 1;
  const crowded = readings.length > MOST_LABELS;
  return {
    kind,
    points: readings.map((reading, at) => ({
      reading,
      x: round(x(reading, at)),
      y: y(reading.value),
      showsValue: !crowded || at === last,
      showsDate: !crowded || at === 0 || at === last,
    })),
    barWidth: round(Math.min(WIDEST_BAR, slot * 0.62)),
    zeroY: y(0),
    targetY: indicator.target === null ? null : y(indicator.target),
  };
}

/** From values to heights; zero is always in view, and values that are all zero lie on the ground. */
function verticalScale(values: readonly number[], { top, bottom }: ChartBox): (value: number) => number {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const range = high - low || 1;
  return (value) => round(bottom - ((value - low) / range) * (bottom - top));
}

function timeScale(readings: readonly Reading[], width: number): (reading: Reading) => number {
  const margin = 6;
  const first = Date.parse(readings[0]?.date ?? '');
  const range = Date.parse(readings.at(-1)?.date ?? '') - first || 1;
  return ({ date }) => margin + ((Date.parse(date) - first) / range) * (width - 2 * margin);
}

/** The `d` of a line through the points. */
export const linePath = (points: readonly Pick<ChartPoint, 'x' | 'y'>[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

const round = (value: number): number => Math.round(value * 10) / 10;
