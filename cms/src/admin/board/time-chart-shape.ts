/** The curve of the answers as points of a drawing. Pure: the component only draws it. */
import { dayOf, formatShortDay } from '../../domain/dates.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

type Days = CampaignBoard['overTime'];

/** Of the drawing, in its own units. */
export const CHART = { width: 960, height: 240, left: 44, right: 12, top: 12, bottom: 28 } as const;

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface ChartShape {
  /** SVG paths. */
  readonly answered: string;
  readonly sent: string;
  readonly horizontal: readonly Tick[];
  readonly vertical: readonly Tick[];
}

/** The next of 1, 2, 5, 10, 20, 50… that four lines need to reach `most`. */
function stepFor(most: number): number {
  for (let unit = 1; ; unit *= 10) {
    const step = [1, 2, 5].map((factor) => factor * unit).find((candidate) => candidate * 4 >= most);
    if (step !== undefined) return step;
  }
}

/** Days that bear a date: at most five, the first and the last among them. */
function datedDays(count: number): number[] {
  const last = count - 1;
  const parts = Math.min(4, last);
  return parts <= 0 ? [0] : Array.from({ length: parts + 1 }, (_, rank) => Math.round((rank * last) / parts));
}

/** @returns null when there is nothing to draw yet */
export function chartShape(days: Days): ChartShape | null {
  if (days.length === 0) return null;
  const most = Math.max(1, ...days.map(({ answered, sent }) => Math.max(answered, sent)));
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const { width, height, left, right } = CHART;
  const x = (rank: number) => (days.length === 1 ? left : left + (rank * (width - left - right)) / (days.length - 1));
  const y = (value: number) => height - CHART.bottom - (value * (height - CHART.top - CHART.bottom)) / top;
  const round = (value: number) => Math.round(value * 10) / 10;
  const path = (key: 'answered' | 'sent') => {
    const points = days.map((day, rank) => `${round(x(rank))},${round(y(day[key]))}`);
    // The first day alone is a level line, not a point that nobody sees.
    if (points.length === 1) points.push(`${width - right},${round(y(days[0]?.[key] ?? 0))}`);
    return `M${points.join(' L')}`;
  };
  return {
    answered: path('answered'),
    sent: path('sent'),
    horizontal: Array.from({ length: top / step + 1 }, (_, rank) => ({
      at: round(y(rank * step)),
      label: (rank * step).toLocaleString('fr-FR'),
    })),
    vertical: datedDays(days.length).map((rank) => ({
      at: round(x(rank)),
      label: formatShortDay(days[rank]?.day ?? dayOf(new Date())),
    })),
  };
}
