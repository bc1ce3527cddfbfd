/** The action plans, in brief: what was decided and where each action stands. The fiches action are on the site. */
import type { Action, ActionPlan } from '@trame/cms/domain/contract/site/action-plan';
import { formatDay } from '@trame/cms/domain/dates';
import { actionStates } from '@trame/cms/domain/vocabulary/action-states';
import { joinFacts } from '../i18n/facts.ts';
import type { Plan, PlanAction } from './booklet.ts';
import type { SafeText } from './safe-text.ts';
import { fields, phrases, records } from './texts.ts';

export function planData(plan: ActionPlan, safe: SafeText): Plan {
  const record = records.plan(plan.title);
  const line = (text: string | null, field: string) => safe.line(text, { record, field });
  const action = (entry: Action): PlanAction => ({
    number: line(entry.number, fields.action) ?? '',
    title: line(entry.title, fields.action) ?? entry.slug.replaceAll('-', ' '),
    state: entry.state === null ? null : actionStates.label(entry.state),
    done: entry.state === 'réalisée',
    period: period(entry),
  });
  const adopted =
    plan.adoptedOn === null ? null : line(phrases.adopted(formatDay(plan.adoptedOn), plan.adoptedBy), fields.title);
  const territory = line(plan.elsewhere ? phrases.elsewhere(plan.territory) : plan.territory, fields.territory);
  return {
    title: line(plan.title, fields.title) ?? plan.slug.replaceAll('-', ' '),
    adopted: joinFacts([territory, adopted]) || null,
    axes: plan.axes.map((axis) => ({
      number: line(axis.number, fields.axis) ?? '',
      title: line(axis.title, fields.axis) ?? '',
      actions: axis.actions.map(action),
    })),
  };
}

/** "2026 – 2028", "2026" */
function period({ startsOn, endsOn }: Action): string | null {
  const [first, last] = [startsOn, endsOn].filter((day) => day !== null).map((day) => day.slice(0, 4));
  return first === undefined ? null : phrases.actionPeriod(first, last ?? first);
}
