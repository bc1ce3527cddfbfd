/** Where the actions of a plan stand in time. Positions are in percent of the width, so that the drawing fits any screen. */
import type { Action, ActionPlan, Axis } from '@trame/cms/domain/contract/site/action-plan';
import { readPeriod } from './period.ts';

/** A bar when both ends are known; `from` when only the beginning is; `until` when only the end is. */
export type Mark =
  | { readonly kind: 'bar'; readonly x: number; readonly width: number }
  | { readonly kind: 'from'; readonly x: number }
  | { readonly kind: 'until'; readonly x: number };

export interface TimelineRow {
  readonly action: Action;
  /** Null: the plan gives no date. */
  readonly mark: Mark | null;
}

export interface Timeline {
  /** Every year of the range; `labelled` is false where labels would run into each other. */
  readonly years: readonly { readonly year: number; readonly x: number; readonly labelled: boolean }[];
  readonly groups: readonly { readonly axis: Axis; readonly rows: readonly TimelineRow[] }[];
  /** Null when today is outside of the range. */
  readonly today: number | null;
}

const DAY = 86_400_000;
const MOST_LABELS = 8;
/** A bar of one day must still be seen. */
const THINNEST = 0.8;

/**
 * @param today `YYYY-MM-DD`
 * @returns null when neither the plan nor any action has a date: there is nothing to draw
 */
export function buildTimeline(plan: ActionPlan, today: string): Timeline | null {
  const range = yearsOf(plan);
  if (range === null) return null;
  const begin = Date.UTC(range.first, 0, 1);
  const end = Date.UTC(range.last + 1, 0, 1);
  const at = (day: string, daysLater = 0) => percent((Date.parse(day) + daysLater * DAY - begin) / (end - begin));

  const count = range.last - range.first + 1;
  const step = Math.ceil(count / MOST_LABELS);
  const years = Array.from({ length: count }, (_, index) => {
    const year = range.first + index;
    return { year, x: at(`${String(year).padStart(4, '0')}-01-01`), labelled: index % step === 0 };
  });
  const now = at(today);
  return {
    years,
    groups: plan.axes.map((axis) => ({
      axis,
      rows: axis.actions.map((action) => ({ action, mark: markOf(action, at) })),
    })),
    today: now >= 0 && now <= 100 ? now : null,
  };
}

/** First and last year of anything that has a date. */
function yearsOf(plan: ActionPlan): { first: number; last: number } | null {
  const dated = plan.axes.flatMap(({ actions }) => actions.map(readPeriod));
  const years = dated
    .flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])
    .filter((day) => day !== null)
    .map((day) => Number(day.slice(0, 4)))
    .concat([plan.firstYear, plan.lastYear].filter((year) => year !== null));
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

function markOf(action: Action, at: (day: string, daysLater?: number) => number): Mark | null {
  const { startsOn, endsOn } = readPeriod(action);
  if (startsOn === null) return endsOn === null ? null : { kind: 'until', x: at(endsOn, 1) };
  if (endsOn === null) return { kind: 'from', x: at(startsOn) };
  const x = at(startsOn);
  const width = Math.max(THINNEST, at(endsOn, 1) - x);
  return { kind: 'bar', x: Math.min(x, 100 - width), width: percent(width / 100) };
}

/** Two decimals are finer than a pixel, and keep the page small. */
const percent = (share: number): number => Math.round(share * 10_000) / 100;
