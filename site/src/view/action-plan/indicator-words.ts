/** Numbers and dates of an indicator, in French. */
import type { Indicator, Reading } from '@trame/cms/domain/contract/site/action-plan';
import { formatMonth } from '@trame/cms/domain/dates';
import { inOrder } from './chart.ts';

const NO_BREAK = '\u00a0';
const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/** "1 250 associations", "45 %", "3,5" */
export const formatValue = (value: number, unit: string | null): string => withUnit(minus(number.format(value)), unit);

/** The minus sign, not the hyphen that Intl writes. */
const minus = (text: string): string => text.replace('-', '\u2212');

const withUnit = (text: string, unit: string | null): string => (unit === null ? text : `${text}${NO_BREAK}${unit}`);

export interface IndicatorSummary {
  readonly latest: Reading;
  readonly value: string;
  /** "septembre 2025" */
  readonly date: string;
  readonly target: string | null;
  /** Since the first reading: "+ 12 associations", "stable"; null with a single reading. */
  readonly change: { readonly text: string; readonly since: string } | null;
}

/** What is said in words beside the chart; null when nothing was read yet. */
export function summarise(indicator: Indicator): IndicatorSummary | null {
  const readings = inOrder(indicator.readings);
  const first = readings[0];
  const latest = readings.at(-1);
  if (first === undefined || latest === undefined) return null;
  const difference = latest.value - first.value;
  return {
    latest,
    value: formatValue(latest.value, indicator.unit),
    date: formatMonth(latest.date),
    target: indicator.target === null ? null : formatValue(indicator.target, indicator.unit),
    change:
      readings.length < 2
        ? null
        : {
            text:
              difference === 0
                ? 'stable'
                : withUnit(minus(signed.format(difference)).replace(/^([+\u2212])/, `$1${NO_BREAK}`), indicator.unit),
            since: formatMonth(first.date),
          },
  };
}

/** Labels under the bars: the years alone when each reading has its own, else "03/2025". */
export function dateLabels(readings: readonly Reading[]): string[] {
  const years = readings.map(({ date }) => date.slice(0, 4));
  if (new Set(years).size === readings.length) return years;
  return readings.map(({ date }) => `${date.slice(5, 7)}/${date.slice(0, 4)}`);
}

/** Notes of the readings, each once, in order of time: what must be known to read the figures right. */
export function notesOf(indicator: Indicator): string[] {
  return [...new Set(inOrder(indicator.readings).flatMap(({ note }) => (note === null ? [] : [note])))];
}
