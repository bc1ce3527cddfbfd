import type { Action, ActionPlan } from '@trame/cms/domain/contract/site/action-plan';
import { actionStates, type ActionState } from '@trame/cms/domain/vocabulary/action-states';

/** How many actions are in a state, or in none that is known (null); `share` is of 1. */
export interface StateCount {
  readonly state: ActionState | null;
  readonly count: number;
  readonly share: number;
}

/** From what is done to what was given up: the order in which a bar of progress fills. */
const ORDER: readonly ActionState[] = ['réalisée', 'en cours', 'en réflexion', 'à lancer', 'suspendue', 'abandonnée'];

/** The states that occur, in the order of a bar of progress, what nobody knows last. Shares add up to 1; nothing for no action. */
export function countStates(actions: readonly Pick<Action, 'state'>[]): StateCount[] {
  const counts = new Map<ActionState | null, number>();
  for (const { state } of actions) counts.set(state, (counts.get(state) ?? 0) + 1);
  const rank = (state: ActionState | null) => {
    if (state === null) return Infinity;
    const at = ORDER.indexOf(state);
    return at === -1 ? ORDER.length + actionStates.rank(state) : at;
  };
  return [...counts]
    .map(([state, count]) => ({ state, count, share: count / actions.length }))
    .sort((a, b) => rank(a.state) - rank(b.state));
}

/** Is it known of any action where it stands? Else there is no progress to draw. */
export const saysWhereItStands = (actions: readonly Pick<Action, 'state'>[]): boolean =>
  actions.some(({ state }) => state !== null);

/** The actions of a plan over all its axes, in order. */
export const actionsOfPlan = (plan: ActionPlan): Action[] => plan.axes.flatMap(({ actions }) => actions);

/** The actions before and after each, over the bounds of the axes; one pass for a whole plan. */
export function neighboursOf(plan: ActionPlan): Map<string, { previous: Action | null; next: Action | null }> {
  const actions = actionsOfPlan(plan);
  return new Map(
    actions.map(({ id }, at) => [id, { previous: actions[at - 1] ?? null, next: actions[at + 1] ?? null }]),
  );
}
