import type { ActionPlan } from '@trame/cms/domain/contract/site/action-plan';
import { formatDay } from '@trame/cms/domain/dates';
import { t, tn } from '../../i18n/t.ts';
import { actionsOfPlan } from './progress.ts';

/** "Bois-le-Roi", "2023 – 2026", "Adopté le 8 mars 2017 par …", "4 axes", "9 actions": what is known, in this order. */
export function planFacts(plan: ActionPlan): string[] {
  const { adoptedOn, adoptedBy, firstYear, lastYear } = plan;
  const years = [...new Set([firstYear, lastYear].filter((year) => year !== null))];
  const adopted =
    adoptedOn === null
      ? null
      : adoptedBy === null
        ? t('plan.adopted', { day: formatDay(adoptedOn) })
        : t('plan.adoptedBy', { day: formatDay(adoptedOn), by: adoptedBy });
  return [
    planName(plan) === plan.title ? null : plan.territory,
    years.length === 0 ? null : years.join('\u00a0–\u00a0'),
    adopted,
    tn('plan.axes', plan.axes.length),
    tn('plan.actions', actionsOfPlan(plan).length),
  ].filter((fact) => fact !== null);
}

/** A plan by its title and, unless that already says it, the territory: several plans may be called « Plan d’actions ». */
export function planName({ title, territory }: Pick<ActionPlan, 'title' | 'territory'>): string {
  return title.toLowerCase().includes(territory.toLowerCase()) ? title : `${title}, ${territory}`;
}

/** The page of a whole plan. */
export const planPath = ({ slug }: Pick<ActionPlan, 'slug'>): string => `/plan-d-actions/${slug}/`;
