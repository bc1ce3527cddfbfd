import type { ActionPlan, Indicator } from '@trame/cms/domain/contract/site/action-plan';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { t } from '../../i18n/t.ts';

export interface PlacedIndicator {
  readonly indicator: Indicator;
  /** Unique among the plans. */
  readonly id: string;
  readonly source: { readonly label: string; readonly href: string };
}

/** The indicators of a plan that have been read at least once, in the order of its actions. */
export function readIndicators(plan: ActionPlan): PlacedIndicator[] {
  return plan.axes.flatMap(({ actions }) =>
    actions.flatMap((action) =>
      action.indicators
        .map((indicator, at) => ({
          indicator,
          id: `i-${plan.slug}-${action.slug}-${at + 1}`,
          source: {
            label: t('plan.action', { number: action.number }),
            href: publicPaths.action(plan.slug, action.slug),
          },
        }))
        .filter(({ indicator }) => indicator.readings.length > 0),
    ),
  );
}

/** A few of them for an overview, one an action before any second one: a plan is judged by its breadth. */
export function pickIndicators(indicators: readonly PlacedIndicator[], count: number): PlacedIndicator[] {
  const seen = new Set<string>();
  const first = indicators.filter(({ source }) => !seen.has(source.href) && seen.add(source.href));
  const rest = indicators.filter((indicator) => !first.includes(indicator));
  const chosen = new Set([...first, ...rest].slice(0, count));
  return indicators.filter((indicator) => chosen.has(indicator));
}
